import { useApp } from '../../store/store.ts';
import styles from './Notices.module.css';
import { UI } from './words.ts';

/** The live regions are always there; a screen reader tells only of what changes in them. */
export function Notices() {
  const notice = useApp((state) => state.notice);
  const dismiss = useApp((state) => state.actions.dismissNotice);
  const bar = notice && (
    <div className={styles.bar} data-kind={notice.kind}>
      <p className={styles.text}>{notice.text}</p>
      <button type="button" className={styles.dismiss} onClick={dismiss}>
        {UI.dismiss}
      </button>
    </div>
  );
  const urgent = notice?.kind === 'error';
  return (
    <>
      <div role="alert">{urgent ? bar : null}</div>
      <div role="status">{urgent ? null : bar}</div>
    </>
  );
}
