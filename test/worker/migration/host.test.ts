import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultMove, readyMoves } from '../../../src/engine/experiments/moves.ts';
import { migrateSolo } from '../../../src/engine/simulation/solo.ts';
import { COMPARE, COMPARE_WIDTH, type MigrationRequests } from '../../../src/protocol/migration/requests.ts';
import { Cancelled, WorkerClient } from '../../../src/worker/client.ts';
import { library } from '../../engine/recorded.ts';
import { InProcessWorker } from './in-process.ts';
import { momentAt, openMove, smallLab, smallSpec } from './small.ts';

const golden = JSON.parse(readFileSync(new URL('../../fixtures/golden.json', import.meta.url), 'utf8')) as {
  hash: string;
};

let worker: InProcessWorker;
let client: WorkerClient<MigrationRequests>;

beforeEach(() => {
  // A slow machine: nearly every step is a slice of its own.
  worker = new InProcessWorker(40);
  client = new WorkerClient<MigrationRequests>({ create: () => worker, onDeath: () => {} });
  return () => client.close();
});

test('it says what there is to choose from, each with its words', async () => {
  const told = await client.call('describe', {});
  expect(told.strategies.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['stop-and-copy', 'pre-copy', 'working-set-pre-copy', 'post-copy', 'hybrid']),
  );
  for (const { pseudocode, description } of told.strategies) {
    expect(pseudocode.length).toBeGreaterThan(2);
    expect(description).toMatch(/\.$/);
  }
  expect(told.strategies.find(({ kind }) => kind === 'post-copy')).toMatchObject({ resumesEarly: true });
  expect(told.stopRules.map(({ kind }) => kind)).toEqual(['xen', 'qemu', 'vmotion']);
  expect(told.defaultLab).toEqual(defaultMove);
  expect(told.readyMoves).toHaveLength(readyMoves.length);
  expect(told.traces).toContain('gzip');
});

describe('opening', () => {
  test('gives what the command line gives, for both sides', async () => {
    const { sides } = await openMove(client, smallLab());
    expect(sides.map(({ result }) => result)).toEqual([
      migrateSolo(smallSpec, library),
      migrateSolo({ ...smallSpec, strategy: { ...smallSpec.strategy, kind: 'post-copy' } }, library),
    ]);
    expect(sides.map(({ pages, heldPages }) => [pages, heldPages])).toEqual([
      [4096, null],
      [4096, null],
    ]);
  });

  test('the same lab twice gives the same key and fingerprint, another one another', async () => {
    const first = await openMove(client, smallLab());
    expect(await openMove(client, smallLab())).toEqual(first);
    const other = await openMove(client, smallLab({ kind: 'hybrid' }));
    expect(other.moveKey).not.toBe(first.moveKey);
    expect(other.hash).not.toBe(first.hash);
  });

  test('one side alone', async () => {
    expect((await openMove(client, smallLab(null))).sides).toHaveLength(1);
  });

  test('a recorded program', async () => {
    const { workload } = smallSpec.vm;
    const vm = { ...smallSpec.vm, workload: { ...workload, pattern: 'trace' as const, file: 'gzip' } };
    const { sides } = await openMove(client, smallLab(null, { vm }));
    expect(sides[0]?.result.outcome).toBe('completed');
    const unknown = { ...vm, workload: { ...vm.workload, file: 'doom' } };
    const reply = await client.call('open', { lab: smallLab(null, { vm: unknown }) });
    expect(reply).toEqual({ problem: expect.stringMatching(/"doom".*matrix, gzip, cc1, sort\.$/) });
  });

  test.each([
    ['a kind nobody knows', smallLab({ kind: 'teleport' }), /"teleport"/],
    ['a setting out of range', smallLab(null, { giveUpAfterMs: 0 }), /giveUpAfterMs is 0/],
    [
      'a workload larger than the memory',
      smallLab(null, { vm: { ...smallSpec.vm, memoryMiB: 4 } }),
      /memory|MiB/,
    ],
    [
      'more pages than can be shown',
      smallLab(null, { vm: { ...smallSpec.vm, memoryMiB: 65_536 } }),
      /at most 16384 MiB/,
    ],
  ])('%s is told in one sentence and harms nothing', async (_, lab, sentence) => {
    const { moveKey } = await openMove(client, smallLab());
    const reply = await client.call('open', { lab });
    expect(reply).toEqual({ problem: expect.stringMatching(sentence) });
    expect('problem' in reply && reply.problem).toMatch(/^[^.].*\.$/);
    expect((await client.frame(momentAt(moveKey, 10)))?.atMs).toBe(10);
  });

  test('tells how far it is, answers moments meanwhile, and can be called off', async () => {
    const { moveKey } = await openMove(client, smallLab());
    const abort = new AbortController();
    const seen: number[] = [];
    const long = client.call(
      'open',
      { lab: defaultMove },
      { signal: abort.signal, onProgress: (done) => seen.push(done) },
    );
    expect((await client.frame(momentAt(moveKey, 30)))?.atMs).toBe(30);
    expect((await client.frame(momentAt(moveKey, 31)))?.atMs).toBe(31);
    abort.abort();
    await expect(long).rejects.toThrow(Cancelled);
    const told = worker.said.length;
    expect((await client.frame(momentAt(moveKey, 32)))?.atMs).toBe(32);
    expect(worker.said.length).toBe(told + 1);
    const whole = client.call('open', { lab: defaultMove }, { onProgress: (done) => seen.push(done) });
    expect(await whole).toHaveProperty('moveKey');
    expect(seen.length).toBeGreaterThan(2);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(seen.every((done) => done >= 0 && done < 1)).toBe(true);
  });
});

describe('a page’s story', () => {
  test('ends as the page is, and begins with what was left out', async () => {
    const { moveKey } = await openMove(client, smallLab());
    const moment = await client.frame(momentAt(moveKey, 150));
    const ask = (limit: number, untilMs = 150) =>
      client.call('page', { moveKey, side: 0, page: 700, untilMs, limit });
    const { events, earlier } = await ask(100);
    expect(earlier).toBe(0);
    expect(events.at(-1)?.state).toBe(moment?.sides[0]?.states?.[700]);
    expect(await ask(1)).toEqual({ events: events.slice(-1), earlier: events.length - 1 });
    // Nothing beyond the moment is told, whatever was asked before.
    const first = events[0]?.ms ?? 0;
    expect((await ask(100, first)).events).toEqual(events.slice(0, 1));
    expect((await ask(100)).events).toEqual(events);
    await expect(client.call('page', { moveKey, side: 0, page: 4096, untilMs: 1, limit: 1 })).rejects.toThrow(
      'There is no page 4096; this VM has 4096.',
    );
  });
});

describe('all strategies', () => {
  test('rows come one by one, each as it would go alone', async () => {
    const { comparison } = await client.call('describe', {});
    const counts: number[] = [];
    const { rows } = await client.call(
      'compare',
      { spec: smallSpec, strategies: comparison, samples: 60 },
      { onProgress: (progress) => counts.push(progress.rows.length) },
    );
    expect(rows.map(({ label }) => label)).toEqual(comparison.map(({ label }) => label));
    expect(counts.length).toBeGreaterThan(3);
    expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    for (const { strategy, result, line, rows: count, problem } of rows) {
      expect(problem).toBeNull();
      expect(result).toEqual(migrateSolo({ ...smallSpec, strategy }, library));
      expect(line).toHaveLength(count * COMPARE_WIDTH);
      const column = (at: number) => [...line].filter((_, i) => i % COMPARE_WIDTH === at);
      const times = column(COMPARE.ms);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect([times[0], times.at(-1)]).toEqual([0, result?.totalTimeMs]);
      expect(column(COMPARE.remainingBytes).at(-1)).toBe(0);
      // However short, the pause is there: it is what the strategies differ by.
      expect(column(COMPARE.running)).toContain(0);
      expect(count).toBeLessThan(60 * 3);
    }
  });

  test('a strategy that cannot be run says why, and the others run', async () => {
    const { rows } = await client.call('compare', {
      spec: smallSpec,
      strategies: [
        { label: 'Wrong', strategy: { kind: 'teleport' } },
        { label: 'Right', strategy: { kind: 'stop-and-copy' } },
      ],
      samples: 10,
    });
    expect(rows.map(({ result, problem }) => [result?.outcome ?? null, problem])).toEqual([
      [null, expect.stringMatching(/"teleport".*\.$/)],
      ['completed', null],
    ]);
  });

  test('can be called off', async () => {
    const { comparison } = await client.call('describe', {});
    const abort = new AbortController();
    const long = client.call(
      'compare',
      { spec: defaultMove.spec, strategies: comparison, samples: 60 },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    await expect(long).rejects.toThrow(Cancelled);
    expect((await client.call('describe', {})).version).toBe('test');
  });
});

test('the analysis is what the command line prints, in slices', async () => {
  const seen: number[] = [];
  const analysis = await client.call(
    'analyse',
    { spec: smallSpec },
    { onProgress: (done) => seen.push(done) },
  );
  expect(analysis.convergence).toMatchObject({ memoryPages: 4096 });
  expect(seen.length).toBeGreaterThan(0);
  await expect(client.call('analyse', { spec: { ...smallSpec, seed: -1 } })).rejects.toThrow(/^seed is -1/);
});

describe('evidence', () => {
  test('a measured run and its twin in detail', async () => {
    const detail = await client.call('twin', { name: 'idle-256-64', repeat: 0 });
    expect(detail.row).toMatchObject({ name: 'idle-256-64', repeat: 0, mode: 'precopy' });
    expect(detail.sampleRows).toBeGreaterThan(10);
    expect(detail.twin.rows).toBeGreaterThan(100);
    expect(detail.twin.result.bytesSent).toBe(detail.row.twin.bytesSent);
    await expect(client.call('twin', { name: 'idle-256-64', repeat: 99 })).rejects.toThrow(
      'There is no measured run "idle-256-64", repeat 100; choose one of the table.',
    );
  });

  test('every measured run has its twin, and rows come while they grow', async () => {
    const counts: number[] = [];
    const { rows } = await client.call(
      'twins',
      {},
      { onProgress: (progress) => counts.push(progress.rows.length) },
    );
    expect(rows).toHaveLength(120);
    expect(new Set(counts).size).toBeGreaterThan(10);
    expect(rows.every(({ measured, twin }) => measured.completed === twin.completed)).toBe(true);
  }, 60_000);

  test('what each predictor gains comes row by row, and can be called off', async () => {
    const abort = new AbortController();
    const seen: string[] = [];
    const long = client.call(
      'gains',
      { seeds: [1] },
      {
        signal: abort.signal,
        onProgress: ({ rows, done }) => {
          seen.push(...rows.map(({ predictor }) => predictor));
          expect(done).toBeLessThan(0.2);
          abort.abort();
        },
      },
    );
    await expect(long).rejects.toThrow(Cancelled);
    expect(seen[0]).toBe('none');
    await expect(client.call('gains', { seeds: [] })).rejects.toThrow(/at least one\.$/);
  });

  test('references come table by table, and are the engine’s', async () => {
    const told: number[] = [];
    const reply = await client.call(
      'references',
      { seeds: [1] },
      { onProgress: ({ done, trees }) => told.push(done + trees.length) },
    );
    expect(reply.trees).toHaveLength(21);
    expect(reply.spans.map(({ span }) => span)).toContain('during-stock');
    expect(reply.gains).toHaveLength(6);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('the speed comes with the state of the scripted run and what was claimed', async () => {
    const { rows, hash, claimed } = await client.call('speed', {});
    expect(rows.map(({ name }) => name)).toEqual([
      'tree-small',
      'tree-large',
      'migration',
      'predicting',
      'failover',
      'recorded',
    ]);
    expect(hash).toBe(golden.hash);
    expect(claimed.machine).toBe('here');
  });

  test('published migrations with the model fitted to their totals', async () => {
    const { fits } = await client.call('published', {});
    expect(fits.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['SPECweb99', 'Quake 3', 'MMuncher']),
    );
    for (const { totalBytes, fitted } of fits) {
      expect(Math.abs(fitted.totalBytes / totalBytes - 1)).toBeLessThan(0.01);
    }
  });

  test('a log of one’s own comes with the simulation of what it tells; its settings can be set by hand', async () => {
    const text = readFileSync(new URL('../../../public/evidence/example-log.jsonl', import.meta.url), 'utf8');
    const reading = await client.call('log', { text, changes: {} });
    expect(reading.problem).toBeNull();
    expect(reading.twin?.result.outcome).toBe('completed');
    expect(reading.settings.length).toBeGreaterThan(3);
    const setting = reading.settings.find(({ value }) => typeof value === 'number');
    const changed = await client.call('log', { text, changes: { [setting?.path ?? '']: -7 } });
    expect(changed.problem).toMatch(/-7.*\.$/);
    expect(changed.twin).toBeNull();
  });

  test('a log that cannot be read is one sentence', async () => {
    const reading = await client.call('log', { text: 'hello', changes: {} });
    expect(reading.problem).toMatch(/\.$/);
    expect(reading.twin).toBeNull();
  });
});

test('a moment of a migration that is not open is an error, not a crash', async () => {
  const died: string[] = [];
  const other = new WorkerClient<MigrationRequests>({
    create: () => worker,
    onDeath: (reason) => died.push(reason),
  });
  await expect(
    other.call('page', { moveKey: 'none', side: 0, page: 0, untilMs: 0, limit: 1 }),
  ).rejects.toThrow('The migration none is not open; open it first.');
  expect(await other.call('describe', {})).toHaveProperty('version', 'test');
  expect(died).toEqual([]);
  other.close();
});
