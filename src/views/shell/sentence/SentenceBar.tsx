/** The clock, the sentence and the question to it. */
import { Button } from '@mantine/core';
import { isFinished } from '../../../store/frames.ts';
import { activeBranch } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import type { AppState } from '../../../store/types.ts';
import { UI } from '../words.ts';
import { Clock } from './Clock.tsx';
import { LiveSentence } from './LiveSentence.tsx';
import styles from './SentenceBar.module.css';

export function SentenceBar() {
  const askWhy = useApp((state) => state.actions.askWhy);
  const openPanel = useApp((state) => state.actions.openPanel);
  const over = useApp(isOver);
  const present = useApp((state) => state.present);
  const setPresent = useApp((state) => state.actions.setPresent);
  return (
    <div className={styles.bar} data-region="sentence">
      <Clock />
      <div className={styles.words}>
        <LiveSentence />
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => askWhy({ kind: 'now' })}>
          {UI.why}
        </Button>
        {over && !present && (
          <Button variant="default" onClick={() => openPanel('summary')}>
            {UI.summary}
          </Button>
        )}
        {present && (
          <Button variant="default" onClick={() => setPresent(false)}>
            {UI.leavePresent}
          </Button>
        )}
      </div>
    </div>
  );
}

/** At the end of a story there is its summary, also for who came by a link and never saw it play. */
function isOver(state: AppState): boolean {
  const branch = activeBranch(state);
  if (!branch || !state.frame || state.frame.runKey !== branch.key || state.playback.playing) return false;
  return state.atUs >= branch.reachedUs && isFinished(branch, state.frame);
}
