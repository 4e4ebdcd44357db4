import { format } from '../../../protocol/texts.ts';
import { treeEntry } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { hasOneCase } from './cases.ts';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import { ScoreSoFar } from './ScoreSoFar.tsx';
import { WORDS } from './words.ts';

/** No question is open yet: the way to the next decision, or the set is being made. */
export function Waiting({ heading }: { heading: HeadingRef }) {
  const mode = useTrees((state) => state.predict.mode);
  const problem = useTrees((state) => state.predict.problem);
  const entry = useTrees(treeEntry);
  const oneCase = mode === 'every' && hasOneCase(entry);
  const text = oneCase
    ? format(WORDS.oneCase, { tree: entry?.name ?? '' })
    : mode === 'every'
      ? WORDS.waiting
      : WORDS.loading;
  return (
    <>
      <Heading
        heading={heading}
        title={mode === 'every' ? WORDS.every : WORDS.setTitle}
        leave={mode === 'every' ? WORDS.leaveEvery : WORDS.leave}
      >
        <ScoreSoFar />
      </Heading>
      {problem === null && <p className={styles.text}>{text}</p>}
    </>
  );
}
