/**
 * Auto pace: the whole of both sides in about 24 s of wall time, however long it takes. A pause is far too short to be
 * seen at that pace, so it and what is around it are stretched; the rest, where less happens, goes a little faster.
 *
 * It follows from the sides alone, so playing again goes as it went before.
 */
import type { Millis } from '../../base/units.ts';
import type { MoveSide } from '../../protocol/migration/requests.ts';

/** Up to `toMs` so many simulated ms go by in one ms of wall time. */
export interface PaceSpan {
  readonly toMs: Millis;
  readonly pace: number;
}

type PacedSide = Pick<MoveSide, 'endMs' | 'suspendedMs' | 'resumedMs'>;

interface Stretch {
  readonly fromMs: Millis;
  readonly toMs: Millis;
  readonly pace: number;
}

const WHOLE_WALL_MS = 24_000;
const PAUSE_WALL_MS = 1500;
/** a pause with both of its margins */
const AROUND_WALL_MS = 3000;
const MARGIN_SHARE = 0.03;
/** what is not stretched goes at most this much faster than it would if nothing were */
const MOST_HURRY = 2;

/** Spans in order of time, the last one to the end of the longer side. */
export function paceOf(sides: readonly PacedSide[]): PaceSpan[] {
  const endMs = Math.max(0, ...sides.map((side) => side.endMs));
  if (endMs === 0) return [];
  const even = endMs / WHOLE_WALL_MS;
  const stretches = sides.flatMap((side) => stretchesOf(side, endMs, even));
  const borders = [...new Set([...stretches.flatMap(({ fromMs, toMs }) => [fromMs, toMs]), endMs])]
    .filter((ms) => ms > 0)
    .sort((a, b) => a - b);
  let fromMs = 0;
  const spans = borders.map((toMs) => {
    const over = stretches.filter((stretch) => stretch.fromMs <= fromMs && stretch.toMs >= toMs);
    const pace = over.length === 0 ? null : Math.min(...over.map((stretch) => stretch.pace));
    const span = { toMs, lengthMs: toMs - fromMs, pace };
    fromMs = toMs;
    return span;
  });
  const stretchedWallMs = spans.reduce(
    (sum, { lengthMs, pace }) => sum + (pace === null ? 0 : lengthMs / pace),
    0,
  );
  const quietMs = spans.reduce((sum, { lengthMs, pace }) => sum + (pace === null ? lengthMs : 0), 0);
  const quietWallMs = Math.max(WHOLE_WALL_MS - stretchedWallMs, quietMs / even / MOST_HURRY);
  return spans.map(({ toMs, pace }) => ({ toMs, pace: pace ?? quietMs / quietWallMs }));
}

/** The pause of a side and its margins, each with the pace it needs; no faster than the even one. */
function stretchesOf({ suspendedMs, resumedMs, endMs }: PacedSide, wholeMs: Millis, even: number): Stretch[] {
  if (suspendedMs === null) return [];
  const goesOnMs = resumedMs ?? endMs;
  const marginMs = MARGIN_SHARE * wholeMs;
  const before = span(Math.max(0, suspendedMs - marginMs), suspendedMs);
  const after = span(goesOnMs, Math.min(wholeMs, goesOnMs + marginMs));
  const pause = span(suspendedMs, goesOnMs);
  const marginsMs = before.lengthMs + after.lengthMs;
  const marginWall = (lengthMs: Millis): number =>
    Math.max(lengthMs / even, (lengthMs / marginsMs) * (AROUND_WALL_MS - PAUSE_WALL_MS));
  const pauseWall = Math.max(pause.lengthMs / even, marginsMs > 0 ? PAUSE_WALL_MS : AROUND_WALL_MS);
  return [
    { ...before, wallMs: marginWall(before.lengthMs) },
    { ...pause, wallMs: pauseWall },
    { ...after, wallMs: marginWall(after.lengthMs) },
  ].flatMap(({ fromMs, toMs, lengthMs, wallMs }) =>
    lengthMs > 0 ? [{ fromMs, toMs, pace: lengthMs / wallMs }] : [],
  );
}

function span(fromMs: Millis, toMs: Millis): { fromMs: Millis; toMs: Millis; lengthMs: Millis } {
  return { fromMs, toMs, lengthMs: toMs - fromMs };
}

/** Where one stands after so much wall time; beyond the last span, at its end. */
export function advance(spans: readonly PaceSpan[], fromMs: Millis, wallMs: number): Millis {
  let atMs = fromMs;
  let left = wallMs;
  for (const { toMs, pace } of spans) {
    if (toMs <= atMs) continue;
    const needed = (toMs - atMs) / pace;
    if (needed >= left) return Math.min(toMs, atMs + left * pace);
    left -= needed;
    atMs = toMs;
  }
  return atMs;
}

/** Wall time from the beginning to a moment, for those who want to say how long it will take. */
export function wallUntil(spans: readonly PaceSpan[], untilMs: Millis): number {
  let fromMs = 0;
  let wallMs = 0;
  for (const { toMs, pace } of spans) {
    wallMs += Math.max(0, Math.min(toMs, untilMs) - fromMs) / pace;
    fromMs = toMs;
  }
  return wallMs;
}
