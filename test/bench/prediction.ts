/** Does predicting the working set help? Every predictor over recorded and synthetic workloads, against none of the same workload. */
import { type GainRow, gainCases, predictionGain } from '../../src/engine/experiments/prediction-gain.ts';
import { library } from '../engine/recorded.ts';
import { millis, type Table } from './measure.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const COLUMNS = ['saved', 'time', 'downtime', 'held', 'precision', 'recall'];

/** @param quick two of the seven workloads, one seed instead of the mean over nine */
export function benchPrediction(quick: boolean): Table[] {
  return (['round-1', 'until-stop'] as const).flatMap((hold) => {
    const cases = gainCases(library, { hold }).filter((_, i) => !quick || i % 3 === 1);
    return cases.map((one): Table => {
      const rows = [...predictionGain([one], quick ? [1] : SEEDS)];
      const plain = rows.find(({ predictor }) => predictor === 'none')?.bytesSent ?? Number.NaN;
      return {
        title: `Working set of ${one.name}, held: ${hold}`,
        baseline: 'the bytes of none',
        columns: COLUMNS,
        rows: rows.map((row) => rowOf(row, plain)),
      };
    });
  });
}

function rowOf(row: GainRow, plain: number): Table['rows'][number] {
  return {
    what: row.completed ? row.predictor : `${row.predictor} (not converged)`,
    figure: `${(row.bytesSent / 1e6).toFixed(2)} MB`,
    more: [
      `${(100 - (100 * row.bytesSent) / plain).toFixed(2)} %`,
      millis(row.totalTimeMs),
      millis(row.downtimeMs),
      row.heldPages.toFixed(0),
      share(row.score.precision),
      share(row.score.recall),
    ],
    ratio: row.bytesSent / plain,
  };
}

const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
