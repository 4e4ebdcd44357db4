import { expect, it } from 'vitest';
import type { FromWorker } from '../../src/protocol/requests.ts';
import { Host } from '../../src/worker/host/host.ts';
import { library } from '../engine/recorded.ts';
import { smallRun } from '../engine/simulation/runs.ts';

function bench() {
  const posted: FromWorker[] = [];
  let arrived: (() => void)[] = [];
  let clock = 0;
  const host = new Host({
    version: '1.2.3',
    now: () => {
      clock += 1;
      return clock;
    },
    pause: () => new Promise((done) => setImmediate(done)),
    post: (message) => {
      posted.push(structuredClone(message));
      for (const wake of arrived.splice(0)) wake();
    },
    loadLibrary: () => Promise.resolve(library),
  });
  const until = async (enough: (message: FromWorker) => boolean): Promise<FromWorker> => {
    for (;;) {
      const found = posted.find(enough);
      if (found !== undefined) return found;
      await new Promise<void>((done) => {
        arrived = [...arrived, done];
      });
    }
  };
  return { host, posted, until };
}

const { scenario } = smallRun();

it('brings the rows one after the other, and at last all', async () => {
  const { host, posted, until } = bench();
  host.handle({ id: 1, name: 'courses', request: { scenario } });
  const reply = await until((message) => 'reply' in message);
  expect('reply' in reply && reply.name === 'courses' && reply.reply.rows.length).toBe(7);
  const counts = posted.flatMap((message) =>
    'progress' in message ? [(message.progress as { rows: unknown[] | null }).rows?.length ?? 0] : [],
  );
  const brought = counts.filter((count) => count > 0);
  // The last comes with the reply.
  expect(brought).toEqual([1, 2, 3, 4, 5, 6].slice(0, brought.length));
  expect(brought.length).toBeGreaterThanOrEqual(6);
});

it('is called off at once, and others are answered meanwhile', async () => {
  const { host, posted, until } = bench();
  host.handle({ id: 1, name: 'courses', request: { scenario } });
  await until((message) => message.id === 1 && 'progress' in message);
  host.handle({ id: 2, name: 'describe', request: {} });
  await until((message) => message.id === 2);
  expect(posted.some((message) => message.id === 1 && 'reply' in message)).toBe(false);
  host.handle({ id: 1, name: 'cancel' });
  const told = posted.filter(({ id }) => id === 1).length;
  host.handle({ id: 3, name: 'describe', request: {} });
  await until((message) => message.id === 3);
  expect(posted.filter(({ id }) => id === 1)).toHaveLength(told);
});

it('refuses a scenario that cannot be', async () => {
  const { host, until } = bench();
  const impossible = { ...scenario, migration: { ...scenario.migration, rateMbps: -1 } };
  host.handle({ id: 1, name: 'courses', request: { scenario: impossible } });
  const answer = await until((message) => message.id === 1);
  expect('error' in answer && answer.error).toContain('migration.rateMbps');
});
