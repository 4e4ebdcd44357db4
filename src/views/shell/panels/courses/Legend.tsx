import styles from './Legend.module.css';
import { WORDS } from './words.ts';

const ENTRIES = ['rtt', 'gap', 'runs', 'boots', 'stands', 'belief', 'twice'] as const;

/** What the marks of the rows stand for. */
export function Legend() {
  return (
    <ul className={styles.legend}>
      {ENTRIES.map((name) => (
        <li key={name}>
          <span className={styles.sample} data-what={name} aria-hidden="true" />
          {WORDS.legend[name]}
        </li>
      ))}
    </ul>
  );
}
