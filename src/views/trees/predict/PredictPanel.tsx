/** Predict: say what the tree does next before it is shown. Off, before each decision, as a set, or as a shape to build. */
import { useRef, useState } from 'react';
import { treeEntry } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { BuildForm } from './BuildForm.tsx';
import { Exercise } from './Exercise.tsx';
import { NothingToAsk } from './NothingToAsk.tsx';
import { Offers } from './Offers.tsx';
import styles from './PredictPanel.module.css';
import { usePredictKeys } from './predict-keys.ts';
import { Question } from './Question.tsx';
import { Score } from './Score.tsx';
import { SetForm } from './SetForm.tsx';
import { type Form, shownOf } from './shown.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { Waiting } from './Waiting.tsx';
import { WORDS } from './words.ts';

export function PredictPanel() {
  const predict = useTrees((state) => state.predict);
  const neverRotates = useTrees((state) => treeEntry(state)?.decides === 'none');
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [form, openForm] = useState<Form>('none');
  const shown = shownOf(predict, neverRotates, form);
  const close = () => openForm('none');
  usePredictKeys(panel);
  useKeptFocus(panel, heading, shown);
  return (
    <section ref={panel} className={styles.panel} aria-label={WORDS.region} data-shown={shown}>
      {shown === 'nothing' && <NothingToAsk heading={heading} open={openForm} />}
      {shown === 'off' && <Offers heading={heading} open={openForm} />}
      {shown === 'set' && <SetForm heading={heading} close={close} />}
      {shown === 'build' && <BuildForm heading={heading} close={close} />}
      {shown === 'waiting' && <Waiting heading={heading} />}
      {shown === 'question' && <Question heading={heading} />}
      {shown === 'score' && <Score heading={heading} />}
      {shown === 'exercise' && <Exercise heading={heading} />}
      {predict.problem !== null && shown !== 'nothing' && (
        <p className={styles.problem} role="alert">
          {predict.problem}
        </p>
      )}
    </section>
  );
}
