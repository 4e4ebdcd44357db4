import { useState } from 'react';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { BuildForm } from './BuildForm.tsx';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import { SetForm } from './SetForm.tsx';
import { WORDS } from './words.ts';

/** What Predict offers while it is off. */
export function Offers({ heading }: { heading: HeadingRef }) {
  const [form, open] = useState<'none' | 'set' | 'build'>('none');
  const predictEvery = useTrees((state) => state.actions.predictEvery);
  const close = () => {
    open('none');
    heading.current?.focus({ preventScroll: true });
  };
  if (form === 'set') return <SetForm heading={heading} close={close} />;
  if (form === 'build') return <BuildForm heading={heading} close={close} />;
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
