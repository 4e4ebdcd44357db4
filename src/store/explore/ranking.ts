/** Which parameters move the result most: one row a parameter, worked out by whoever of the pool is free. */
import type { RankRow, Subject } from '../../protocol/explore/requests.ts';
import { IDLE } from '../long-work.ts';
import { SingleWork } from '../single-work.ts';
import type { ExploreCore, Slice } from './core.ts';
import { ListSource } from './list-source.ts';
import { throttled } from './throttled.ts';
import type { Ranking } from './types.ts';

export const rankActions: Slice<'rank' | 'cancelRank' | 'setRankBy'> = (core) => {
  const { store } = core;
  const work = new SingleWork<Ranking>(
    { get: () => store.getState().ranking, put: (ranking) => store.setState({ ranking }) },
    'stop',
  );
  return {
    rank: (subject, seeds) => {
      work.put(IDLE);
      store.setState({ rankOf: subject });
      core.addressChanged('replace');
      work.run((signal, tell) => rankBy(core, subject, seeds, signal, tell));
    },
    cancelRank: () => work.stop(),
    setRankBy: (rankBy) => {
      store.setState({ rankBy });
      core.addressChanged('replace');
    },
  };
};

async function rankBy(
  { env, pool }: ExploreCore,
  subject: Subject,
  seeds: number,
  signal: AbortSignal,
  tell: (done: number, soFar: Ranking | null) => void,
): Promise<Ranking> {
  const rows: RankRow[] = [];
  const soFar = (): Ranking => ({ subject, seeds, rows: [...rows] });
  if (env === null || pool === null) return soFar();
  const { parameters } = await pool.ask('about', { subject });
  const numbers = parameters.filter(({ kind }) => kind === 'number');
  const say = throttled(env, () => tell(rows.length / numbers.length, soFar()));
  await pool.work(
    new ListSource(numbers, async (client, { path }, ended) => {
      rows.push(await client.call('rank', { subject, parameter: path, seeds }, { signal: ended }));
      say();
    }),
    signal,
    1,
  );
  return soFar();
}
