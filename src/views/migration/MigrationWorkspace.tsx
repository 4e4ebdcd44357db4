import { useEffect } from 'react';
import { enterMigration, leaveMigration, useMigration } from '../../store/migration/store.ts';
import { AllStrategies } from './all/AllStrategies.tsx';
import { MigrationHeader } from './header/MigrationHeader.tsx';
import { useMigrationKeyboard } from './keyboard.ts';
import styles from './MigrationWorkspace.module.css';
import { MoveSentence } from './sentence/MoveSentence.tsx';
import { SidePanels } from './side/SidePanels.tsx';
import { MoveStage } from './stage/MoveStage.tsx';
import { MoveTimeline } from './timeline/MoveTimeline.tsx';
import { WorkloadView } from './workload/WorkloadView.tsx';

/** The sentence on top; below it one run, all strategies side by side, or the workload by itself. */
export default function MigrationWorkspace() {
  useMigrationKeyboard();
  useEffect(() => {
    enterMigration();
    return leaveMigration;
  }, []);
  const view = useMigration((state) => state.view);
  return (
    <>
      <MigrationHeader />
      <div className={styles.workspace} data-view={view}>
        <div className={styles.sentence}>
          <MoveSentence />
        </div>
        {view === 'run' && (
          <>
            <div className={styles.stage}>
              <MoveStage />
            </div>
            <div className={styles.side}>
              <SidePanels />
            </div>
            <div className={styles.timeline}>
              <MoveTimeline />
            </div>
          </>
        )}
        {view === 'all' && (
          <div className={styles.whole}>
            <AllStrategies />
          </div>
        )}
        {view === 'workload' && (
          <div className={styles.whole}>
            <WorkloadView />
          </div>
        )}
      </div>
    </>
  );
}
