import { type ReactNode, useEffect, useRef } from 'react';
import type { EvidenceSection } from '../../protocol/migration/evidence-link.ts';
import styles from './Section.module.css';
import { SECTION_NAMES } from './words.ts';

interface Properties {
  name: EvidenceSection;
  /** the statement the section proves or disproves */
  claim: string;
  marks: ReactNode;
  /** called once, when the section comes into sight */
  onSeen?: (() => void) | undefined;
  children: ReactNode;
}

/** A section of the page: its name small, its claim as the heading, where the numbers come from, and the proof. */
export function Section({ name, claim, marks, onSeen, children }: Properties) {
  const section = useRef<HTMLElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const element = section.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      seen.current?.();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const id = `evidence-${name}`;
  return (
    <section
      ref={section}
      id={id}
      data-section={name}
      data-region={name}
      className={styles.section}
      aria-labelledby={`${id}-claim`}
    >
      <p className={styles.name}>{SECTION_NAMES[name]}</p>
      <h2 id={`${id}-claim`} className={styles.claim} tabIndex={-1}>
        {claim.replaceAll(' %', '\u00a0%')}
      </h2>
      <p className={styles.marks}>{marks}</p>
      {children}
    </section>
  );
}
