/** Which operations the strip shows, and where. */

/** The present one stands here once there are so many before it: what is to come needs more room than what was. */
const PAST_SHARE = 0.35;

/** How many cells of a width fit; at least one. Lengths in px. */
export function cellsThatFit(widthPx: number, cellPx: number, gapPx: number): number {
  return Math.max(1, Math.floor((widthPx + gapPx) / (cellPx + gapPx)));
}

/**
 * Number of the first operation shown. At the start the mark moves and the keys stand still; then the mark stands still
 * and the keys pass under it; at the end the mark moves again.
 */
export function firstShown(operation: number, operations: number, cells: number): number {
  const before = Math.floor(cells * PAST_SHARE);
  return Math.max(0, Math.min(operation - before, operations - cells));
}
