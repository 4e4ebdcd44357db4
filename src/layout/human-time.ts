/**
 * The strip's axis: simulated time to x by straight pieces, so that 60 ms of downtime can be wide and 15 quiet
 * seconds narrow. Every piece is as wide as the wall time auto-pace plays it in:
 *
 *   time   0 ……… 16 s      18      18.2        21.2   21.26        24
 *   x      |thin|  steady  | notice |  round 1   | stop |  recover  |   ahead   |
 *
 * Units: time in µs, x in css pixels. An axis is two arrays of equal length, both strictly rising in time.
 */
import { MICROS_PER_SECOND, type Micros } from '../base/units.ts';

export interface TimeAxis {
  readonly times: readonly Micros[];
  readonly xs: readonly number[];
}

/** A stretch of time played at one pace. Spans touch each other, the first begins at 0. */
export interface PaceSpan {
  readonly startUs: Micros;
  readonly endUs: Micros;
  /** wall seconds a simulated second takes: 60 = slowed sixtyfold */
  readonly stretch: number;
}

export interface HumanAxisInput {
  readonly spans: readonly PaceSpan[];
  readonly reachedUs: Micros;
  /** begin of the first phase that is not steady, or null while everything waits */
  readonly firstTurnUs: Micros | null;
  /** when the run will be over (the spans reach to there), so that it fills the width; null while nobody knows */
  readonly endUs: Micros | null;
  readonly width: number;
}

/** Quiet time before the first turn shown at its normal width; what came before shrinks into the thin piece. */
export const LEAD_US = 2 * MICROS_PER_SECOND;
const WAITING_WINDOW_US = 6 * MICROS_PER_SECOND;
const THIN_PX = 48;
/** While waiting the window fills this share of the width; the rest is "ahead". */
const WAITING_SHARE = 0.8;
/** Room grows by whole steps, so that nothing moves between two steps. */
const FIRST_ROOM_S = 14;
const ROOM_STEP = 1.6;
const FILLED_AT_MOST = 0.92;

const thinPx = (width: number) => Math.min(THIN_PX, width / 8);

function waitingAxis(reachedUs: Micros, width: number): TimeAxis {
  const usPerPx = WAITING_WINDOW_US / (width * WAITING_SHARE - thinPx(width));
  if (reachedUs <= WAITING_WINDOW_US) {
    return { times: [0, WAITING_WINDOW_US / WAITING_SHARE], xs: [0, width] };
  }
  // Whole pixels only: dots that wander by fractions of a pixel shimmer.
  const fromUs = Math.floor((reachedUs - WAITING_WINDOW_US) / usPerPx) * usPerPx;
  if (fromUs <= 0) return { times: [0, WAITING_WINDOW_US / WAITING_SHARE], xs: [0, width] };
  const thin = thinPx(width);
  return { times: [0, fromUs, fromUs + usPerPx * (width - thin)], xs: [0, thin, width] };
}

export function humanAxis(input: HumanAxisInput): TimeAxis {
  const { spans, reachedUs, firstTurnUs, width } = input;
  if (firstTurnUs === null) return waitingAxis(reachedUs, width);

  const fromUs = Math.max(0, firstTurnUs - LEAD_US);
  const untilUs = Math.max(reachedUs, input.endUs ?? reachedUs);
  const times: Micros[] = [0];
  const walls: number[] = [0];
  let wall = 0;
  let last = fromUs;
  let stretch = 1;
  if (fromUs > 0) {
    times.push(fromUs);
    walls.push(0);
  }
  for (const span of spans) {
    stretch = span.startUs < firstTurnUs ? 1 : span.stretch;
    const end = Math.min(span.endUs, untilUs);
    if (end <= last) continue;
    wall += ((end - last) / MICROS_PER_SECOND) * stretch;
    last = end;
    times.push(end);
    walls.push(wall);
  }
  const room = input.endUs !== null && wall > 0 ? wall : roomFor(wall);
  const thin = fromUs > 0 ? thinPx(width) : 0;
  const pxPerWall = (width - thin) / room;
  const xs = walls.map((w, i) => (i === 0 ? 0 : thin + w * pxPerWall));
  if (wall < room) {
    times.push(last + ((room - wall) / Math.max(stretch, 1e-3)) * MICROS_PER_SECOND);
    xs.push(width);
  }
  return { times, xs };
}

function roomFor(wall: number): number {
  let room = FIRST_ROOM_S;
  while (wall > room * FILLED_AT_MOST) room *= ROOM_STEP;
  return room;
}

/** True scale from 0; `endUs` is at the right edge. */
export function linearAxis(endUs: Micros, width: number): TimeAxis {
  return { times: [0, Math.max(endUs, 1)], xs: [0, width] };
}

/** Index of the piece that holds `value`; the outer pieces reach to infinity. */
function pieceOf(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function through(from: readonly number[], to: readonly number[], value: number): number {
  const i = pieceOf(from, value);
  const a = from[i] ?? 0;
  const b = from[i + 1] ?? a;
  const c = to[i] ?? 0;
  const d = to[i + 1] ?? c;
  return b === a ? d : c + ((value - a) / (b - a)) * (d - c);
}

export function timeToX(axis: TimeAxis, timeUs: Micros): number {
  return through(axis.times, axis.xs, timeUs);
}

export function xToTime(axis: TimeAxis, x: number): Micros {
  return through(axis.xs, axis.times, x);
}

/** The axis a share `k` of the way from `a` to `b`: each moment moves in a straight line, order is kept. */
export function blendAxes(a: TimeAxis, b: TimeAxis, k: number): TimeAxis {
  if (k <= 0) return a;
  if (k >= 1) return b;
  const times = [...new Set([...a.times, ...b.times])].sort((p, q) => p - q);
  return { times, xs: times.map((t) => timeToX(a, t) * (1 - k) + timeToX(b, t) * k) };
}

/** True when every moment up to `untilUs` stands where it stood: what was drawn can stay. */
export function agreesUntil(a: TimeAxis, b: TimeAxis, untilUs: Micros): boolean {
  const near = (t: Micros) => Math.abs(timeToX(a, t) - timeToX(b, t)) < 0.01;
  return (
    near(untilUs) &&
    a.times.every((t) => t > untilUs || near(t)) &&
    b.times.every((t) => t > untilUs || near(t))
  );
}

/** `timeToX` for many moments that rise: remembers the piece it is in. */
export function walkAxis(axis: TimeAxis): (timeUs: Micros) => number {
  const { times, xs } = axis;
  const last = times.length - 2;
  let piece = 0;
  let start = Number.NaN;
  let end = Number.NaN;
  let x = 0;
  let slope = 0;
  const enter = (i: number) => {
    piece = i;
    start = times[i] ?? 0;
    end = times[i + 1] ?? start;
    x = xs[i] ?? 0;
    slope = end > start ? ((xs[i + 1] ?? x) - x) / (end - start) : 0;
  };
  enter(0);
  return (timeUs) => {
    if (timeUs < start && piece > 0) enter(pieceOf(times, timeUs));
    while (timeUs > end && piece < last) enter(piece + 1);
    return x + (timeUs - start) * slope;
  };
}
