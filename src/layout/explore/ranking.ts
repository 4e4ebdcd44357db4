/** Parameters in the order of what they move a figure: the rows of the tornado. */
import type { RankRow } from '../../protocol/explore/requests.ts';

export interface Moved {
  readonly row: RankRow;
  readonly now: number | null;
  /** the figure's change against the run as it is; null where a side has none, 0 where the side is the run as it is */
  readonly down: number | null;
  readonly up: number | null;
  /** the figure is there as it is and gone on a side: the VM never pauses, nothing is held … */
  readonly gone: boolean;
  /** the larger of both changes, without its sign; infinite where the figure is gone */
  readonly size: number;
}

/** Sorted by what they move most; equal ones stay in the order of their labels. */
export function ranked(rows: readonly RankRow[], figure: string): Moved[] {
  return rows
    .map((row) => {
      const now = row.atNow[figure] ?? null;
      const change = (side: number, value: number | null | undefined) => {
        if (now === null) return null;
        if (side === row.now) return 0;
        return value === null || value === undefined ? null : value - now;
      };
      const down = change(row.low, row.atLow[figure]);
      const up = change(row.high, row.atHigh[figure]);
      const gone = now !== null && row.problem === null && (down === null || up === null);
      const size = gone ? Number.POSITIVE_INFINITY : Math.max(Math.abs(down ?? 0), Math.abs(up ?? 0));
      return { row, now, down, up, gone, size };
    })
    .sort((a, b) => (a.size === b.size ? (a.row.label < b.row.label ? -1 : 1) : b.size - a.size));
}

/** The largest change there is, which fills half of the picture; 1 where nothing changes. */
export function largestChange(moved: readonly Moved[]): number {
  let largest = 0;
  for (const { down, up } of moved) largest = Math.max(largest, Math.abs(down ?? 0), Math.abs(up ?? 0));
  return largest > 0 ? largest : 1;
}

/** A bar from the middle line: where it begins and how long it is, in shares of half the width, −1 … 1. */
export function barOf(
  change: number | null,
  largest: number,
): { readonly from: number; readonly length: number } {
  if (change === null || !(largest > 0)) return { from: 0, length: 0 };
  const share = Math.max(-1, Math.min(1, change / largest));
  return share < 0 ? { from: share, length: -share } : { from: 0, length: share };
}
