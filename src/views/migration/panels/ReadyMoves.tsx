import { useState } from 'react';
import { sameJson } from '../../../protocol/merge.ts';
import { format } from '../../../protocol/texts.ts';
import styles from './panels.module.css';
import { Section } from './Section.tsx';
import type { SectionParts } from './section-parts.ts';
import { SETUP } from './words.ts';

/** Migrations worth looking at, each with the reason. */
export function ReadyMoves({ catalogue, lab, draft }: SectionParts) {
  const [openAtFirst] = useState(() => catalogue.readyMoves.some((ready) => sameJson(ready.lab, lab)));
  return (
    <Section
      title={SETUP.ready}
      summary={format(SETUP.readyCount, { count: catalogue.readyMoves.length })}
      // Whoever has changed a setting has seen them.
      open={openAtFirst}
    >
      <ul className={styles.ready}>
        {catalogue.readyMoves.map((ready) => (
          <li key={ready.kind}>
            <button
              type="button"
              className={styles.readyMove}
              aria-current={sameJson(ready.lab, lab) || undefined}
              onClick={() => draft.change('', ready.lab, false)}
            >
              <strong>{ready.name}</strong> <span>{ready.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
