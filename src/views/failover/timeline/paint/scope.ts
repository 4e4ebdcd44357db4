/** What every painter of a lane is given. */
import type { SeriesName } from '../../../../base/columns.ts';
import { type DotCells, firstRowAt, strideFor, type Table } from '../../../../layout/decimate.ts';
import type { Lane, LaneName } from '../../../../layout/lanes.ts';
import type { Scales } from '../scales.ts';
import type { Inks } from './inks.ts';

export interface PaintScope {
  readonly ctx: CanvasRenderingContext2D;
  readonly lane: (name: LaneName) => Lane | null;
  readonly series: Record<SeriesName, Table>;
  readonly fromUs: number;
  readonly toUs: number;
  readonly xOf: () => (timeUs: number) => number;
  readonly scales: Scales;
  readonly inks: Inks;
  readonly dots: DotCells;
  readonly nodes: number;
}

/** Rows a pixel at most: beyond it a lane is full of ink anyway. */
const ROWS_PER_PX = 12;

/** The rows of the part to paint, with the one before it, for what lies between two rows. */
export function rowsOf(
  scope: PaintScope,
  name: SeriesName,
): { table: Table; from: number; to: number; step: number } {
  const table = scope.series[name];
  const from = Math.max(0, firstRowAt(table, scope.fromUs) - 1);
  const to = firstRowAt(table, scope.toUs + 1);
  const x = scope.xOf();
  return { table, from, to, step: strideFor(to - from, x(scope.toUs) - x(scope.fromUs), ROWS_PER_PX) };
}
