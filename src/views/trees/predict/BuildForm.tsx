import { type FormEvent, useState } from 'react';
import { exerciseSize } from '../../../store/trees/predict-build.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { Choice } from './Choice.tsx';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import { SeedField } from './SeedField.tsx';
import { parseSeed } from './seed.ts';
import { WORDS } from './words.ts';

const MOVES = [1, 2, 3, 5];

/** How hard the shape shall be, and the seed that gives a class the same one. */
export function BuildForm({ heading, close }: { heading: HeadingRef; close: () => void }) {
  const startExercise = useTrees((state) => state.actions.startExercise);
  const [moves, setMoves] = useState(2);
  const [seed, setSeed] = useState(String(useTrees((state) => state.predict.seed)));
  const start = (event: FormEvent) => {
    event.preventDefault();
    const number = parseSeed(seed);
    if (number === null) return;
    startExercise(number, exerciseSize(moves), moves);
    close();
  };
  return (
    <form onSubmit={start} className={styles.form}>
      <Heading heading={heading} title={WORDS.buildTitle} leave={null} />
      <p className={styles.text}>{WORDS.buildHint}</p>
      <Choice label={WORDS.moves} values={MOVES} value={moves} choose={setMoves} />
      <div className={styles.row}>
        <SeedField text={seed} change={setSeed} />
      </div>
      <div className={styles.row}>
        <button type="submit" className={styles.start}>
          {WORDS.start}
        </button>
        <SmallButton onClick={close}>{WORDS.cancel}</SmallButton>
      </div>
    </form>
  );
}
