/** Two whole runs, to be laid over each other. */
import { SingleWork } from '../single-work.ts';
import type { Slice } from './core.ts';
import { ListSource } from './list-source.ts';
import type { ComparedRun } from './types.ts';

type Pair = readonly [ComparedRun, ComparedRun];

export const compareActions: Slice<'compare' | 'cancelCompare'> = (core) => {
  const { store } = core;
  const work = new SingleWork<Pair>(
    { get: () => store.getState().compared, put: (compared) => store.setState({ compared }) },
    'stop',
  );
  return {
    compare: (a, b) => {
      work.run(async (signal, tell) => {
        let pair: Pair = [
          { ...a, outcome: null },
          { ...b, outcome: null },
        ];
        tell(0, pair);
        core.addressChanged('replace');
        const done = [0, 0];
        const far = () => ((done[0] ?? 0) + (done[1] ?? 0)) / 2;
        await core.pool?.work(
          new ListSource([0, 1] as const, async (client, side, ended) => {
            const { subject } = pair[side];
            const onProgress = (part: number) => {
              done[side] = part;
              tell(far(), null);
            };
            const outcome = await client.call('run', { subject }, { signal: ended, onProgress });
            done[side] = 1;
            const with_ = { ...pair[side], outcome };
            pair = side === 0 ? [with_, pair[1]] : [pair[0], with_];
            tell(far(), pair);
          }),
          signal,
          1,
        );
        return pair;
      });
    },
    cancelCompare: () => work.stop(),
  };
};
