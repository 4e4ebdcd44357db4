/** What the marks of the small pictures mean. */
import type { GuestState } from '../../../layout/migration/compare-pictures.ts';
import { formatMB } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import styles from './PictureLegend.module.css';
import pictures from './SmallPicture.module.css';
import { GUEST_WORDS, WORDS } from './words.ts';

const STATES: readonly GuestState[] = ['runs', 'slowed', 'paused'];

export function PictureLegend({ mostBytes }: { mostBytes: number }) {
  return (
    <ul className={styles.legend} aria-label={WORDS.legend}>
      <li>
        <span className={styles.area} aria-hidden="true" />
        {plainText(WORDS.left, { most: formatMB(mostBytes) })}
      </li>
      {STATES.map((state) => (
        <li key={state}>
          <span className={styles.sample} aria-hidden="true">
            <span className={pictures.span} data-state={state} style={{ left: 0, width: '100%' }} />
          </span>
          {GUEST_WORDS[state]}
        </li>
      ))}
      <li>{WORDS.torn}</li>
      <li className={styles.star}>{WORDS.star}</li>
    </ul>
  );
}
