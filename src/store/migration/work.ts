/** The analysis of the workload and the comparison of all strategies: long work, each in a field of the store. */
import { sameJson } from '../../protocol/merge.ts';
import { IDLE, type LongWork } from '../long-work.ts';
import { SingleWork } from '../single-work.ts';
import type { MigrationCore, Slice } from './core.ts';
import type { MigrationState } from './types.ts';

const SAMPLES = 120;

type Field = 'analysis' | 'compare';
type ResultOf<F extends Field> = NonNullable<MigrationState[F]['result']>;
type WorkActions = 'startCompare' | 'cancelCompare' | 'startAnalysis' | 'cancelAnalysis';

export const workActions: Slice<WorkActions> = (core) => {
  const { store } = core;
  const compare = workIn(core, 'compare');
  const analysis = workIn(core, 'analysis');

  core.onLab.push((before) => {
    const { lab } = store.getState();
    // Both speak of side A's VM, link and strategy; what B does is nothing to them.
    if (before !== null && lab !== null && sameJson(before.spec, lab.spec)) return;
    for (const work of [compare, analysis]) {
      work.stop();
      work.put(IDLE);
    }
  });
  core.onResumed.push(() => {
    compare.again();
    analysis.again();
  });

  return {
    startCompare: () => {
      const { lab, catalogue } = store.getState();
      if (lab === null || catalogue === null) return;
      const request = { spec: lab.spec, strategies: catalogue.comparison, samples: SAMPLES };
      compare.run((signal, tell) =>
        core.client
          ?.call('compare', request, { signal, onProgress: ({ done, rows }) => tell(done, rows) })
          .then(({ rows }) => rows),
      );
    },
    cancelCompare: () => compare.stop(),
    startAnalysis: () => {
      const { lab } = store.getState();
      if (lab === null) return;
      analysis.run((signal, tell) =>
        core.client?.call('analyse', { spec: lab.spec }, { signal, onProgress: (done) => tell(done, null) }),
      );
    },
    cancelAnalysis: () => analysis.stop(),
  };
};

function workIn<F extends Field>({ store }: MigrationCore, field: F): SingleWork<ResultOf<F>> {
  return new SingleWork<ResultOf<F>>(
    {
      get: () => store.getState()[field] as LongWork<ResultOf<F>>,
      put: (work) => store.setState({ [field]: work } as Partial<MigrationState>),
    },
    'wait',
  );
}
