/** Vertical scales of the lanes: value to y within a lane, 0 at the lane's foot. */
import type { Lane } from '../../../layout/lanes.ts';

/** What the tops of the lanes stand for. */
export interface Scales {
  /** writes a second at the writes lane's top */
  writesTop: number;
  /** ms at the round-trip lane's top */
  tripMaxMs: number;
  pagesTotal: number;
}

/** Space above the highest value and below 0. */
const PAD = 3;

function within(lane: Lane, share: number): number {
  const height = lane.height - 2 * PAD;
  return lane.top + lane.height - PAD - Math.max(0, Math.min(1, share)) * height;
}

export function linearY(lane: Lane, value: number, top: number): number {
  return within(lane, value / top);
}

/** Pages left span four powers of ten and end at 0: logarithmic, but straight near the stop threshold. */
const STRAIGHT_BELOW = 50;
export function pagesY(lane: Lane, pages: number, total: number): number {
  const log = (p: number) => Math.log1p(Math.max(0, p) / STRAIGHT_BELOW);
  return within(lane, log(pages) / log(Math.max(total, 1)));
}

const TRIP_TOPS = [1.6, 2.5, 4, 6, 10, 16, 25, 40, 60, 100, 160, 250, 400, 1_000, 10_000];
/** Top of the round-trip scale: the smallest of a few fixed ones that holds every ping seen. */
export function tripTop(maxMs: number): number {
  return TRIP_TOPS.find((top) => top >= maxMs) ?? maxMs;
}

/** Lost pings have no height: they are marked along the lane's upper edge. */
export function lostY(lane: Lane): number {
  return lane.top + 5;
}
