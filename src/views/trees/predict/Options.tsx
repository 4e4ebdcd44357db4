import type { QuestionView } from '../../../protocol/trees/requests.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { optionWords } from './answer-words.ts';
import styles from './PredictPanel.module.css';
import { WORDS } from './words.ts';

interface Properties {
  question: QuestionView;
  chosen: string | number | null;
  /** null while the question is open */
  right: string | number | null;
  /** id of the hint about keys */
  describedBy: string;
}

/** The options as buttons; after the choice they stay, with marks of what was chosen and what is right. */
export function Options({ question, chosen, right, describedBy }: Properties) {
  const choose = useTrees((state) => state.actions.choose);
  return (
    <fieldset className={styles.options} aria-describedby={describedBy}>
      <legend className={styles.hidden}>{WORDS.options}</legend>
      {question.options.map((option, i) => {
        const isRight = right !== null && option === right;
        const isChosen = option === chosen;
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a key's focus stays at its place from question to question
            key={i}
            type="button"
            className={styles.option}
            aria-disabled={right !== null}
            aria-keyshortcuts={String(i + 1)}
            data-chosen={isChosen}
            data-right={isRight}
            onClick={() => choose(option)}
          >
            {right !== null && (isRight || isChosen) && (
              <span aria-hidden="true" className={styles.mark}>
                {isRight ? '✓' : '✗'}
              </span>
            )}
            {optionWords(question.kind, option)}
            {right !== null && isChosen && <span className={styles.hidden}>, {WORDS.yours}</span>}
            {isRight && <span className={styles.hidden}>, {WORDS.theRight}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
