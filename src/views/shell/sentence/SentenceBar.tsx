/** The clock, the sentence and the question to it. */
import { Button } from '@mantine/core';
import { useApp } from '../../../store/store.ts';
import { Clock } from './Clock.tsx';
import { LiveSentence } from './LiveSentence.tsx';
import styles from './SentenceBar.module.css';

export function SentenceBar() {
  const askWhy = useApp((state) => state.actions.askWhy);
  return (
    <div className={styles.bar}>
      <Clock />
      <div className={styles.words}>
        <LiveSentence />
      </div>
      <Button className={styles.why ?? ''} variant="default" onClick={() => askWhy({ kind: 'now' })}>
        Why?
      </Button>
    </div>
  );
}
