import type { ReactNode } from 'react';
import { appStore, useApp } from '../../../store/store.ts';
import { hidesAnswer } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { JumpField } from './JumpField.tsx';
import styles from './OperationBar.module.css';
import { OperationInput } from './OperationInput.tsx';
import { OperationSlider } from './OperationSlider.tsx';
import { OperationStrip } from './OperationStrip.tsx';
import { SpeedChoice } from './SpeedChoice.tsx';
import { Transport } from './Transport.tsx';
import { WORDS } from './words.ts';

/** What happens now (`children`), how it plays, and what comes next. */
export function OperationBar({ children }: { children: ReactNode }) {
  const closed = useTrees(hidesAnswer);
  const present = useApp((state) => state.present);
  return (
    <section className={styles.bar} aria-label={WORDS.bar}>
      <div className={styles.sentence}>{children}</div>
      <div className={styles.transport}>
        <Transport />
        <div className={styles.choices}>
          <SpeedChoice />
          <JumpField closed={closed} />
        </div>
        {present && (
          <SmallButton onClick={() => appStore.getState().actions.setPresent(false)}>
            {WORDS.leavePresent}
          </SmallButton>
        )}
      </div>
      <div className={styles.strip}>
        <OperationStrip closed={closed} />
        <OperationSlider closed={closed} />
      </div>
      <div className={styles.input} data-lock="operations">
        <OperationInput closed={closed} />
      </div>
    </section>
  );
}
