import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { enterTrees, leaveTrees, useTrees } from '../../store/trees/store.ts';
import { OperationBar } from './bar/OperationBar.tsx';
import { CodePanel } from './code/CodePanel.tsx';
import { DropZone } from './DropZone.tsx';
import { TreesHeader } from './header/TreesHeader.tsx';
import { useTreesKeyboard } from './keyboard.ts';
import { Opening } from './Opening.tsx';
import { TreeSentence } from './sentence/TreeSentence.tsx';
import { TreesNotices } from './TreesNotices.tsx';
import styles from './TreesWorkspace.module.css';

const Panels = lazy(() => import('./Panels.tsx'));

// Until all of them are there: what is not there yet leaves its place empty.
const there = import.meta.glob([
  './stage/TreeStage.tsx',
  './predict/PredictPanel.tsx',
  './race/RacePanel.tsx',
  './ledger/LedgerPanel.tsx',
]);
function panel(path: string, name: string): ComponentType {
  return lazy(async () => {
    const module = (await there[path]?.().catch(() => undefined)) as Record<string, ComponentType> | undefined;
    return { default: module?.[name] ?? (() => null) };
  });
}
const TreeStage = panel('./stage/TreeStage.tsx', 'TreeStage');
const PredictPanel = panel('./predict/PredictPanel.tsx', 'PredictPanel');
const RacePanel = panel('./race/RacePanel.tsx', 'RacePanel');
const LedgerPanel = panel('./ledger/LedgerPanel.tsx', 'LedgerPanel');

/** The tree and its rule above, the race and the ledger below, and the bar that drives them at the foot. */
export default function TreesWorkspace() {
  useTreesKeyboard();
  useEffect(() => {
    enterTrees();
    return leaveTrees;
  }, []);
  const asked = useTrees((state) => state.panel !== 'none');
  return (
    <DropZone>
      <TreesHeader />
      <TreesNotices />
      <div className={styles.workspace}>
        <div className={styles.stage}>
          <TreeStage />
        </div>
        <div className={styles.rule}>
          <CodePanel />
          <PredictPanel />
        </div>
        <div className={styles.race}>
          <RacePanel />
        </div>
        <div className={styles.ledger}>
          <LedgerPanel />
        </div>
        <div className={styles.bar}>
          <OperationBar>
            <TreeSentence />
          </OperationBar>
        </div>
        <Opening />
      </div>
      <Suspense>{asked && <Panels />}</Suspense>
    </DropZone>
  );
}
