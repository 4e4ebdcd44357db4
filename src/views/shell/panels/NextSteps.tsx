import { Button } from '@mantine/core';
import type { Run } from '../../../protocol/model.ts';
import { useApp } from '../../../store/store.ts';
import { holdsBack } from '../../shared/holds-back.ts';
import { fill } from '../words.ts';
import { OUTAGE_WORDS } from './outage-words.ts';
import styles from './panels.module.css';
import { WORDS } from './summary-words.ts';

/** Each button starts something else to look at, with this run behind it; what is so already is not offered. */
export function NextSteps({ run }: { run: Run }) {
  const actions = useApp((state) => state.actions);
  const stop = run.commands.find(({ command }) => command.kind === 'stop-node');
  const { stonith } = run.scenario.heartbeat;
  const hurt = run.commands.some(({ command }) => command.kind !== 'stop-node');
  const other = stop?.command.kind === 'stop-node' && stop.command.node === 1 ? 2 : 1;
  const change = (path: string, value: string | boolean) => {
    actions
      .setParameter(path, value)
      .then((problem) => problem === null && actions.restart())
      .catch(() => {});
  };
  return (
    <section>
      <h3 className={styles.heading}>{WORDS.nextTitle}</h3>
      <div className={styles.next}>
        <Button onClick={actions.restart}>{WORDS.replay}</Button>
        {hurt && <FailureSteps stonith={stonith} change={change} />}
        {stop && run.scenario.failover !== 'stock-migrating' && (
          <Button variant="default" onClick={() => change('failover', 'stock-migrating')}>
            {WORDS.tryStock}
          </Button>
        )}
        <Button variant="default" onClick={() => actions.playStop(other, stop?.atMs ?? 18_000)}>
          {fill(WORDS.tryNode, { node: other })}
        </Button>
        {stop && holdsBack(run.scenario) && (
          <Button variant="default" onClick={() => change('prediction.predictor', 'none')}>
            {WORDS.tryPredictor}
          </Button>
        )}
        <Button variant="default" onClick={() => actions.openPanel('courses')}>
          {WORDS.tryCourses}
        </Button>
      </div>
    </section>
  );
}

/** After a crash or a partition: would fencing have helped, what did the nodes know, and what else is there to hurt? */
function FailureSteps({
  stonith,
  change,
}: {
  stonith: boolean;
  change: (path: string, value: boolean) => void;
}) {
  const openPanel = useApp((state) => state.actions.openPanel);
  return (
    <>
      <Button variant="default" onClick={() => change('heartbeat.stonith', !stonith)}>
        {stonith ? OUTAGE_WORDS.noStonith : OUTAGE_WORDS.stonith}
      </Button>
      <Button variant="default" onClick={() => openPanel('failures')}>
        {OUTAGE_WORDS.another}
      </Button>
      <Button variant="default" onClick={() => openPanel('heartbeat')}>
        {OUTAGE_WORDS.log}
      </Button>
    </>
  );
}
