/** Two places of a sweep laid over each other, as two runs: the first seed of each. */
import type { Cell } from '../../../layout/explore/cells.ts';
import { exploreStore } from '../../../store/explore/store.ts';
import type { ShownSweep } from '../shown.ts';
import { placeText } from '../situation.ts';

export async function compareCases(shown: ShownSweep, a: Cell, b: Cell): Promise<void> {
  const { actions } = exploreStore.getState();
  const first = await actions.caseSubject(a.first);
  const other = await actions.caseSubject(b.first);
  if (first === null || other === null) return;
  actions.compare(
    { name: placeText(shown, a), subject: first },
    { name: placeText(shown, b), subject: other },
  );
  actions.setView('compare');
}
