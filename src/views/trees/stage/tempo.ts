/** How long the nodes take from one moment's places to the next one's. */
import type { TreeMoment } from '../../../protocol/trees/moment.ts';
import { tweenMs } from '../../../store/trees/pace.ts';
import type { TreeSpeed } from '../../../store/trees/types.ts';

/** Another tree on the same keys. */
const MORPH_MS = 600;
/** A whole operation at once, stepped by hand. */
const WHOLE_MS = 450;
/** Shorter moves cannot be followed by the eye. */
const SHORTEST_MS = 70;

/** 0 = at once: a jump, or too fast to be seen. */
export function moveMs(
  before: TreeMoment | null,
  after: TreeMoment,
  playing: boolean,
  speed: TreeSpeed,
): number {
  if (before === null || Math.abs(before.size - after.size) > 1) return 0;
  const operations = after.operation - before.operation;
  if (Math.abs(operations) > 1) return 0;
  if (before.labKey !== after.labKey && operations === 0 && before.step === after.step) return MORPH_MS;
  const stepped =
    operations === 0
      ? Math.abs(after.step - before.step) === 1
      : operations === 1
        ? before.step === before.steps && after.step <= 1
        : before.step <= 1 && after.step === after.steps;
  const ms = stepped ? stepTime(before, after, playing, speed) : wholeTime(playing, speed);
  return ms < SHORTEST_MS ? 0 : ms;
}

function stepTime(before: TreeMoment, after: TreeMoment, playing: boolean, speed: TreeSpeed): number {
  const forward =
    after.operation > before.operation || (after.operation === before.operation && after.step > before.step);
  const kind = (forward ? after : before).current?.kind ?? 'start';
  if (speed.unit === 'accesses')
    return playing ? wholeTime(playing, speed) : tweenMs(kind, { unit: 'steps', factor: 1 });
  // By hand nobody waits for a slow motion that was set for playing, but a fast one is wanted.
  return tweenMs(kind, playing ? speed : { unit: 'steps', factor: Math.max(1, speed.factor) });
}

function wholeTime(playing: boolean, speed: TreeSpeed): number {
  if (!playing || speed.unit === 'steps') return WHOLE_MS;
  return Math.min(WHOLE_MS, 700 / speed.perSecond);
}
