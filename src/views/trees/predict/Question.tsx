import { useId } from 'react';
import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import type { TreesState } from '../../../store/trees/types.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { askedWords, pairWords, questionWords, reasonWords, verdictWords } from './answer-words.ts';
import { Heading, type HeadingRef } from './Heading.tsx';
import { Options } from './Options.tsx';
import styles from './PredictPanel.module.css';
import { ScoreSoFar } from './ScoreSoFar.tsx';
import { WORDS } from './words.ts';

/** The open question with its options; after the choice at once right or wrong, and why. */
export function Question({ heading }: { heading: HeadingRef }) {
  const predict = useTrees((state) => state.predict);
  const command = useTrees((state) => state.moment?.command?.operation ?? 'access');
  const weighed = useTrees(weighedWords);
  const stands = useTrees(standsAtQuestion);
  const { skipQuestion, nextQuestion } = useTrees((state) => state.actions);
  const hint = useId();
  const { mode, question, chosen, answer, at, questions } = predict;
  if (question === null) return null;
  const title = questionWords(question, command);
  const verdict = answer && verdictWords(question, chosen, answer);
  const onward = mode === 'every' ? WORDS.goOn : at + 1 < questions.length ? WORDS.next : WORDS.toScore;
  return (
    <>
      <Heading heading={heading} title={title} leave={mode === 'every' ? WORDS.leaveEvery : WORDS.leave}>
        <ScoreSoFar />
      </Heading>
      <Options question={question} chosen={chosen} right={answer?.answer ?? null} describedBy={hint} />
      <div className={styles.result} data-right={answer?.right}>
        {answer === null ? (
          <p id={hint} className={styles.text}>
            {weighed !== null && <span className={styles.weighed}>{weighed}</span>}
            {format(WORDS.keys, { count: question.options.length })}
          </p>
        ) : (
          <p className={styles.text}>
            <strong className={styles.verdict}>
              <span aria-hidden="true">{answer.right ? '✓ ' : '✗ '}</span>
              {verdict}
            </strong>{' '}
            {reasonWords(answer.reason)}
          </p>
        )}
        {answer === null ? (
          <SmallButton onClick={skipQuestion} data-own-keys>
            {WORDS.skip}
          </SmallButton>
        ) : mode === 'every' && !stands ? null : (
          <SmallButton onClick={nextQuestion} data-own-keys>
            {onward}
          </SmallButton>
        )}
      </div>
      <p className={styles.hidden} role="status">
        {answer === null ? askedWords(predict, title, weighed) : `${verdict} ${reasonWords(answer.reason)}`}
      </p>
    </>
  );
}

/** Only of the picture the question is about: until it has come the counters would be those of another moment. */
function weighedWords(state: TreesState): string | null {
  const { moment, predict } = state;
  if (predict.question === null || moment === null || !standsAtQuestion(state)) return null;
  return pairWords(predict.question, moment.nodes);
}

/** Whether the picture still stands where the question was asked. */
function standsAtQuestion({ moment, predict: { question } }: TreesState): boolean {
  return question !== null && moment?.operation === question.operation && moment.step === question.step;
}
