import { SCALAR } from '../../protocol/frame.ts';
import { currentHistory, currentRun } from '../../store/select.ts';
import { useApp } from '../../store/store.ts';
import { leadVm, phaseAt } from '../../store/turns.ts';
import type { AppState } from '../../store/types.ts';
import styles from './FailoverWorkspace.module.css';
import { PageColumn } from './PageColumn.tsx';
import { Stage } from './Stage.tsx';
import { Timeline } from './Timeline.tsx';
import { WhyPanel } from './WhyPanel.tsx';

/** Which panel leads: the tree while it is asked which pages are hot, the round trips while they come down again. */
function leadAt(state: AppState): 'stage' | 'timeline' | 'side' {
  const history = currentHistory(state);
  const run = currentRun(state);
  if (!history || !run || state.frame?.scalars[SCALAR.transferring] === 1) return 'stage';
  const phase = phaseAt(
    history,
    leadVm(history, run.scenario.pingedVm),
    state.frame?.scalars[SCALAR.timeUs] ?? 0,
  );
  if (phase?.name === 'predict') return 'side';
  return phase?.name === 'recover' ? 'timeline' : 'stage';
}

/** Cause above, time below, the guess about hot pages beside it. */
export function FailoverWorkspace() {
  const lead = useApp(leadAt);
  return (
    <div className={styles.workspace} data-lead={lead} data-regions>
      <div className={styles.stage} data-region="stage">
        <Stage />
      </div>
      <div className={styles.timeline} data-region="timeline">
        <Timeline />
      </div>
      <div className={styles.side} data-region="tree">
        <PageColumn />
      </div>
      <WhyPanel />
    </div>
  );
}
