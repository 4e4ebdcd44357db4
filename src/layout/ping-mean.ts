/** Means over answered pings sent in a span; lost ones are counted apart, never as 0. */
import type { Micros, Millis } from '../base/units.ts';
import { firstRowAt, type Table } from './decimate.ts';

export interface PingMean {
  readonly meanMs: Millis;
  readonly answered: number;
  readonly lost: number;
}

const RTT_COLUMN = 1;

/** Pings sent in [fromUs, toUs); mean NaN when none was answered. */
export function pingMean(pings: Table, fromUs: Micros, toUs: Micros): PingMean {
  let sum = 0;
  let answered = 0;
  let lost = 0;
  const to = firstRowAt(pings, toUs);
  for (let row = firstRowAt(pings, fromUs); row < to; row += 1) {
    const rtt = pings.data[row * pings.width + RTT_COLUMN] ?? Number.NaN;
    if (Number.isNaN(rtt)) lost += 1;
    else {
      answered += 1;
      sum += rtt;
    }
  }
  return { meanMs: answered === 0 ? Number.NaN : sum / answered, answered, lost };
}

/** Number of the last ping sent at or before a moment; −1 before the first. */
export function lastPingAt(pings: Table, timeUs: Micros): number {
  return firstRowAt(pings, timeUs + 1) - 1;
}

/**
 * Row of the ping drawn nearest to (x, y) within `reach` pixels, or null. Lost pings stand at `lostY`.
 */
export function pingNear(
  pings: Table,
  at: { x: number; y: number; reach: number; fromUs: Micros; toUs: Micros; lostY: number },
  xOf: (timeUs: Micros) => number,
  yOf: (rttMs: Millis) => number,
): number | null {
  let best: number | null = null;
  let bestSquare = at.reach * at.reach;
  const to = firstRowAt(pings, at.toUs);
  for (let row = firstRowAt(pings, at.fromUs); row < to; row += 1) {
    const rtt = pings.data[row * pings.width + RTT_COLUMN] ?? Number.NaN;
    const dx = xOf(pings.data[row * pings.width] ?? 0) - at.x;
    const dy = (Number.isNaN(rtt) ? at.lostY : yOf(rtt)) - at.y;
    const square = dx * dx + dy * dy;
    if (square <= bestSquare) {
      best = row;
      bestSquare = square;
    }
  }
  return best;
}
