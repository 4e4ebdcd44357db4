import styles from './FailoverWorkspace.module.css';
import { PageColumn } from './PageColumn.tsx';
import { Stage } from './Stage.tsx';
import { Timeline } from './Timeline.tsx';
import { WhyPanel } from './WhyPanel.tsx';

/** Cause above, time below, the guess about hot pages beside it. */
export function FailoverWorkspace() {
  return (
    <div className={styles.workspace}>
      <div className={styles.stage}>
        <Stage />
      </div>
      <div className={styles.timeline}>
        <Timeline />
      </div>
      <div className={styles.side}>
        <PageColumn />
      </div>
      <WhyPanel />
    </div>
  );
}
