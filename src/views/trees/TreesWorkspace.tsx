import { lazy, Suspense, useEffect } from 'react';
import { enterTrees, leaveTrees, useTrees } from '../../store/trees/store.ts';
import { LoadingFailure, tellPage } from '../shared/LoadingFailure.tsx';
import { OperationBar } from './bar/OperationBar.tsx';
import { CodePanel } from './code/CodePanel.tsx';
import { TreesHeader } from './header/TreesHeader.tsx';
import { useTreesKeyboard } from './keyboard.ts';
import { LedgerPanel } from './ledger/LedgerPanel.tsx';
import { Opening } from './Opening.tsx';
import { PredictPanel } from './predict/PredictPanel.tsx';
import { RacePanel } from './race/RacePanel.tsx';
import { TreeSentence } from './sentence/TreeSentence.tsx';
import { TreeStage } from './stage/TreeStage.tsx';
import { TreesNotices } from './TreesNotices.tsx';
import styles from './TreesWorkspace.module.css';

const Panels = lazy(() => import('./Panels.tsx'));

/** The tree and its rule above, the race and the ledger below, and the bar that drives them at the foot. */
export default function TreesWorkspace() {
  useTreesKeyboard();
  useEffect(() => {
    enterTrees();
    return leaveTrees;
  }, []);
  const predicting = useTrees((state) => state.predict.mode !== 'off');
  const asked = useTrees((state) => state.panel !== 'none');
  return (
    <>
      <TreesHeader />
      <TreesNotices />
      <div className={styles.workspace} data-regions>
        <div className={styles.stage} data-region="picture">
          <TreeStage />
        </div>
        <div className={styles.rule} data-region="code" data-predicting={predicting}>
          <CodePanel />
          <PredictPanel />
        </div>
        <div className={styles.race} data-region="race">
          <RacePanel />
        </div>
        <div className={styles.ledger} data-region="ledger">
          <LedgerPanel />
        </div>
        <div className={styles.bar} data-region="bar">
          <OperationBar>
            <TreeSentence />
          </OperationBar>
        </div>
        <Opening />
      </div>
      <LoadingFailure key={String(asked)} tell={tellPage}>
        <Suspense>{asked && <Panels />}</Suspense>
      </LoadingFailure>
    </>
  );
}
