import { useId } from 'react';
import { format } from '../../../protocol/texts.ts';
import styles from './PredictPanel.module.css';
import { MOST_SEED, parseSeed } from './seed.ts';
import { WORDS } from './words.ts';

/** A seed, with one sentence where it is none. */
export function SeedField({ text, change }: { text: string; change: (text: string) => void }) {
  const id = useId();
  const bad = parseSeed(text) === null;
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        {WORDS.seed}
      </label>
      <input
        id={id}
        className={styles.seed}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={bad}
        aria-describedby={`${id}-note`}
        onChange={(event) => change(event.target.value)}
      />
      <span
        id={`${id}-note`}
        className={bad ? styles.problem : styles.about}
        role={bad ? 'alert' : undefined}
      >
        {bad ? format(WORDS.seedProblem, { most: MOST_SEED }) : WORDS.seedHint}
      </span>
    </>
  );
}
