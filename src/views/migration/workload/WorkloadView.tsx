/** The workload by itself: miss ratios, stack distances, U(t), and the rounds that follow by formula. */
import { useEffect } from 'react';
import { IDLE } from '../../../store/long-work.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { formatPercent } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import { WorkloadCharts } from './WorkloadCharts.tsx';
import styles from './WorkloadView.module.css';
import { WORDS } from './words.ts';

export function WorkloadView() {
  const lab = useMigration((state) => state.lab);
  const catalogue = useMigration((state) => state.catalogue);
  const work = useMigration((state) => state.analysis);
  const { busy, done, result, problem } = work;
  const actions = useMigration((state) => state.actions);
  // What is there, or was cancelled, stays as it is until the migration becomes another one.
  const isUntouched = lab !== null && work === IDLE;
  useEffect(() => {
    if (isUntouched) actions.startAnalysis();
  }, [isUntouched, actions]);
  return (
    <section className={styles.workload} aria-label={WORDS.region} aria-busy={busy}>
      {busy && (
        <div className={styles.work}>
          <progress max={1} value={done} aria-label={WORDS.progress} />
          <span role="status">
            {plainText(WORDS.busy, { percent: formatPercent(Math.floor(100 * done)) })}
          </span>
          <SmallButton onClick={() => actions.cancelAnalysis()}>{WORDS.cancel}</SmallButton>
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {!busy && !isUntouched && result === null && (
        <div className={styles.work}>
          {problem === null && <span>{WORDS.idle}</span>}
          <SmallButton onClick={() => actions.startAnalysis()}>{WORDS.start}</SmallButton>
        </div>
      )}
      {!busy && result !== null && lab !== null && catalogue !== null && (
        <WorkloadCharts analysis={result} lab={lab} catalogue={catalogue} />
      )}
    </section>
  );
}
