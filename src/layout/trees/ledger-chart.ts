/** Geometry of the ledger's sums over a run: three curves over the operations done, on one scale. */
import { line, scaleLinear } from 'd3';
import { LEDGER, LEDGER_WIDTH, type LedgerRunReply } from '../../protocol/trees/requests.ts';

export type LedgerCurve = 'cost' | 'amortised' | 'bound';
export const LEDGER_CURVES: readonly LedgerCurve[] = ['bound', 'amortised', 'cost'];

export interface ChartBox {
  readonly width: number;
  readonly height: number;
  /** room for the axes' numbers */
  readonly left: number;
  readonly bottom: number;
  readonly top: number;
  readonly right: number;
}

interface Tick {
  readonly at: number;
  readonly value: number;
}

export interface LedgerChart {
  /** SVG paths; null where the column holds no numbers */
  readonly paths: Readonly<Record<LedgerCurve, string | null>>;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** operations done → x */
  readonly x: (operations: number) => number;
}

/** Pixels a number of an axis needs. */
const X_TICK_PX = 80;
const Y_TICK_PX = 34;

export function ledgerChart(run: LedgerRunReply, box: ChartBox): LedgerChart {
  const { columns, rows } = run;
  const value = (row: number, column: keyof typeof LEDGER) =>
    columns[row * LEDGER_WIDTH + LEDGER[column]] ?? Number.NaN;
  const { low, high } = extent(run);
  const x = scaleLinear([0, Math.max(1, value(rows - 1, 'operations'))], [box.left, box.width - box.right]);
  const y = scaleLinear([low, high], [box.height - box.bottom, box.top]).nice(
    Math.max(2, Math.floor((box.height - box.bottom) / Y_TICK_PX)),
  );
  const allRows = Array.from({ length: rows }, (_, row) => row);
  const path = (curve: LedgerCurve) =>
    line<number>()
      .defined((row) => Number.isFinite(value(row, curve)))
      .x((row) => round(x(value(row, 'operations'))))
      .y((row) => round(y(value(row, curve))))(allRows);
  const xCount = Math.max(2, Math.floor((box.width - box.left) / X_TICK_PX));
  const yCount = Math.max(2, Math.floor((box.height - box.bottom) / Y_TICK_PX));
  return {
    paths: { cost: path('cost'), amortised: path('amortised'), bound: path('bound') },
    xTicks: x
      .ticks(xCount)
      .filter(Number.isInteger)
      .map((tick) => ({ value: tick, at: round(x(tick)) })),
    yTicks: y.ticks(yCount).map((tick) => ({ value: tick, at: round(y(tick)) })),
    x: (operations) => round(x(operations)),
  };
}

/** At least as large as every number at the axis of the sums, so that room can be left for them. */
export function highestTick(run: LedgerRunReply): number {
  const { low, high } = extent(run);
  return scaleLinear([low, high], [0, 1]).nice(2).domain()[1] ?? high;
}

function extent({ columns, rows }: LedgerRunReply): { low: number; high: number } {
  let low = 0;
  let high = 1;
  for (let row = 0; row < rows; row += 1) {
    for (const curve of LEDGER_CURVES) {
      const sum = columns[row * LEDGER_WIDTH + LEDGER[curve]] ?? Number.NaN;
      if (sum < low) low = sum;
      if (sum > high) high = sum;
    }
  }
  return { low, high };
}

/** A sum after so many operations: that of the sample at or next before them; NaN where there is none. */
export function sumAt({ columns, rows }: LedgerRunReply, curve: LedgerCurve, operations: number): number {
  let low = 0;
  let high = rows - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((columns[middle * LEDGER_WIDTH + LEDGER.operations] ?? 0) <= operations) low = middle;
    else high = middle - 1;
  }
  return columns[low * LEDGER_WIDTH + LEDGER[curve]] ?? Number.NaN;
}

/** Two numbers as bars on one scale that holds zero: from and to as shares of the width. */
export interface Bar {
  readonly from: number;
  readonly to: number;
}

export function barsOf(values: readonly number[]): readonly Bar[] {
  const known = values.filter(Number.isFinite);
  const low = Math.min(0, ...known);
  const span = Math.max(0, ...known) - low || 1;
  const zero = (0 - low) / span;
  return values.map((value) => {
    if (!Number.isFinite(value)) return { from: zero, to: zero };
    const end = (value - low) / span;
    return { from: Math.min(zero, end), to: Math.max(zero, end) };
  });
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
