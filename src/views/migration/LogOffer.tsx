import { format } from '../../protocol/texts.ts';
import { SmallButton } from '../shared/SmallButton.tsx';
import styles from './LogOffer.module.css';
import { offerLog, openOnEvidencePage, useOfferedLog } from './log-offer.ts';
import { WORDS } from './words.ts';

/** The live region is always there; a screen reader tells only of what changes in it. */
export function LogOffer() {
  const log = useOfferedLog();
  return (
    <div role="status">
      {log !== null && (
        <div className={styles.bar}>
          <p className={styles.text}>{format(WORDS.log, { name: log.name })}</p>
          <SmallButton onClick={() => void openOnEvidencePage(log)}>{WORDS.logOpen}</SmallButton>
          <SmallButton onClick={() => offerLog(null)}>{WORDS.logLeave}</SmallButton>
        </div>
      )}
    </div>
  );
}
