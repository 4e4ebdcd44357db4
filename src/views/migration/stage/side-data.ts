/** What the stage reads of the store: the side on screen and its moment, if they belong together. */
import type { MoveSide } from '../../../protocol/migration/requests.ts';
import type { MigrationState, SideMoment } from '../../../store/migration/types.ts';

export type SideIndex = 0 | 1;

export function sideOf(state: MigrationState, index: SideIndex): MoveSide | null {
  return state.opened?.sides[index] ?? null;
}

/** null while a lab has just been opened and its first moment is on the way */
export function momentOf(state: MigrationState, index: SideIndex): SideMoment | null {
  const { moment, opened } = state;
  if (moment === null || opened === null || moment.moveKey !== opened.moveKey) return null;
  const found = moment.sides[index];
  return found !== undefined && found.states.length === opened.sides[index]?.pages ? found : null;
}
