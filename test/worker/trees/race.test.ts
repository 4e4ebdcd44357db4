/** Race, trees at a moment and figures, asked through the real worker in process. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultLab, type LabSpec, type TreeChoice } from '../../../src/engine/lab/spec.ts';
import { NODE, NODE_WIDTH } from '../../../src/protocol/trees/moment.ts';
import {
  RACE,
  RACE_WIDTH,
  type RaceReply,
  type TreesRequests,
} from '../../../src/protocol/trees/requests.ts';
import { Cancelled, WorkerClient } from '../../../src/worker/client.ts';
import { InProcessWorker } from './in-process.ts';

let client: WorkerClient<TreesRequests>;

beforeEach(() => {
  client = new WorkerClient<TreesRequests>({ create: () => new InProcessWorker(), onDeath: () => {} });
});
afterEach(() => client.close());

async function opened(part: Partial<LabSpec> = {}): Promise<string> {
  const reply = await client.call('open', { spec: { ...defaultLab, ...part } });
  if ('problem' in reply) throw new Error(reply.problem);
  return reply.labKey;
}

const contestants: readonly TreeChoice[] = [
  { kind: 'lazy-counting', parameters: {} },
  { kind: 'splay', parameters: {} },
  { kind: 'lazy-counting', parameters: { decayEvery: 200 } },
];
const long: Partial<LabSpec> = {
  start: 'balanced:1000',
  stream: { kind: 'zipf', parameters: {}, length: 400_000, keys: 1000, list: [] },
};

test('lines come while they grow, and the whole is what the parts led to', async () => {
  const labKey = await opened(long);
  const parts: (RaceReply & { done: number })[] = [];
  const whole = await client.call(
    'race',
    { labKey, contestants, samples: 400 },
    { onProgress: (part) => parts.push(part) },
  );
  expect(parts.length).toBeGreaterThan(2);
  let before = 0;
  for (const { done, lines } of parts) {
    expect(done).toBeGreaterThanOrEqual(before);
    before = done;
    lines.forEach(({ columns, rows }, i) => {
      expect(columns).toEqual(whole.lines[i]?.columns.slice(0, rows * RACE_WIDTH));
    });
  }
  expect(whole.lines.map(({ rows }) => rows)).toEqual([401, 401, 401]);
  expect(whole.hotKeys).toHaveLength(8);
  // SEEDS' reference: Zipf 1.0 over 1,000 keys.
  expect(whole.optimum).toBeGreaterThan(5.4);
  expect(whole.optimum).toBeLessThan(6.1);
  const last = (line: number, column: number) => whole.lines[line]?.columns.at(400 * RACE_WIDTH + column);
  expect(last(0, RACE.visited)).toBeLessThan(last(1, RACE.visited) ?? 0);
});

test('the tree at a moment is the tree on the stage there', async () => {
  const labKey = await opened();
  await client.call('race', { labKey, contestants, samples: 50 });
  for (const operation of [1, 700, 999, 256]) {
    const { pictures } = await client.call('racers', { labKey, contestants, operation, limit: 255 });
    const window = { from: 0, to: 1000 };
    const moment = await client.frame({
      ...{
        labKey,
        generation: 1,
        operation: operation - 1,
        step: -1,
        window,
        limit: 1000,
        strip: 5,
        bins: 1,
      },
    });
    expect(pictures[0]?.nodes).toEqual(moment?.nodes);
    expect(pictures[0]).toMatchObject({ size: 31, height: moment?.height, whole: true, problem: null });
    expect(pictures.map(({ choice }) => choice)).toEqual(contestants);
  }
});

test('of a large tree the top is shown, without a race before', async () => {
  const labKey = await opened(long);
  const { pictures } = await client.call('racers', { labKey, contestants, operation: 5000, limit: 255 });
  for (const { nodes, whole, size } of pictures) {
    expect({ whole, size }).toEqual({ whole: false, size: 1000 });
    const roots = Array.from(nodes).filter((value, i) => i % NODE_WIDTH === NODE.parent && value === -1);
    expect(roots).toHaveLength(1);
  }
});

test('a race that is cancelled stops, and the worker goes on', async () => {
  const labKey = await opened(long);
  const cancel = new AbortController();
  const race = client.call(
    'race',
    { labKey, contestants, samples: 400 },
    { signal: cancel.signal, onProgress: () => cancel.abort() },
  );
  await expect(race).rejects.toBeInstanceOf(Cancelled);
  expect((await client.call('race', { labKey, contestants: [], samples: 5 })).lines).toEqual([]);
});

test('figures are measured for every tree and size', async () => {
  const stream = { kind: 'zipf', parameters: {}, length: 0, keys: 0, list: [] };
  const { rows } = await client.call('figures', {
    contestants: contestants.slice(0, 2),
    sizes: [64, 256],
    stream,
    seed: 7,
  });
  expect(rows.map(({ kind, keys }) => `${kind} ${keys}`)).toEqual([
    'lazy-counting 64',
    'splay 64',
    'lazy-counting 256',
    'splay 256',
  ]);
  for (const { visited, microseconds } of rows) {
    expect(visited).toBeGreaterThan(2);
    expect(microseconds).toBeGreaterThan(0);
  }
});
