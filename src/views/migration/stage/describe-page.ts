/** What stands at a place of a grid, in words. */
import { cellOfPage, type PageMap, pagesOfCell } from '../../../layout/migration/page-map.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { momentOf, type SideIndex, sideOf } from './side-data.ts';
import { addressText, countsText } from './states.ts';
import { STAGE_WORDS, say, stateWord } from './words.ts';

/** A page by number, address and state; a cell of many pages by its counts. */
export function describePage(
  state: MigrationState,
  index: SideIndex,
  map: PageMap,
  level: number,
  page: number,
): string {
  const states = momentOf(state, index)?.states;
  const side = sideOf(state, index);
  if (states === undefined || side === null || page >= map.pages) return '';
  const [from, to] = pagesOfCell(map, level, cellOfPage(page, level));
  if (to - from > 1) return say(STAGE_WORDS.cell, { from, to: to - 1, states: countsText(states, from, to) });
  const address = addressText(page, side.spec.vm.pageBytes, map.pages);
  return say(STAGE_WORDS.page, { page, address, state: stateWord(states[page] ?? -1) });
}
