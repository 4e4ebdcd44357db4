/** What the strip draws of an opened move, made once for it. */
import { MOVE, MOVE_PHASE } from '../../../base/columns.ts';
import type { Millis } from '../../../base/units.ts';
import { levelAt, type Track, trackOf } from '../../../layout/migration/lane-track.ts';
import type { MoveSide, OpenedMove } from '../../../protocol/migration/requests.ts';

const made = new WeakMap<MoveSide, Track>();

export function trackFor(side: MoveSide): Track {
  let track = made.get(side);
  if (track === undefined) {
    track = trackOf(side);
    made.set(side, track);
  }
  return track;
}

/** of one pass over the memory, by formula: the axis begins with room for it */
function passMs({ spec, pages }: MoveSide): Millis {
  const { link, strategy, vm } = spec;
  const wire = link.bandwidthBytesPerSecond * (1 - link.competingShare);
  const pace = Math.min(wire, strategy.maxBandwidthBytesPerSecond ?? Number.POSITIVE_INFINITY);
  return (pages * vm.pageBytes * 1000) / pace;
}

export function longestPassMs(opened: OpenedMove): Millis {
  return Math.max(...opened.sides.map(passMs));
}

/** What is saved is worth a lane where something can be. */
export function canSave({ spec }: MoveSide): boolean {
  const { xbzrleCacheMiB, kind } = spec.strategy;
  return xbzrleCacheMiB !== null || kind.includes('compress');
}

export function totalBytes({ spec, pages }: MoveSide): number {
  return pages * spec.vm.pageBytes;
}

/** MOVE_PHASE at a moment; what happened at the very end counts from there on. */
export function phaseAt(track: Track, ms: Millis): number {
  const phase = levelAt(track, MOVE.phase, ms);
  return Number.isNaN(phase) ? MOVE_PHASE.live : phase;
}

export const isOver = (phase: number): boolean => phase >= MOVE_PHASE.completed;

/** Where the pause ends as far as a run was shown; null where there was none yet. */
export function pauseUntil(
  side: MoveSide,
  untilMs: Millis,
): { fromMs: Millis; toMs: Millis; over: boolean } | null {
  const { suspendedMs, resumedMs, endMs } = side;
  if (suspendedMs === null || suspendedMs >= untilMs) return null;
  const end = resumedMs ?? endMs;
  return { fromMs: suspendedMs, toMs: Math.min(end, untilMs), over: end <= untilMs };
}
