import styles from './paper.module.css';
import { MEMORY_NOTES, RTT_NOTES, WORDS } from './words.ts';

/** What the paper prints, how that is read here, and which numbers were chosen. */
export function Notes({ of, open = false }: { of: 'memory' | 'rtt'; open?: boolean }) {
  return (
    <details className={styles.notes} open={open}>
      <summary>{WORDS.notes}</summary>
      <dl>
        {(of === 'memory' ? MEMORY_NOTES : RTT_NOTES).map(({ head, text }) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
