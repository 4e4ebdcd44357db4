import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import styles from './PredictPanel.module.css';
import { WORDS } from './words.ts';

/** "question 3 of 10 · 2 of 2 right"; nothing before the first answer outside a set. */
export function ScoreSoFar() {
  const { mode, at, questions, right, asked } = useTrees((state) => state.predict);
  return (
    <span className={styles.score}>
      {mode === 'set' && questions.length > 0 && (
        <span>{format(WORDS.place, { at: at + 1, count: questions.length })}</span>
      )}
      {asked > 0 && <span>{format(WORDS.score, { right, asked })}</span>}
    </span>
  );
}
