import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import type { Form } from './shown.ts';
import { WORDS } from './words.ts';

/** What Predict offers while it is off. */
export function Offers({ heading, open }: { heading: HeadingRef; open: (form: Form) => void }) {
  const predictEvery = useTrees((state) => state.actions.predictEvery);
  return (
    <>
      <Heading heading={heading} title={WORDS.title} leave={null}>
        <span className={styles.about}>{WORDS.about}</span>
      </Heading>
      <div className={styles.row}>
        <SmallButton onClick={() => predictEvery(true)}>{WORDS.every}</SmallButton>
        <SmallButton onClick={() => open('set')}>{WORDS.set}</SmallButton>
        <SmallButton onClick={() => open('build')}>{WORDS.build}</SmallButton>
      </div>
    </>
  );
}
