/**
 * Two ways to say how long a reply waits when the link is busy for a share ρ of its time.
 *
 *   window   RTT = RTT₀ + ρ · D_q              the run's: a batch keeps a queue of fixed length, a gap none
 *   station  RTT = RTT₀ + S · ρ / (1 − ρ)      M/M/1: packets come at random to one server, each is served in S
 *
 * The station is an alternative to compare with; no run uses it. S is either the time one full packet takes on the
 * wire, or the S that makes the curve go through one given point.
 */
import type { Millis } from '../../base/units.ts';
import { FRAME_BYTES, type QueueSums } from './queue-sums.ts';

export function windowRtt({ baseMs, waitMs }: QueueSums, share: number): Millis {
  return baseMs + share * waitMs;
}

/** ∞ where the station is never idle. */
export function stationRtt(baseMs: Millis, serviceMs: Millis, share: number): Millis {
  if (share >= 1) return Number.POSITIVE_INFINITY;
  return baseMs + (serviceMs * share) / (1 - share);
}

/** S as the time one full packet takes on the wire. */
export function packetServiceMs(linkMbps: number): Millis {
  return (FRAME_BYTES * 8) / (linkMbps * 1000);
}

/** S that gives `rttMs` at `share`; NaN where none does. */
export function fittedServiceMs(baseMs: Millis, rttMs: Millis, share: number): Millis {
  return share > 0 && share < 1 ? ((rttMs - baseMs) * (1 - share)) / share : Number.NaN;
}

/** Points (ρ, ms) of a model, from 0 until it leaves the chart at `topMs`. */
export function curve(rttAt: (share: number) => Millis, topMs: Millis, steps = 200): [number, Millis][] {
  const points: [number, Millis][] = [];
  for (let i = 0; i <= steps; i += 1) {
    const rtt = rttAt(i / steps);
    if (!(rtt <= topMs)) break;
    points.push([i / steps, rtt]);
  }
  return points;
}
