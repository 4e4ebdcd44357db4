/** The sides on screen with their moment, as words and figures need them; nothing of a lab whose first moment is still on the way. */
import type { Millis } from '../../base/units.ts';
import { type Track, trackOf } from '../../layout/migration/lane-track.ts';
import type { MoveSide, StrategyEntry } from '../../protocol/migration/requests.ts';
import type { MigrationState, SideMoment } from '../../store/migration/types.ts';

export interface ShownSide {
  readonly index: 0 | 1;
  readonly side: MoveSide;
  readonly track: Track;
  readonly moment: SideMoment;
  readonly atMs: Millis;
  /** what was seen of it: nothing later may be told */
  readonly reachedMs: Millis;
  readonly entry: StrategyEntry | undefined;
}

const made = new WeakMap<MoveSide, Track>();

function trackFor(side: MoveSide): Track {
  let track = made.get(side);
  if (track === undefined) {
    track = trackOf(side);
    made.set(side, track);
  }
  return track;
}

/** null while there is nothing to show, or a lab has just been opened */
export function shownSides({ opened, moment, reachedMs, catalogue }: MigrationState): ShownSide[] | null {
  if (opened === null || moment === null || moment.moveKey !== opened.moveKey) return null;
  const sides: ShownSide[] = [];
  for (const index of [0, 1] as const) {
    const side = opened.sides[index];
    const at = moment.sides[index];
    if (side === undefined) continue;
    if (at === undefined) return null;
    sides.push({
      index,
      side,
      track: trackFor(side),
      moment: at,
      atMs: moment.atMs,
      reachedMs: Math.max(reachedMs, moment.atMs),
      entry: catalogue?.strategies.find(({ kind }) => kind === side.spec.strategy.kind),
    });
  }
  return sides;
}

/** The VM goes on at the destination ahead of its pages; asked only for a side that was paused. */
export function switchesOver({ side, entry }: Pick<ShownSide, 'side' | 'entry'>): boolean {
  // A hybrid that comes below QEMU's threshold in its rounds ends like pre-copy.
  return entry?.resumesEarly === true && side.result.stopReason?.rule !== 'below-threshold';
}
