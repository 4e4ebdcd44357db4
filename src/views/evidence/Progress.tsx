import type { LongWork } from '../../store/long-work.ts';
import { SmallButton } from '../shared/SmallButton.tsx';
import { plainText } from '../shared/template.ts';
import styles from './Progress.module.css';
import { WORDS } from './words.ts';

interface Properties {
  work: LongWork<unknown>;
  /** what is being done */
  label: string;
  cancel?: (() => void) | undefined;
  /** begins work that was cancelled again */
  start?: (() => void) | undefined;
}

/** How far work is, and a way to end it or to take it up again. Nothing once it is done. */
export function Progress({ work, label, cancel, start }: Properties) {
  const { busy, done, problem } = work;
  const stopped = !busy && done < 1 && problem === null;
  return (
    <>
      {busy && (
        <p className={`${styles.progress} ${styles.corner}`}>
          <span>{label}</span>
          <progress max={1} value={done} aria-label={label} />
          <span className={styles.share}>
            {plainText(WORDS.share, { percent: String(Math.floor(100 * done)) })}
          </span>
          {cancel && <SmallButton onClick={cancel}>{WORDS.cancel}</SmallButton>}
        </p>
      )}
      {stopped && start && (
        <p className={styles.progress}>
          <SmallButton onClick={start}>{WORDS.goOn}</SmallButton>
        </p>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
