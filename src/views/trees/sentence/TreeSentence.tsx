/** The sentence that says what the tree is doing now, and its quieter copy for screen readers. */
import { useRef } from 'react';
import { hidesAnswer } from '../../../store/trees/select.ts';
import type { TreesState } from '../../../store/trees/types.ts';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { ruleOf } from '../rule.ts';
import { usePaced } from '../use-paced.ts';
import { type TreeSentence as Sentence, sentenceText, treeSentence } from './sentence.ts';
import styles from './TreeSentence.module.css';

export function TreeSentence() {
  const sentence = usePaced(current, same);
  const rushing = usePaced(isRushing);
  return (
    <>
      <h1 className={styles.sentence} aria-describedby="tree-announcement">
        <TemplateWords template={sentence.template} slots={sentence.slots} />
      </h1>
      <p id="tree-announcement" className={styles.announcement} aria-live="polite">
        {useAnnouncement(sentence, rushing)}
      </p>
    </>
  );
}

/** Changes at decisions and at the ends of operations only, and not at all while operations rush by. */
function useAnnouncement(sentence: Sentence, rushing: boolean): string {
  const said = useRef('');
  if (sentence.announced && !rushing) said.current = sentenceText(sentence);
  return said.current;
}

function isRushing({ playing, speed }: TreesState): boolean {
  return playing && speed.unit === 'accesses';
}

function current(state: TreesState): Sentence {
  const { kind, rule } = ruleOf(state);
  return treeSentence({
    moment: state.moment,
    kind,
    rule,
    opening: state.opening,
    hidden: hidesAnswer(state),
    rushing: isRushing(state),
  });
}

function same(a: Sentence, b: Sentence): boolean {
  return a.code === b.code && a.template === b.template && sentenceText(a) === sentenceText(b);
}
