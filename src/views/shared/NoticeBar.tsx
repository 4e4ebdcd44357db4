import styles from './NoticeBar.module.css';

const WORDS = { dismiss: 'Dismiss' } as const;

interface Properties {
  notice: {
    readonly kind: string;
    readonly text: string;
    readonly action?: { readonly label: string; readonly run: () => void };
  } | null;
  dismiss: () => void;
}

/** The live regions are always there; a screen reader tells only of what changes in them. */
export function NoticeBar({ notice, dismiss }: Properties) {
  const bar = notice && (
    <div className={styles.bar} data-kind={notice.kind}>
      <p className={styles.text}>{notice.text}</p>
      {notice.action && (
        <button type="button" className={styles.dismiss} onClick={notice.action.run}>
          {notice.action.label}
        </button>
      )}
      <button type="button" className={styles.dismiss} onClick={dismiss}>
        {WORDS.dismiss}
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
