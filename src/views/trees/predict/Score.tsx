import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import type { GivenAnswer } from '../../../store/trees/types.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { optionWords, reasonWords } from './answer-words.ts';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import { TryNext } from './TryNext.tsx';
import { SHORT_QUESTIONS, WORDS } from './words.ts';

/** The end of a set: the score, what to try next, every answer with its reason, and the link for others. */
export function Score({ heading }: { heading: HeadingRef }) {
  const { right, asked, given } = useTrees((state) => state.predict);
  return (
    <>
      <Heading heading={heading} title={format(WORDS.scoreTitle, { right, asked })} />
      <TryNext />
      <h3 className={styles.subtitle}>{WORDS.answers}</h3>
      <ol className={styles.given}>
        {given.map((answer) => (
          <Given key={answer.question.id} given={answer} />
        ))}
      </ol>
    </>
  );
}

function Given({ given: { question, chosen, answer } }: { given: GivenAnswer }) {
  const goTo = useTrees((state) => state.actions.goTo);
  const { kind, key, operation, step } = question;
  const said = answer.right ? WORDS.givenRight : chosen === null ? WORDS.givenSkipped : WORDS.givenWrong;
  const words = format(said, {
    answer: optionWords(kind, answer.answer),
    chosen: chosen === null ? '' : optionWords(kind, chosen),
  });
  return (
    <li>
      <div className={styles.answer}>
        <div>
          <strong>{format(SHORT_QUESTIONS[kind], { operation: operation + 1, key })}</strong>
          <span className={styles.verdict}>
            <span aria-hidden="true">{answer.right ? ' ✓ ' : ' ✗ '}</span>
            {words}
          </span>
          <p className={styles.about}>{reasonWords(answer.reason)}</p>
        </div>
        <SmallButton onClick={() => goTo({ operation, step })}>{WORDS.show}</SmallButton>
      </div>
    </li>
  );
}
