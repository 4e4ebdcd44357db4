import { sameJson } from '../../../protocol/merge.ts';
import styles from './panels.module.css';
import type { SectionParts } from './section-parts.ts';
import { SETUP } from './words.ts';

/** Migrations worth looking at, each with the reason. */
export function ReadyMoves({ catalogue, lab, draft }: SectionParts) {
  return (
    <section>
      <h3 className={styles.heading}>{SETUP.ready}</h3>
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
    </section>
  );
}
