/** Start, Cancel or Go on: the one thing to do with a sweep, and below it how far it is. */
import { Button } from '@mantine/core';
import { useExplore } from '../../../store/explore/store.ts';
import type { SweepRun } from '../../../store/explore/types.ts';
import { formatCount } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import { WORDS } from '../sentence-words.ts';
import { controlStyles as styles } from '../styles.ts';
import { spanText } from './span-text.ts';

export function RunControl() {
  const run = useExplore((state) => state.run);
  const cases = useExplore((state) => state.cases);
  const { start, cancel, goOn } = useExplore((state) => state.actions);
  const arrived = run?.arrived ?? 0;
  if (run?.running === true)
    return (
      <div className={styles.control}>
        <Button variant="default" onClick={cancel}>
          {WORDS.cancel}
        </Button>
        <Progress run={run} />
      </div>
    );
  const label = plainText(cases === 1 ? WORDS.startOne : WORDS.start.replace(':count', ''), {
    cases: formatCount(cases),
  });
  if (run === null || arrived === 0)
    return (
      <div className={styles.control}>
        <Button onClick={start}>{label}</Button>
        {run !== null && run.problem !== null && (
          <p className={styles.problem} role="alert">
            {run.problem}
          </p>
        )}
      </div>
    );
  if (arrived < run.cases)
    return (
      <div className={styles.control} data-stacked="true">
        <div className={styles.pair}>
          <Button onClick={goOn}>
            {plainText(WORDS.goOn.replace(':count', ''), { left: formatCount(run.cases - arrived) })}
          </Button>
          <SmallButton onClick={start}>{WORDS.again}</SmallButton>
        </div>
        <p className={styles.told} role={run.problem === null ? undefined : 'alert'}>
          {run.problem ??
            plainText(WORDS.stopped, { arrived: formatCount(arrived), cases: formatCount(run.cases) })}
        </p>
      </div>
    );
  return (
    <div className={styles.control}>
      <p className={styles.told}>
        {plainText(WORDS.done, { cases: formatCount(run.cases), spent: spanText(run.spentMs) })}
      </p>
    </div>
  );
}

function Progress({ run: { arrived, cases, leftMs } }: { run: SweepRun }) {
  return (
    <div className={styles.progress}>
      <progress max={cases} value={arrived} aria-label={WORDS.progress} />
      <p className={styles.told}>
        <span className={styles.counted}>
          {plainText(WORDS.counted, { arrived: formatCount(arrived), cases: formatCount(cases) })}
        </span>
        <span className={styles.left}>
          {leftMs === null ? WORDS.reckoning : plainText(WORDS.left, { left: spanText(leftMs) })}
        </span>
      </p>
    </div>
  );
}
