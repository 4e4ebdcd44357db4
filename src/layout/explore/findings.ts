/** What a sweep shows, worked out from its cells: nothing here is said that the numbers do not say. */
import type { Cell, Cells } from './cells.ts';

/** Where a variant stops converging along one axis, the other one held at a place. */
export interface Threshold {
  readonly variant: number;
  readonly along: 'x' | 'y';
  /** place on the other axis */
  readonly at: number;
  /** last place that converges with every seed that is there, and whether it is the higher places that do not */
  readonly last: number;
  readonly above: boolean;
}

export interface Counts {
  /** settings of which a seed is there */
  readonly some: number;
  /** of those: settings none of whose seeds converges, and settings that were refused */
  readonly never: number;
  readonly refused: number;
}

export function countsOf({ cells }: Cells): Counts {
  let some = 0;
  let never = 0;
  let refused = 0;
  for (const cell of cells) {
    if (cell.arrived === 0) continue;
    some += 1;
    if (cell.never === cell.arrived) never += 1;
    if (cell.refused > 0) refused += 1;
  }
  return { some, never, refused };
}

/**
 * A clean border in the middle of the map: up to it every seed converges, beyond it none does. The second axis is looked
 * along first, from its middle row outwards; null where no row has one.
 */
export function thresholdOf(cells: Cells, variant: number): Threshold | null {
  const { xs, ys } = cells;
  const along = (axis: 'x' | 'y') => {
    const others = axis === 'y' ? xs : ys;
    for (const at of fromTheMiddle(others)) {
      const row = Array.from({ length: axis === 'y' ? ys : xs }, (_, i) =>
        axis === 'y' ? cellOf(cells, variant, at, i) : cellOf(cells, variant, i, at),
      );
      const border = borderOf(row);
      if (border !== null) return { variant, along: axis, at, ...border };
    }
    return null;
  };
  return (ys > 1 ? along('y') : null) ?? along('x');
}

/** The settings whose means are the least and the largest; null where fewer than two have one. */
export function extremesOf({ cells }: Cells): { readonly least: Cell; readonly most: Cell } | null {
  let least: Cell | null = null;
  let most: Cell | null = null;
  for (const cell of cells) {
    if (cell.mean === null) continue;
    if (least === null || cell.mean < (least.mean ?? 0)) least = cell;
    if (most === null || cell.mean > (most.mean ?? 0)) most = cell;
  }
  return least !== null && most !== null && least !== most ? { least, most } : null;
}

/** In how many settings the first variant's mean lies below the other's, and in how many both have one. */
export function duel(
  cells: Cells,
  first: number,
  other: number,
): { readonly less: number; readonly same: number; readonly both: number } {
  const perVariant = cells.xs * cells.ys;
  let less = 0;
  let same = 0;
  let both = 0;
  for (let i = 0; i < perVariant; i += 1) {
    const a = cells.cells[first * perVariant + i];
    const b = cells.cells[other * perVariant + i];
    if (a === undefined || b === undefined || a.mean === null || b.mean === null) continue;
    both += 1;
    if (a.mean < b.mean) less += 1;
    if (a.mean === b.mean) same += 1;
  }
  return { less, same, both };
}

function cellOf({ cells, xs, ys }: Cells, variant: number, x: number, y: number): Cell | undefined {
  return cells[(variant * ys + y) * xs + x];
}

function borderOf(row: readonly (Cell | undefined)[]): { last: number; above: boolean } | null {
  const states = row.map((cell) => {
    if (cell === undefined || cell.arrived === 0 || cell.refused > 0) return 'unknown';
    return cell.never === cell.arrived ? 'never' : cell.never === 0 ? 'always' : 'mixed';
  });
  if (states.includes('unknown')) return null;
  for (const above of [true, false]) {
    const read = above ? states : states.toReversed();
    const last = read.lastIndexOf('always');
    const clean =
      last >= 0 &&
      last < read.length - 1 &&
      read.every((state, i) => (i <= last ? state === 'always' : state !== 'always')) &&
      read.includes('never');
    if (clean) return { last: above ? last : states.length - 1 - last, above };
  }
  return null;
}

function fromTheMiddle(count: number): number[] {
  const middle = (count - 1) / 2;
  return Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b,
  );
}
