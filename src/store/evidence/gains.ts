/** Whether prediction helps, read off the rows. Pure: rows in, figures and a verdict out. */
import type { GainRow } from '../../protocol/migration/requests.ts';

const NONE = 'none';
export const ORACLE = 'oracle';

/** Against no prediction on the same workload: +0.01 is one per cent more. */
interface Gain {
  readonly row: GainRow;
  readonly bytes: number;
  readonly time: number;
  readonly downtime: number;
}

/** One workload: every predictor but none, in the order of the rows. */
export interface GainCase {
  readonly workload: string;
  readonly plain: GainRow;
  readonly gains: readonly Gain[];
}

/** Workloads in order of appearance; one whose plain run is not there yet waits. */
export function gainCases(rows: readonly GainRow[]): GainCase[] {
  const names = [...new Set(rows.map(({ workload }) => workload))];
  return names.flatMap((workload) => {
    const all = rows.filter((row) => row.workload === workload);
    const plain = all.find(({ predictor }) => predictor === NONE);
    if (plain === undefined) return [];
    const gains = all
      .filter(({ predictor }) => predictor !== NONE)
      .map((row) => ({
        row,
        bytes: row.bytesSent / plain.bytesSent - 1,
        time: row.totalTimeMs / plain.totalTimeMs - 1,
        downtime: row.downtimeMs / plain.downtimeMs - 1,
      }));
    return [{ workload, plain, gains }];
  });
}

/** Means over the workloads. */
export interface PredictorMean {
  readonly predictor: string;
  readonly bytes: number;
  readonly time: number;
  readonly downtime: number;
}

export interface GainVerdict {
  /** of the predictors that do not know the future, best (fewest bytes) first */
  readonly means: readonly PredictorMean[];
  readonly oracle: PredictorMean | null;
  /** the one saving that is largest of all, of a predictor that does not know the future */
  readonly largest: { readonly gain: Gain; readonly workload: string };
  readonly workloads: number;
  readonly kind: 'helps' | 'hardly' | 'costs';
}

/** Less than this in the mean is hardly a help. */
const HARDLY = 0.02;

/** @returns null before there is anything to judge */
export function judgeGains(cases: readonly GainCase[]): GainVerdict | null {
  const predictors = [...new Set(cases.flatMap(({ gains }) => gains.map(({ row }) => row.predictor)))];
  const all = predictors.map((predictor) => meanOf(cases, predictor));
  const means = all.filter(({ predictor }) => predictor !== ORACLE).toSorted((a, b) => a.bytes - b.bytes);
  const real = cases.flatMap(({ workload, gains }) =>
    gains.filter(({ row }) => row.predictor !== ORACLE).map((gain) => ({ gain, workload })),
  );
  const largest = real.toSorted((a, b) => a.gain.bytes - b.gain.bytes)[0];
  const best = means[0];
  if (largest === undefined || best === undefined) return null;
  return {
    means,
    oracle: all.find(({ predictor }) => predictor === ORACLE) ?? null,
    largest,
    workloads: cases.length,
    kind: best.bytes >= 0 ? 'costs' : best.bytes > -HARDLY ? 'hardly' : 'helps',
  };
}

function meanOf(cases: readonly GainCase[], predictor: string): PredictorMean {
  const gains = cases.flatMap((one) => one.gains.filter(({ row }) => row.predictor === predictor));
  const mean = (value: (gain: Gain) => number): number =>
    gains.reduce((sum, gain) => sum + value(gain), 0) / gains.length;
  return {
    predictor,
    bytes: mean((gain) => gain.bytes),
    time: mean((gain) => gain.time),
    downtime: mean((gain) => gain.downtime),
  };
}
