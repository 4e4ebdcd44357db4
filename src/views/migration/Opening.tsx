import { useMigration } from '../../store/migration/store.ts';
import { OpeningCard } from '../shared/OpeningCard.tsx';
import { WORDS } from './words.ts';

/** Not while a panel lies over it: what is set up there says so there. */
export function Opening() {
  const done = useMigration((state) =>
    state.opening === null || state.panel === 'setup' ? null : Math.floor(state.opening * 100) / 100,
  );
  const cancel = useMigration((state) => state.actions.cancelOpening);
  return <OpeningCard label={WORDS.opening} done={done} cancel={cancel} />;
}
