import { useTrees } from '../../store/trees/store.ts';
import { OpeningCard } from '../shared/OpeningCard.tsx';
import { WORDS } from './words.ts';

export function Opening() {
  const done = useTrees((state) => (state.opening === null ? null : Math.floor(state.opening * 100) / 100));
  const cancel = useTrees((state) => state.actions.cancelOpening);
  return <OpeningCard label={WORDS.opening} done={done} cancel={cancel} />;
}
