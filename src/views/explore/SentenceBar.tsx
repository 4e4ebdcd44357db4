/** A row on top of every view: what is asked and what is found, in plain words, and beside it the one thing to do. */
import type { ReactNode } from 'react';
import { TemplateWords } from '../shared/TemplateWords.tsx';
import styles from './SentenceBar.module.css';
import type { Said } from './situation.ts';

interface Properties {
  readonly label: string;
  readonly said: readonly Said[];
  /** told to screen readers when it changes; not with every number */
  readonly announced: string;
  readonly children?: ReactNode;
}

export function SentenceBar({ label, said, announced, children }: Properties) {
  return (
    <section className={styles.bar} aria-label={label}>
      <h1 className={styles.sentence}>
        {said.map(({ template, slots }) => (
          <span key={template}>
            <TemplateWords template={template} slots={slots} />{' '}
          </span>
        ))}
      </h1>
      <div className={styles.control}>{children}</div>
      <p className={styles.hidden} role="status">
        {announced}
      </p>
    </section>
  );
}
