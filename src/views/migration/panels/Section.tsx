import { type ReactNode, useState } from 'react';
import styles from './panels.module.css';

interface Properties {
  title: string;
  /** what stands in it, while it is closed too */
  summary: string;
  open?: boolean;
  children: ReactNode;
}

/** A part of the setup that opens where it stands. What is closed is not made: there are a hundred fields in all. */
export function Section({ title, summary, open: openAtFirst = false, children }: Properties) {
  const [open, setOpen] = useState(openAtFirst);
  return (
    <section className={styles.section}>
      <h3 className={styles.disclosure}>
        <button type="button" className={styles.summary} aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className={styles.name}>{title}</span> <span className={styles.brief}>{summary}</span>
        </button>
      </h3>
      {open && (
        <fieldset className={styles.group} aria-label={title}>
          {children}
        </fieldset>
      )}
    </section>
  );
}
