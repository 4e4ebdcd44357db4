import { Button } from '@mantine/core';
import type { Run } from '../../../protocol/model.ts';
import { useApp } from '../../../store/store.ts';
import { holdsBack } from '../../shared/holds-back.ts';
import { fill } from '../words.ts';
import styles from './panels.module.css';
import { WORDS } from './summary-words.ts';

/** Each button starts something else to look at, with this run behind it; what is so already is not offered. */
export function NextSteps({ run }: { run: Run }) {
  const actions = useApp((state) => state.actions);
  const stop = run.commands.find(({ command }) => command.kind === 'stop-node');
  const other = stop?.command.kind === 'stop-node' && stop.command.node === 1 ? 2 : 1;
  const change = (path: string, value: string) => {
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
        {run.scenario.failover !== 'stock-migrating' && (
          <Button variant="default" onClick={() => change('failover', 'stock-migrating')}>
            {WORDS.tryStock}
          </Button>
        )}
        <Button variant="default" onClick={() => actions.playStop(other, stop?.atMs ?? 18_000)}>
          {fill(WORDS.tryNode, { node: other })}
        </Button>
        {holdsBack(run.scenario) && (
          <Button variant="default" onClick={() => change('prediction.predictor', 'none')}>
            {WORDS.tryPredictor}
          </Button>
        )}
      </div>
    </section>
  );
}
