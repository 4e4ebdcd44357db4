import { useMemo } from 'react';
import {
  type GainCase,
  type GainVerdict,
  gainCases,
  judgeGains,
  type PredictorMean,
} from '../../../store/evidence/gains.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { plainText } from '../../shared/template.ts';
import { Mark } from '../Mark.tsx';
import { Progress } from '../Progress.tsx';
import { PREDICTOR_NAMES } from '../predictor-names.ts';
import { Section } from '../Section.tsx';
import { percentText } from '../words-of.ts';
import { ChangeDots } from './ChangeDots.tsx';
import { GainTable, type Scales } from './GainTable.tsx';
import { MeanTable } from './MeanTable.tsx';
import styles from './PredictionSection.module.css';
import { WORDS } from './words.ts';

/** What each predictor gains over recorded programs and synthetic workloads, whatever it is. */
export function PredictionSection() {
  const work = useEvidence((state) => state.gains);
  const { startGains, cancelGains } = evidenceStore.getState().actions;
  const cases = useMemo(() => gainCases(work.result ?? []), [work.result]);
  const verdict = useMemo(() => (work.done === 1 ? judgeGains(cases) : null), [cases, work.done]);
  const scales = useMemo(() => scalesOf(cases), [cases]);
  return (
    <Section
      name="prediction"
      claim={claimOf(verdict)}
      marks={
        <>
          <Mark kind="simulated" />
          <Mark kind="assumed" />
        </>
      }
      onSeen={startGains}
    >
      <p className={styles.text}>{WORDS.setup}</p>
      {verdict && <p className={styles.result}>{resultOf(verdict)}</p>}
      <Progress work={work} label={WORDS.progress} cancel={cancelGains} start={startGains} />
      <div className={styles.cases}>
        {cases.length > 0 && <ChangeDots cases={cases} />}
        {verdict && <MeanTable verdict={verdict} scales={scales} />}
        {cases.map((one) => (
          <GainTable key={one.workload} one={one} scales={scales} />
        ))}
      </div>
      <p className={styles.text}>{WORDS.guess}</p>
    </Section>
  );
}

function scalesOf(cases: readonly GainCase[]): Scales {
  const gains = cases.flatMap((one) => one.gains);
  const most = (values: number[]) => Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  return {
    bytes: most(gains.map(({ bytes }) => bytes)),
    time: most(gains.map(({ time }) => time)),
    downtime: most(gains.map(({ downtime }) => downtime)),
  };
}

const CLAIMS = { helps: WORDS.claimHelps, hardly: WORDS.claimHardly, costs: WORDS.claimCosts } as const;

function claimOf(verdict: GainVerdict | null): string {
  if (verdict === null) return WORDS.claimBefore;
  const [best] = verdict.means;
  return plainText(CLAIMS[verdict.kind], {
    best: nameOf(best?.predictor),
    bytes: change(best?.bytes, 'bytes'),
    oracle: change(verdict.oracle?.bytes, 'bytes'),
  });
}

function resultOf({ means, largest, workloads }: GainVerdict): string {
  const best = means[0];
  const worst = means.at(-1);
  const of = (predictor: string): PredictorMean | undefined =>
    means.find((mean) => mean.predictor === predictor);
  const [lazy, lru] = [of('lazy-counting'), of('lru')];
  const result = plainText(WORDS.result, {
    workloads: String(workloads),
    best: nameOf(best?.predictor),
    bytes: change(best?.bytes, 'bytes'),
    time: change(best?.time, 'time'),
    downtime: change(best?.downtime, 'downtime'),
    worst: nameOf(worst?.predictor),
    worstBytes: change(worst?.bytes, 'bytes'),
    largestWorkload: largest.workload,
    largestPredictor: nameOf(largest.gain.row.predictor),
    largest: change(largest.gain.bytes, 'bytes'),
  });
  if (lazy === undefined || lru === undefined) return result;
  const compared = { lazyBytes: change(lazy.bytes, 'bytes'), lruBytes: change(lru.bytes, 'bytes') };
  return plainText(WORDS.both, { result, lazy: plainText(WORDS.lazy, compared) });
}

/** A change in words: which way it goes, and how far. */
function change(share: number | undefined, of: 'bytes' | 'time' | 'downtime'): string {
  const size = percentText(Math.abs(share ?? Number.NaN), false);
  return plainText((share ?? 0) > 0 ? WORDS[of].more : WORDS[of].less, { size });
}

function nameOf(predictor: string | undefined): string {
  return PREDICTOR_NAMES[predictor ?? ''] ?? predictor ?? '–';
}
