import { formatNumber } from '../../../base/format.ts';
import type { Cause } from '../../../protocol/requests.ts';
import { causeText, format } from '../../../protocol/texts.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './CauseLink.module.css';
import { DELAY_DIGITS } from './DelayBar.tsx';
import { WHY_WORDS } from './words.ts';

interface Props {
  cause: Cause;
  /** how it follows from the link above; null for the effect itself, '' among the parts of a sum */
  connector: string | null;
  /** delay as printed, and the shade that marks it in the bar */
  delay: { ms: number; swatch: number } | null;
  onGo: (us: number) => void;
}

/** One link of the chain: what, how, by which rule, from where, and when. */
export function CauseLink({ cause, connector, delay, onGo }: Props) {
  const { title, detail } = causeText(cause);
  const { atUs, rule, source } = cause;
  return (
    <li className={styles.link}>
      {connector && <p className={styles.because}>{connector}</p>}
      <div className={styles.head}>
        {delay && <span className={styles.swatch} data-swatch={delay.swatch} />}
        <h3 className={connector === null ? styles.effect : styles.title}>{title}</h3>
        {delay && (
          <span className={styles.delay}>
            {format(WHY_WORDS.adds, {
              sign: delay.ms < 0 ? '' : '+',
              ms: formatNumber(delay.ms, DELAY_DIGITS),
            })}
          </span>
        )}
      </div>
      <p className={styles.detail}>{detail}</p>
      {rule !== '' && <p className={styles.rule}>{rule}</p>}
      {(source !== '' || atUs !== null) && (
        <p className={styles.foot}>
          <span className={styles.source}>{source !== '' && format(WHY_WORDS.source, { source })}</span>
          {atUs !== null && (
            <SmallButton
              aria-label={format(WHY_WORDS.goThereLabel, { at: atUs, title })}
              onClick={() => onGo(atUs)}
            >
              {format(WHY_WORDS.goThere, { at: atUs })}
            </SmallButton>
          )}
        </p>
      )}
    </li>
  );
}
