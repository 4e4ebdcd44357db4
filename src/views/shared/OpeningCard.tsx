import { formatNumber } from '../../base/format.ts';
import { format } from '../../protocol/texts.ts';
import styles from './OpeningCard.module.css';
import { SmallButton } from './SmallButton.tsx';

const WORDS = { share: '{percent} %', cancel: 'Cancel' } as const;

interface Properties {
  /** what is being made ready */
  label: string;
  /** 0–1; null = nothing is, and nothing is shown */
  done: number | null;
  cancel: () => void;
}

/** Something long says how far it is; what was on screen stays there and can be gone on with. */
export function OpeningCard({ label, done, cancel }: Properties) {
  const percent = done === null ? null : Math.floor(done * 100);
  return (
    <div role="status" className={styles.place}>
      {percent !== null && (
        <div className={styles.card}>
          <span>{label}</span>
          <progress className={styles.progress} aria-label={label} max={100} value={percent} />
          <span className={styles.share}>{format(WORDS.share, { percent: formatNumber(percent) })}</span>
          <SmallButton onClick={cancel}>{WORDS.cancel}</SmallButton>
        </div>
      )}
    </div>
  );
}
