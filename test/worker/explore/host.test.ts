import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultMove } from '../../../src/engine/experiments/moves.ts';
import { linesOf } from '../../../src/engine/experiments/sweep/cases.ts';
import type { Subject, SweepSpec } from '../../../src/engine/experiments/sweep/spec.ts';
import { defaultLab } from '../../../src/engine/lab/spec.ts';
import { demoRun } from '../../../src/engine/simulation/default-scenario.ts';
import type { ExploreRequests } from '../../../src/protocol/explore/requests.ts';
import { Cancelled, WorkerClient } from '../../../src/worker/client.ts';
import { library } from '../../engine/recorded.ts';
import { InProcessWorker } from './in-process.ts';

const spec = {
  ...defaultMove.spec,
  vm: {
    ...defaultMove.spec.vm,
    memoryMiB: 16,
    workload: { ...defaultMove.spec.vm.workload, hotSetMiB: 4, hotStartMiB: 2 },
  },
  giveUpAfterMs: 3000,
};
const subject: Subject = { kind: 'migration', spec };
const sweep: SweepSpec = {
  version: 1,
  name: 'Small',
  subject,
  axes: [
    { parameter: 'link.bandwidthBytesPerSecond', values: [20e6, 40e6, 80e6] },
    // More than the memory holds: those cases are refused.
    { parameter: 'vm.workload.hotSetMiB', values: [4, 64] },
  ],
  variants: [
    { label: 'before', set: {} },
    { label: 'after', set: { 'strategy.kind': 'post-copy' } },
  ],
  seeds: { first: 7, count: 2 },
  figure: 'downtimeMs',
};
const whole = [...linesOf(sweep, { from: 0, to: 24 }, library)];

let worker: InProcessWorker;
let client: WorkerClient<ExploreRequests>;
beforeEach(() => {
  worker = new InProcessWorker();
  client = new WorkerClient<ExploreRequests>({ create: () => worker, onDeath: () => {} });
});
afterEach(() => client.close());

describe('a worker that explores', () => {
  it('says what can be explored, and its ready-made sweeps can be', async () => {
    const { kinds, readySweeps, limits } = await client.call('describe', {});
    expect(Object.keys(kinds)).toEqual(['failover', 'migration', 'trees']);
    for (const ready of readySweeps) {
      const { problem, cases } = await client.call('check', { sweep: ready.spec });
      expect(problem).toBeNull();
      expect(cases).toBeGreaterThan(0);
      expect(cases).toBeLessThanOrEqual(limits.cases);
    }
  });

  it('gives the engine’s own lines, in whatever pieces and order', async () => {
    const pieces = [
      [23, 0, 7],
      [1],
      [8, 2, 3, 4, 5, 6, 22],
      [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21],
    ];
    const replies = await Promise.all(pieces.map((indices) => client.call('cases', { sweep, indices })));
    const lines = replies.flatMap((reply) => reply.lines);
    expect(lines.map(({ index }) => index)).toEqual(pieces.flat());
    const inOrder = lines.toSorted((a, b) => a.index - b.index);
    expect(inOrder.map((line) => JSON.stringify(line))).toEqual(whole.map((line) => JSON.stringify(line)));
    expect(inOrder[6]).toMatchObject({ outcome: 'refused', problem: expect.stringContaining('hotSetMiB') });
    expect(worker.fetched).toBe(0);
  });

  it('fetches the recordings for a tree that is asked for a program’s pages', async () => {
    const stream = { ...defaultLab.stream, kind: 'trace', length: 100 };
    const { outcome } = await client.call('run', {
      subject: { kind: 'trees', lab: { ...defaultLab, stream } },
    });
    expect(outcome).toBe('completed');
    expect(worker.fetched).toBe(1);
  });

  it('stops what is called off, and tells nothing of it any more', async () => {
    const abort = new AbortController();
    const call = client.call('cases', { sweep, indices: [0, 1, 4, 5, 8, 9] }, { signal: abort.signal });
    await client.call('check', { sweep });
    abort.abort();
    await expect(call).rejects.toThrow(Cancelled);
    // Whatever is asked now waits for nobody: what was called off is gone.
    await client.call('cases', { sweep, indices: [0] });
    expect(worker.said.filter((said) => 'name' in said && said.name === 'cases')).toHaveLength(1);
  });

  it('opens the very run of a case', async () => {
    const { subject: found } = await client.call('caseOf', { sweep, index: 23 });
    expect(found).toMatchObject({
      kind: 'migration',
      spec: { seed: 8, strategy: { kind: 'post-copy' }, link: { bandwidthBytesPerSecond: 80e6 } },
    });
    const { outcome } = await client.call('run', { subject: found });
    expect(outcome).toBe(whole[23]?.outcome);
  });

  it('refuses a case there is none of, in one sentence', async () => {
    await expect(client.call('caseOf', { sweep, index: 24 })).rejects.toThrow(/There is no case 24/);
    await expect(client.call('cases', { sweep, indices: [24] })).rejects.toThrow(/There is no case 24/);
  });

  it('says of a sweep that cannot be what is wrong', async () => {
    const strange = { ...sweep, figure: 'luck' };
    const { problem } = await client.call('check', { sweep: strange });
    expect(problem).toContain('"luck"');
  });

  it('knows what matters to one subject', async () => {
    const { parameters } = await client.call('about', { subject });
    expect(parameters.map(({ path }) => path)).toContain('strategy.stopRule.downtimeLimitMs');
    expect(parameters.map(({ path }) => path)).not.toContain('vm.workload.exponent');
  });

  it('ranks one parameter, and says why another has no row', async () => {
    const row = await client.call('rank', { subject, parameter: 'link.bandwidthBytesPerSecond', seeds: 2 });
    expect(row).toMatchObject({ now: spec.link.bandwidthBytesPerSecond, problem: null });
    expect(row.atLow.totalTimeMs).toBeGreaterThan(row.atHigh.totalTimeMs ?? 0);
    const none = await client.call('rank', { subject, parameter: 'faults.sourceDiesAtMs', seeds: 1 });
    expect(none.problem).toMatch(/\.$/);
  });

  it.each<[string, Subject, number]>([
    ['failover', { kind: 'failover', run: demoRun }, 1],
    ['trees', { kind: 'trees', lab: defaultLab }, 0],
    ['migration', subject, 0],
  ])('runs a whole %s with its curves, and fetches recordings only for it', async (_kind, one, fetched) => {
    const told: number[] = [];
    const { problem, curves, figures } = await client.call(
      'run',
      { subject: one },
      { onProgress: (part) => told.push(part) },
    );
    expect(problem).toBeNull();
    expect(Object.values(figures).some((value) => value !== null)).toBe(true);
    expect(curves.length).toBeGreaterThan(0);
    for (const { at, value } of curves) expect(at.length).toBe(value.length);
    expect(told.every((part) => part >= 0 && part <= 1)).toBe(true);
    expect(worker.fetched).toBe(fetched);
  });
});
