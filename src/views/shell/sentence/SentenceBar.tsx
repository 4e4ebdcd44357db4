/** The clock, the sentence and the question to it. */
import { Button } from '@mantine/core';
import { useApp } from '../../../store/store.ts';
import { UI } from '../words.ts';
import { Clock } from './Clock.tsx';
import { LiveSentence } from './LiveSentence.tsx';
import styles from './SentenceBar.module.css';

export function SentenceBar() {
  const askWhy = useApp((state) => state.actions.askWhy);
  const present = useApp((state) => state.present);
  const setPresent = useApp((state) => state.actions.setPresent);
  return (
    <div className={styles.bar}>
      <Clock />
      <div className={styles.words}>
        <LiveSentence />
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => askWhy({ kind: 'now' })}>
          {UI.why}
        </Button>
        {present && (
          <Button variant="default" onClick={() => setPresent(false)}>
            {UI.leavePresent}
          </Button>
        )}
      </div>
    </div>
  );
}
