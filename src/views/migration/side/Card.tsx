import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

interface Props {
  readonly title: string;
  /** the card in one short text, for when it is closed */
  readonly summary: string;
  readonly lead: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One card of the column: the leading one stands out, closed ones keep their one line. */
export function Card({ title, summary, lead, open, onToggle, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} data-lead={lead} data-open={open} aria-labelledby={`${id}-title`}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className={styles.mark} aria-hidden="true" />
          <span id={`${id}-title`} className={styles.title}>
            {title}
          </span>
          {!open && <span className={styles.summary}>{summary}</span>}
        </button>
      </h2>
      <div id={id} className={styles.body} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
