/** Everything the README's tables are made of, worked out anew. */
import { readFileSync } from 'node:fs';
import { recordedTraces } from '../../../src/cli/files.ts';
import { clusterGains, failoverSpans } from '../../../src/engine/experiments/failover-seeds.ts';
import {
  type MeasuredRun,
  specOfRun,
  type TwinRow,
  twinRowsOf,
} from '../../../src/engine/experiments/measured-runs.ts';
import { type GainRow, gainCases, predictionGain } from '../../../src/engine/experiments/prediction-gain.ts';
import { treeReferences } from '../../../src/engine/experiments/reference-trees.ts';
import { traceLibrary } from '../../../src/engine/memory/trace.ts';
import { migrateSolo } from '../../../src/engine/simulation/solo.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const GAIN_SEEDS = SEEDS.slice(0, 9);

/** What a generator returns, whatever it yields on its way. */
export function resultOf<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

export const spans = () => resultOf(failoverSpans(recordedTraces(), SEEDS));
export const inCluster = () => resultOf(clusterGains(recordedTraces(), SEEDS));
export const trees = () => resultOf(treeReferences(SEEDS)).rows;

export function gains(): { readonly first: readonly GainRow[]; readonly untilStop: readonly GainRow[] } {
  const rows = (hold: 'round-1' | 'until-stop') => [
    ...predictionGain(gainCases(recordedTraces(), { hold }), GAIN_SEEDS, [
      'none',
      'lru',
      'lazy-counting',
      'oracle',
    ]),
  ];
  return { first: rows('round-1'), untilStop: rows('until-stop') };
}

export function twins(): readonly TwinRow[] {
  const file = new URL('../../../public/evidence/qemu-migrations.json', import.meta.url);
  const runs = JSON.parse(readFileSync(file, 'utf8')) as readonly MeasuredRun[];
  return runs.flatMap((run) => twinRowsOf(run, migrateSolo(specOfRun(run), traceLibrary([]))));
}
