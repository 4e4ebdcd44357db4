/** What a sweep came to, place by place: all seeds of one setting in one cell, for one figure. */
import type { SweepLine, SweepSpec } from '../../protocol/explore/requests.ts';

/** A migration whose rounds never get small enough: what "never converges" marks. */
const NEVER = 'not-converged';
const REFUSED = 'refused';

export interface Cell {
  readonly variant: number;
  readonly x: number;
  readonly y: number;
  /** index of its first seed's case */
  readonly first: number;
  /** the figure of each seed that is there and has it */
  readonly values: readonly number[];
  /** of `values`; null where there is none */
  readonly mean: number | null;
  readonly least: number | null;
  readonly most: number | null;
  /** seeds that are there, and of them those that never converge and that were refused */
  readonly arrived: number;
  readonly never: number;
  readonly refused: number;
  /** what all of its seeds came to, or null where they differ or none is there */
  readonly outcome: string | null;
}

export interface Cells {
  readonly variants: number;
  readonly xs: number;
  readonly ys: number;
  readonly seeds: number;
  /** in the order of their cases: variant, then y, then x */
  readonly cells: readonly Cell[];
}

export function sizeOf(spec: SweepSpec): Omit<Cells, 'cells'> {
  const [x, y] = spec.axes;
  return {
    variants: spec.variants.length,
    xs: x.values.length,
    ys: y?.values.length ?? 1,
    seeds: spec.seeds.count,
  };
}

export function cellsOf(spec: SweepSpec, lines: readonly (SweepLine | undefined)[], figure: string): Cells {
  const size = sizeOf(spec);
  const cells: Cell[] = [];
  for (let variant = 0; variant < size.variants; variant += 1)
    for (let y = 0; y < size.ys; y += 1)
      for (let x = 0; x < size.xs; x += 1) cells.push(cellOf(size, { variant, x, y }, lines, figure));
  return { ...size, cells };
}

/** Index of the first seed's case at a place: the rule of SweepCase. */
export function caseIndex(
  { xs, ys, seeds }: Omit<Cells, 'cells'>,
  { variant, x, y }: Pick<Cell, 'variant' | 'x' | 'y'>,
  seed = 0,
): number {
  return ((variant * ys + y) * xs + x) * seeds + seed;
}

/** The cell a case belongs to; undefined where there is no such case. */
export function cellAt({ cells, seeds }: Cells, index: number | null): Cell | undefined {
  return index === null ? undefined : cells[Math.floor(index / seeds)];
}

/** The cells of the same setting, one a variant. */
export function besides({ cells, xs, ys }: Cells, { x, y }: Cell): readonly Cell[] {
  return cells.filter((_, i) => i % (xs * ys) === y * xs + x);
}

function cellOf(
  size: Omit<Cells, 'cells'>,
  place: Pick<Cell, 'variant' | 'x' | 'y'>,
  lines: readonly (SweepLine | undefined)[],
  figure: string,
): Cell {
  const first = caseIndex(size, place);
  const values: number[] = [];
  let arrived = 0;
  let never = 0;
  let refused = 0;
  let sum = 0;
  let outcome: string | null = null;
  for (let index = first; index < first + size.seeds; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    outcome = arrived === 0 || outcome === line.outcome ? line.outcome : null;
    arrived += 1;
    if (line.outcome === NEVER) never += 1;
    if (line.outcome === REFUSED) refused += 1;
    const value = line.figures[figure];
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    values.push(value);
    sum += value;
  }
  const some = values.length > 0;
  return {
    ...place,
    first,
    values,
    mean: some ? sum / values.length : null,
    least: some ? Math.min(...values) : null,
    most: some ? Math.max(...values) : null,
    arrived,
    never,
    refused,
    outcome,
  };
}
