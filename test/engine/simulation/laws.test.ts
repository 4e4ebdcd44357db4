/** DESIGN's laws for every strategy, predictor and hold, over workloads, kinds of stop and seeds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predictors } from '../../../src/engine/memory/predictor-registry.ts';
import { workloads } from '../../../src/engine/memory/workload-registry.ts';
import { createGuest } from '../../../src/engine/simulation/guests.ts';
import type { Scenario, WorkloadKind } from '../../../src/engine/simulation/scenario.ts';
import {
  applyCommand,
  createSimulation,
  hashSimulation,
  runUntil,
  snapshot,
} from '../../../src/engine/simulation/simulation.ts';
import type { SimState } from '../../../src/engine/simulation/state.ts';
import { mergeOver } from '../../../src/protocol/merge.ts';
import { library } from '../recorded.ts';
import { brokenLaws } from './laws.ts';
import { contentsOf, type Part, type Played, play, SMALL_STOP_MS, smallRun, stop } from './runs.ts';

const SEED = { seed: 20_100_501 };

const plans: [string, Part<Scenario>][] = [
  ['stop-and-copy', { migration: { strategy: 'stop-and-copy' } }],
  ['pre-copy', { migration: { strategy: 'pre-copy' } }],
  ...predictors.flatMap(({ kind }) =>
    (['round-1', 'until-stop'] as const).map((hold): [string, Part<Scenario>] => [
      `working-set-pre-copy, ${kind}, ${hold}`,
      { migration: { strategy: 'working-set-pre-copy' }, prediction: { predictor: kind, hold } },
    ]),
  ),
];

/** Changes that take turns, so that each plan meets each of them under some seed. */
const works: Part<Scenario>[] = [
  ...workloads.map(({ kind }) => ({ guests: [{ workload: { kind: kind as WorkloadKind } }, {}, {}] })),
  // writes faster than the link: rounds never get smaller
  {
    guests: [
      { workload: { kind: 'uniform', hotSetPages: 3000, referencesPerSecond: 120_000, writeShare: 1 } },
      {},
      {},
    ],
  },
  { guests: [{ workload: { referencesPerSecond: 0 } }, {}, {}] },
  { prediction: { workingSetPages: 4096, cachePages: 4096, score: 'self-count' } },
  { prediction: { lruAsPrinted: true }, network: { linkMbps: 3000 }, migration: { batchPages: 7 } },
  { failover: 'stock-migrating' },
];

const merged = (...parts: Part<Scenario>[]): Part<Scenario> =>
  parts.reduce<unknown>(mergeOver, {}) as Part<Scenario>;

/** Writes made from scratch by a guest of its own, as many as the run tells. */
function versionsMadeAnew(sim: SimState, id: number): Uint32Array {
  const vm = createGuest(sim.scenario, library, id);
  for (let writes = sim.vms[id]?.writes ?? 0; writes > 0; ) {
    vm.workload.next(vm.random);
    if (!vm.workload.write) continue;
    vm.versions[vm.workload.page] = (vm.versions[vm.workload.page] ?? 0) + 1;
    writes -= 1;
  }
  return vm.versions;
}

describe.each(plans)('%s', (_, plan) => {
  test.each(works.map((work, i) => [i, work] as const))('work %i', (i, work) => {
    const played = play(smallRun(merged(work, plan, { seed: 100 + i })));
    expect(brokenLaws(played)).toEqual([]);
    const { sim } = played;
    expect(sim.migrations.map((m) => [m.vm, m.from, m.outcome])).toEqual([
      [0, 0, 'completed'],
      [1, 0, 'completed'],
    ]);
    expect(sim.nodes[0]?.state).toBe('stopped');
    expect(sim.vms.map((vm) => [vm.state, vm.belief.state])).toEqual(Array(3).fill(['running', 'started']));
    for (const vm of sim.vms) {
      expect(differing(vm.versions, versionsMadeAnew(sim, vm.id))).toBe(0);
      expect(vm.belief.node).toBe(vm.node);
    }
  });
});

const differing = (a: Uint32Array, b: Uint32Array): number =>
  a.reduce((count, x, i) => count + (x === b[i] ? 0 : 1), Math.abs(a.length - b.length));

/** The destination’s versions at each moment the VM is about to run there, against the source’s then. */
test('at activation the destination has the newest version of every page, seen from outside', () => {
  const run = smallRun();
  const sim = createSimulation(run.scenario, library);
  runUntil(sim, SMALL_STOP_MS * 1000, null);
  applyCommand(sim, null, { kind: 'stop-node', node: 1 });
  let atSuspend: Uint32Array | null = null;
  let checked = 0;
  for (let us = sim.nowUs; us < 1_500_000; us += 250) {
    runUntil(sim, us, null);
    const job = sim.jobs[0];
    const vm = job === undefined ? undefined : sim.vms[job.vm];
    if (job === undefined || vm?.state !== 'paused') {
      atSuspend = null;
      continue;
    }
    atSuspend ??= vm.versions.slice();
    expect(differing(vm.versions, atSuspend)).toBe(0);
    if (job.stage !== 'activate') continue;
    const there = job.transfer.destination.map((version) => version - 1);
    expect(differing(there, vm.versions)).toBe(0);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(100); // 40 ms of each of two migrations
});

describe('how it is run makes no difference', () => {
  const moments = fc.integer({ min: 1, max: 1_300_000 });
  const parts = fc.constantFrom<Part<Scenario>>(
    {},
    { failover: 'stock-migrating', migration: { strategy: 'pre-copy' } },
    { migration: { strategy: 'stop-and-copy' } },
    { failover: 'stock-rebooting' },
  );
  const commands = [stop(1, 300), stop(3, 640.123)];
  const END_US = 1_400_000;
  const straight = new Map<string, { hash: string; contents: unknown }>();
  const reference = (part: Part<Scenario>): { hash: string; contents: unknown } => {
    const key = JSON.stringify(part);
    const known = straight.get(key);
    if (known !== undefined) return known;
    const { sim, series } = play(smallRun(part, commands), END_US);
    const found = { hash: hashSimulation(sim), contents: contentsOf(series) };
    straight.set(key, found);
    return found;
  };

  test('any chunks give the same state and the same recording', () => {
    fc.assert(
      fc.property(parts, fc.array(moments, { maxLength: 25 }), fc.boolean(), (part, stops, tiny) => {
        const run = smallRun(part, commands);
        const played = play(run, 0);
        const { series } = played;
        const { sim } = played;
        const chunks = tiny ? Array.from({ length: 1000 }, (_, i) => 600_000 + i * 7) : [];
        for (const us of [...stops, ...chunks, END_US].sort((a, b) => a - b)) {
          continueTo({ run, sim, series }, us);
        }
        const wanted = reference(part);
        expect(hashSimulation(sim)).toBe(wanted.hash);
        expect(contentsOf(series)).toEqual(wanted.contents);
      }),
      { ...SEED, numRuns: 25 },
    );
  });

  test('a snapshot is the state, goes on like it, and the two do not touch each other', () => {
    fc.assert(
      fc.property(parts, moments, (part, us) => {
        const run = smallRun(part, commands);
        const played = play(run, us);
        const hash = hashSimulation(played.sim);
        const copy = snapshot(played.sim);
        expect(hashSimulation(copy)).toBe(hash);
        continueTo({ ...played, sim: copy }, END_US);
        expect(hashSimulation(copy)).toBe(reference(part).hash);
        expect(hashSimulation(played.sim)).toBe(hash);
        continueTo(played, END_US);
        expect(hashSimulation(played.sim)).toBe(reference(part).hash);
      }),
      { ...SEED, numRuns: 25 },
    );
  });

  test('recording changes nothing', () => {
    const run = smallRun({}, commands);
    const played = play(run, 0);
    continueTo({ ...played, series: null }, END_US);
    expect(hashSimulation(played.sim)).toBe(reference({}).hash);
  });

  test('seeds do', () => {
    const [a, b] = [play(smallRun({ seed: 1 })), play(smallRun({ seed: 2 }))];
    expect(hashSimulation(a.sim)).not.toBe(hashSimulation(b.sim));
    expect(a.sim.migrations[0]?.startUs).not.toBe(b.sim.migrations[0]?.startUs);
  });
});

/** As the timeline does, by the simulation's own means only. */
function continueTo(
  { run, sim, series }: Omit<Played, 'series'> & { series: Played['series'] | null },
  us: number,
): void {
  for (;;) {
    const next = run.commands[sim.commandsApplied];
    const at = next === undefined ? Number.POSITIVE_INFINITY : Math.round(next.atMs * 1000);
    if (next === undefined || at > us) break;
    runUntil(sim, at, series);
    applyCommand(sim, series, next.command);
  }
  if (us > sim.nowUs) runUntil(sim, us, series);
}

/** The queue's counter only makes sequence numbers; one VM stands for all; trees tell what they mean, not how they lie. */
const ALIKE = /\.nextSequence$|\.vms\.[1-9]|\.trees\./;

test('the hash sees every field of the state', () => {
  const { sim } = play(smallRun(), 550_000);
  expect(sim.jobs[0]?.stage).toBe('stream');
  const copy = snapshot(sim);
  const before = hashSimulation(copy);
  const unseen: string[] = [];
  const tryOut = (holder: Record<string, unknown>, key: string, other: unknown, path: string): void => {
    const kept = holder[key];
    holder[key] = other;
    if (hashSimulation(copy) === before) unseen.push(path);
    holder[key] = kept;
  };
  const visit = (value: object, path: string): void => {
    for (const [key, field] of Object.entries(value)) {
      const here = `${path}.${key}`;
      if (ALIKE.test(here)) continue;
      if (ArrayBuffer.isView(field)) {
        const array = field as unknown as Record<string, number>;
        const middle = `${(array.length ?? 0) >> 1}`;
        if (middle in array) tryOut(array, middle, (array[middle] ?? 0) + 1, here);
      } else if (typeof field === 'object' && field !== null) {
        if (!Object.isFrozen(field)) visit(field, here);
      } else {
        const other = typeof field === 'number' && !Number.isNaN(field) ? field + 1 : `${String(field)}!`;
        tryOut(value as Record<string, unknown>, key, other, here);
      }
    }
  };
  visit(copy, 'sim');
  // A tree is seen as well: one more access is another state.
  copy.vms[0]?.predictor.treeOf(0)?.access(3);
  expect(hashSimulation(copy)).not.toBe(before);
  expect(unseen).toEqual([]);
}, 20_000);
