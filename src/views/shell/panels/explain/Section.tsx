import { type ReactNode, useId } from 'react';
import shared from './explain.module.css';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h3 id={id} className={shared.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
}
