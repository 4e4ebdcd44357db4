/** How busy a migration keeps its link, from the rows of its series that have been reached. */
import { MOVE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';

export interface SpanRate {
  /** what the column grew by per second */
  readonly perSecond: number;
  /** span it was measured over: as asked for, or the distance of the rows where that is longer */
  readonly spanMs: Millis;
}

/** Rows at or before a moment. */
export function rowsUntil(series: Float64Array, rows: number, ms: Millis): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((series[middle * MOVE_WIDTH + MOVE.ms] as number) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Growth of a total over the last `spanMs` before a moment; nothing after the moment is looked at. */
export function rateBefore(
  series: Float64Array,
  rows: number,
  column: number,
  ms: Millis,
  spanMs: Millis,
): SpanRate {
  const now = rowsUntil(series, rows, ms) - 1;
  if (now < 1) return { perSecond: 0, spanMs: 0 };
  const at = (row: number, of: number) => series[row * MOVE_WIDTH + of] as number;
  const end = at(now, MOVE.ms);
  const before = Math.min(now - 1, Math.max(0, rowsUntil(series, rows, end - spanMs) - 1));
  const span = end - at(before, MOVE.ms);
  return span > 0
    ? { perSecond: ((at(now, column) - at(before, column)) * 1000) / span, spanMs: span }
    : { perSecond: 0, spanMs: 0 };
}
