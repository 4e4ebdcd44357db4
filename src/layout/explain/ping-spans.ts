/**
 * The spans whose mean round trip paper A prints, as far as they were reached:
 * *before* the first command; *during* the stream, from the first page of round 1 to suspend; *just after*, the first
 * 100 ms after activation; *recovered*, the last 100 pings of the scenario's time.
 */
import { MICROS_PER_MILLI, type Micros, type Millis } from '../../base/units.ts';

export interface PingSpan {
  readonly name: 'before' | 'during' | 'after' | 'recovered';
  readonly fromUs: Micros;
  readonly toUs: Micros;
}

export interface SpanFacts {
  /** first command that was given; null = none */
  readonly firstUs: Micros | null;
  /** the pinged VM's last move, or null */
  readonly move: {
    readonly startUs: Micros | null;
    readonly suspendUs: Micros | null;
    readonly endUs: Micros | null;
    readonly outcome: string;
  } | null;
  readonly durationMs: Millis;
  readonly pingIntervalMs: Millis;
  readonly reachedUs: Micros;
}

const AFTER_US = 100 * MICROS_PER_MILLI;
const RECOVERED_PINGS = 100;

export function pingSpans({ firstUs, move, durationMs, pingIntervalMs, reachedUs }: SpanFacts): PingSpan[] {
  const spans: PingSpan[] = [];
  const offer = (name: PingSpan['name'], fromUs: Micros, endUs: Micros) => {
    const toUs = Math.min(endUs, reachedUs);
    if (toUs > fromUs) spans.push({ name, fromUs, toUs });
  };
  offer('before', 0, firstUs ?? reachedUs);
  if (move === null || move.startUs === null) return spans;
  offer('during', move.startUs, move.suspendUs ?? move.endUs ?? reachedUs);
  if (move.endUs === null || move.outcome !== 'completed') return spans;
  offer('after', move.endUs, move.endUs + AFTER_US);
  // A short span at the end is told of when it is over.
  const endUs = durationMs * MICROS_PER_MILLI;
  const lastUs = endUs - RECOVERED_PINGS * pingIntervalMs * MICROS_PER_MILLI;
  if (lastUs > move.endUs + AFTER_US && reachedUs >= endUs) offer('recovered', lastUs, endUs);
  return spans;
}
