/** Keys of the whole workspace; pictures have their own arrows. */
import { exploreStore } from '../../store/explore/store.ts';
import type { ExploreView } from '../../store/explore/types.ts';
import { type Key, useKeys } from '../shared/use-keys.ts';

const VIEWS: Readonly<Record<string, ExploreView>> = { 1: 'sweep', 2: 'rank', 3: 'compare' };

export function useExploreKeyboard(): void {
  useKeys(actionFor);
}

function actionFor({ key, ctrlKey, metaKey, altKey }: Key): (() => void) | null {
  const { panel, actions } = exploreStore.getState();
  if (ctrlKey || metaKey || altKey || panel !== 'none') return null;
  const view = VIEWS[key];
  if (view !== undefined) return () => actions.setView(view);
  if (key === 's') return () => actions.openPanel('setup');
  if (key === '?') return () => actions.openPanel('help');
  return null;
}
