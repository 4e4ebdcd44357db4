import type { ReactNode } from 'react';
import styles from './panels.module.css';

interface Properties {
  title: string;
  /** what stands in it, while it is closed too */
  summary: string;
  open?: boolean;
  children: ReactNode;
}

/** A part of the setup that opens where it stands. */
export function Section({ title, summary, open = false, children }: Properties) {
  return (
    <details className={styles.section} open={open}>
      <summary className={styles.summary}>
        <span className={styles.name}>{title}</span> <span className={styles.brief}>{summary}</span>
      </summary>
      <fieldset className={styles.group} aria-label={title}>
        {children}
      </fieldset>
    </details>
  );
}
