/**
 * The time line's axis: linear, over a window of simulated time. How far it reaches tells nothing of what was not
 * shown yet: it begins with the time one pass over the memory takes by formula, and room is added in round steps.
 */
import type { Millis } from '../../base/units.ts';

export interface TimeWindow {
  readonly fromMs: Millis;
  readonly toMs: Millis;
}

export interface MoveAxis extends TimeWindow {
  /** css pixels */
  readonly width: number;
}

export function msToX({ fromMs, toMs, width }: MoveAxis, ms: Millis): number {
  return ((ms - fromMs) * width) / (toMs - fromMs);
}

export function xToMs({ fromMs, toMs, width }: MoveAxis, x: number): Millis {
  return fromMs + (x * (toMs - fromMs)) / width;
}

const ROUND_STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
/** The newest moment does not touch the axis's end. */
const ROOM = 0.97;

/** The smallest round length that is at least `ms`. */
export function roundedUp(ms: Millis): Millis {
  let power = 1e-3;
  while (power * 10 <= ms) power *= 10;
  const step = ROUND_STEPS.find((factor) => factor * power >= ms * (1 - 1e-9)) ?? 10;
  return step * power;
}

export interface RoomInput {
  readonly reachedMs: Millis;
  /** end of the longer side */
  readonly endMs: Millis;
  /** of one pass over the memory at the link's or the strategy's pace, by formula */
  readonly passMs: Millis;
}

/** The axis ends here while nothing is zoomed. */
export function roomMs({ reachedMs, endMs, passMs }: RoomInput): Millis {
  if (endMs > 0 && reachedMs >= endMs) return endMs;
  return Math.max(roundedUp(passMs * 1.2), roundedUp(reachedMs / ROOM), 1e-3);
}

const LEAST_SPAN_MS: Millis = 0.1;

/** Within 0 and the end, as wide as it was if there is room. */
export function inside(window: TimeWindow, endMs: Millis): TimeWindow {
  const span = Math.min(window.toMs - window.fromMs, endMs);
  const fromMs = Math.max(0, Math.min(window.fromMs, endMs - span));
  return { fromMs, toMs: fromMs + span };
}

/** Closer (factor > 1) around a moment that keeps its place; null = all of it is to be seen. */
export function zoomed(
  window: TimeWindow,
  factor: number,
  aroundMs: Millis,
  endMs: Millis,
): TimeWindow | null {
  const span = window.toMs - window.fromMs;
  const next = Math.max(LEAST_SPAN_MS, span / factor);
  if (next >= endMs * 0.999) return null;
  const share = (aroundMs - window.fromMs) / span;
  return inside({ fromMs: aroundMs - share * next, toMs: aroundMs + (1 - share) * next }, endMs);
}

/** How far from the window's left edge a moment is put that would leave it. */
const FOLLOWS_AT = 0.15;

/** While time runs the window turns its page before the moment leaves it. */
export function following(window: TimeWindow, atMs: Millis): TimeWindow {
  const span = window.toMs - window.fromMs;
  if (atMs >= window.fromMs && atMs <= window.toMs - span * 0.03) return window;
  const fromMs = Math.max(0, atMs - span * FOLLOWS_AT);
  return { fromMs, toMs: fromMs + span };
}

/** A span with room on both sides, the span itself a little less than half of it; hardly any where time is over. */
export function around(span: TimeWindow, overMs: Millis | null): TimeWindow {
  const length = Math.max(span.toMs - span.fromMs, LEAST_SPAN_MS);
  const last = overMs === null ? Number.POSITIVE_INFINITY : Math.max(overMs, span.toMs + length * 0.1);
  return {
    fromMs: Math.max(0, span.fromMs - length * 0.6),
    toMs: Math.min(span.toMs + length * 0.6, last),
  };
}

export interface TimeTick {
  readonly ms: Millis;
  readonly x: number;
  /** in seconds, with as many digits as the distance of the ticks asks for */
  readonly label: string;
}

const WANTED_PX = 76;

/** Round moments at even distances; the unit stands at the first one. */
export function axisTicks(axis: MoveAxis): TimeTick[] {
  const span = axis.toMs - axis.fromMs;
  if (!(span > 0) || axis.width < WANTED_PX / 2) return [];
  const wanted = (span * WANTED_PX) / axis.width;
  let power = 1e-6;
  while (power * 10 <= wanted) power *= 10;
  const step = power * ([1, 2, 5].find((factor) => factor * power >= wanted) ?? 10);
  const digits = Math.max(0, Math.ceil(-Math.log10((step / 1000) * (1 + 1e-9))));
  const out: TimeTick[] = [];
  const first = Math.ceil(axis.fromMs / step - 1e-9);
  for (let i = first; i * step <= axis.toMs * (1 + 1e-12); i += 1) {
    const ms = i * step;
    const seconds = (ms / 1000).toFixed(digits);
    out.push({ ms, x: msToX(axis, ms), label: ms === 0 ? '0' : seconds });
  }
  return out;
}
