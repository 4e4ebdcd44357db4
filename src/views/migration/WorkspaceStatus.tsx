import { useMigration } from '../../store/migration/store.ts';
import { SmallButton } from '../shared/SmallButton.tsx';
import styles from './WorkspaceStatus.module.css';
import { WORDS } from './words.ts';

/** Until there is anything to show; what takes no time to speak of does not flash. */
export function WorkspaceStatus() {
  const status = useMigration((state) => state.status);
  const empty = useMigration((state) => state.opened === null);
  return (
    <>
      <p role="status" className={styles.status}>
        {empty && status === 'loading' && <span className={styles.card}>{WORDS.loading}</span>}
      </p>
      {empty && status === 'failed' && (
        <div role="alert" className={styles.status}>
          <span className={styles.card}>
            {WORDS.failed} <SmallButton onClick={() => location.reload()}>{WORDS.reload}</SmallButton>
          </span>
        </div>
      )}
    </>
  );
}
