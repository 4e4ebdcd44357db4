import type { ReactNode } from 'react';
import { format } from '../../../../protocol/texts.ts';
import shared from './explain.module.css';
import { WORDS } from './words.ts';

/** A wide table on a narrow screen: moved sideways by touch, wheel or arrow keys. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={shared.scroll} aria-label={format(WORDS.scrolls, { label })} tabIndex={0}>
      {children}
    </section>
  );
}
