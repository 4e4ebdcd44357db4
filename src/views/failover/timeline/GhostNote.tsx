import { format } from '../../../protocol/texts.ts';
import { ghostBranch } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import styles from './GhostNote.module.css';
import { WORDS } from './words.ts';

/** Says what the thin lines behind the present run are. */
export function GhostNote() {
  const label = useApp((state) => ghostBranch(state)?.label ?? null);
  const setGhost = useApp((state) => state.actions.setGhost);
  if (label === null) return null;
  const text = format(WORDS.ghost, { label });
  return (
    <span className={styles.note} title={text}>
      <span className={styles.text}>{text}</span>
      <button type="button" aria-label={WORDS.ghostHide} onClick={() => setGhost(null)}>
        ×
      </button>
    </span>
  );
}
