/** Does predicting the working set help? */
import { type GainRow, gainCases, predictionGain } from '../../engine/experiments/prediction-gain.ts';
import { predictors } from '../../engine/memory/predictor-registry.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type { Handler } from './handler.ts';

export const gains: Handler<'gains'> = async (context, { seeds }) => {
  if (seeds.length === 0) throw new Error('There is no seed to run; give at least one.');
  return gainSteps(await context.library(), seeds);
};

function* gainSteps(
  library: TraceLibrary,
  seeds: readonly number[],
): Generator<{ rows: readonly GainRow[]; done: number }, { rows: readonly GainRow[] }, void> {
  const cases = gainCases(library);
  const all = cases.length * predictors.length;
  const rows: GainRow[] = [];
  for (const row of predictionGain(cases, seeds)) {
    rows.push(row);
    yield { rows, done: rows.length / all };
  }
  return { rows };
}
