import { lazy, Suspense, useEffect } from 'react';
import { enterMigration, leaveMigration, useMigration } from '../../store/migration/store.ts';
import { LoadingFailure, tellPage } from '../shared/LoadingFailure.tsx';
import { AllStrategies } from './all/AllStrategies.tsx';
import { FaultBar } from './faults/FaultBar.tsx';
import { MigrationHeader } from './header/MigrationHeader.tsx';
import { useMigrationKeyboard } from './keyboard.ts';
import { MigrationNotices } from './MigrationNotices.tsx';
import styles from './MigrationWorkspace.module.css';
import { Opening } from './Opening.tsx';
import { MoveSentence } from './sentence/MoveSentence.tsx';
import { SidePanels } from './side/SidePanels.tsx';
import { MoveStage } from './stage/MoveStage.tsx';
import { MoveTimeline } from './timeline/MoveTimeline.tsx';
import { WorkspaceStatus } from './WorkspaceStatus.tsx';
import { WorkloadView } from './workload/WorkloadView.tsx';

const Panels = lazy(() => import('./Panels.tsx'));

/** The sentence on top; below it one run, all strategies side by side, or the workload by itself. */
export default function MigrationWorkspace() {
  useMigrationKeyboard();
  useEffect(() => {
    enterMigration();
    return leaveMigration;
  }, []);
  const view = useMigration((state) => state.view);
  const asked = useMigration((state) => state.panel !== 'none');
  return (
    <>
      <MigrationHeader />
      <MigrationNotices />
      <div className={styles.workspace} data-view={view} data-regions>
        <div className={styles.sentence} data-region="sentence">
          <MoveSentence />
        </div>
        {view === 'run' && (
          <>
            <div className={styles.faults} data-region="faults" data-lock="failures">
              <FaultBar />
            </div>
            <div className={styles.stage} data-region="stage">
              <MoveStage />
            </div>
            <div className={styles.side} data-region="convergence">
              <SidePanels />
            </div>
            <div className={styles.timeline} data-region="timeline">
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
        <WorkspaceStatus />
        <Opening />
      </div>
      <LoadingFailure key={String(asked)} tell={tellPage}>
        <Suspense>{asked && <Panels />}</Suspense>
      </LoadingFailure>
    </>
  );
}
