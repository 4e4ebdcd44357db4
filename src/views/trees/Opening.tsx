import { formatNumber } from '../../base/format.ts';
import { format } from '../../protocol/texts.ts';
import { useTrees } from '../../store/trees/store.ts';
import { SmallButton } from '../shared/SmallButton.tsx';
import styles from './Opening.module.css';
import { WORDS } from './words.ts';

/** A long lab says how far it is; what was on screen stays there and can be gone on with. */
export function Opening() {
  const done = useTrees((state) => (state.opening === null ? null : Math.floor(state.opening * 100)));
  const cancel = useTrees((state) => state.actions.cancelOpening);
  return (
    <div role="status" className={styles.place}>
      {done !== null && (
        <div className={styles.card}>
          <span>{WORDS.opening}</span>
          <progress className={styles.progress} aria-label={WORDS.opening} max={100} value={done} />
          <span className={styles.share}>{format(WORDS.openingShare, { percent: formatNumber(done) })}</span>
          <SmallButton onClick={cancel}>{WORDS.cancel}</SmallButton>
        </div>
      )}
    </div>
  );
}
