import { type FormEvent, useState } from 'react';
import { useTrees } from '../../../store/trees/store.ts';
import type { QuestionKind } from '../../../store/trees/types.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { Choice } from './Choice.tsx';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import { SeedField } from './SeedField.tsx';
import { parseSeed } from './seed.ts';
import { KINDS, WORDS } from './words.ts';

const COUNTS = [5, 10, 20];
const ALL: readonly QuestionKind[] = ['case', 'root', 'rotations'];

/** How many questions, about what, and the seed that gives a class the same ones. */
export function SetForm({ heading, close }: { heading: HeadingRef; close: () => void }) {
  const predict = useTrees((state) => state.predict);
  const startQuiz = useTrees((state) => state.actions.startQuiz);
  const [count, setCount] = useState(COUNTS.includes(predict.count) ? predict.count : 10);
  const [seed, setSeed] = useState(String(predict.seed));
  const [kinds, setKinds] = useState<readonly QuestionKind[]>(predict.kinds.length > 0 ? predict.kinds : ALL);
  const start = (event: FormEvent) => {
    event.preventDefault();
    const number = parseSeed(seed);
    // All of them is what nothing chosen means, and makes the shorter link.
    if (number === null || kinds.length === 0) return;
    startQuiz(number, count, kinds.length === ALL.length ? [] : kinds);
    close();
  };
  const toggle = (kind: QuestionKind, on: boolean) =>
    setKinds(ALL.filter((other) => (other === kind ? on : kinds.includes(other))));
  return (
    <form onSubmit={start} className={styles.form}>
      <Heading heading={heading} title={WORDS.setTitle} leave={null} />
      <Choice label={WORDS.count} values={COUNTS} value={count} choose={setCount} />
      <fieldset className={styles.choice}>
        <legend className={styles.label}>{WORDS.ask}</legend>
        {ALL.map((kind) => (
          <label key={kind} className={styles.value}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={(event) => toggle(kind, event.target.checked)}
            />
            {KINDS[kind]}
          </label>
        ))}
      </fieldset>
      <div className={styles.row}>
        <SeedField text={seed} change={setSeed} />
      </div>
      {kinds.length === 0 && (
        <p className={styles.problem} role="alert">
          {WORDS.askNothing}
        </p>
      )}
      <div className={styles.row}>
        <button type="submit" className={styles.start}>
          {WORDS.start}
        </button>
        <SmallButton onClick={close}>{WORDS.cancel}</SmallButton>
      </div>
    </form>
  );
}
