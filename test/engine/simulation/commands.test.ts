/** Stopping nodes at any time, in any order, under each kind of stop. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FailoverMode, Scenario, TimedCommand } from '../../../src/engine/simulation/scenario.ts';
import { emptySeries } from '../../../src/engine/simulation/series.ts';
import {
  applyCommand,
  createSimulation,
  hashSimulation,
  isFinished,
  isSettled,
} from '../../../src/engine/simulation/simulation.ts';
import { advance } from '../../../src/engine/timeline/timeline.ts';
import { library } from '../recorded.ts';
import { brokenLaws } from './laws.ts';
import { type Part, type Played, play, smallRun, stop } from './runs.ts';

const codes = ({ sim }: Played): string[] => sim.log.map((event) => event.code);
const place = ({ sim }: Played): [string, number][] => sim.vms.map((vm) => [vm.state, vm.node + 1]);

describe('the receiving node is stopped', () => {
  /** x0's migration to node 3 (more memory free) begins at about 0.53 s and takes 0.2 s. */
  test.each([
    ['while memory is reserved', 460, 'reserve'],
    ['while it predicts', 500, 'predict'],
    ['during round 1', 600, 'round-1'],
    ['while the VM is paused', null, 'stop-and-copy'],
  ])('%s: x0 runs on at its source and goes to the next target', (_, atMs, phase) => {
    const suspendUs = play(smallRun()).sim.migrations[0]?.suspendUs ?? 0;
    const stopMs = atMs ?? suspendUs / 1000 + 5;
    const commands = [stop(1, 400), stop(3, stopMs)];
    const before = play(smallRun({}, commands), stopMs * 1000 - 1);
    expect(before.sim.phases[before.sim.vms[0]?.phase ?? -1]?.name).toBe(phase);
    expect(before.sim.jobs[0]?.to).toBe(2);

    const at = play(smallRun({}, commands), stopMs * 1000);
    expect(at.sim.jobs).toEqual([]);
    expect(place(at)[0]).toEqual(['running', 1]);
    expect(at.sim.vms[0]?.belief).toEqual({ state: 'stopped', node: 0 });
    expect(at.sim.migrations[0]?.outcome).toBe('aborted');
    expect(at.sim.reservations).toEqual([]);
    expect(at.sim.phases[at.sim.vms[0]?.phase ?? -1]?.name).toBe('waiting');

    // Its programs run on where it is, also after a pause that led nowhere.
    const later = play(smallRun({}, commands), stopMs * 1000 + 30_000);
    expect(later.sim.vms[0]?.writes).toBeGreaterThan((at.sim.vms[0]?.writes ?? 0) + 50);

    const end = play(smallRun({}, commands), 2_000_000);
    expect(brokenLaws(end)).toEqual([]);
    expect(end.sim.migrations.map((m) => [m.vm, m.from, m.to, m.outcome])).toEqual([
      [0, 0, 2, 'aborted'],
      [0, 0, 1, 'completed'],
      [1, 0, 1, 'completed'],
    ]);
    expect(end.sim.nodes.map((node) => node.state)).toEqual(['stopped', 'online', 'stopped']);
  });

  test.each([
    ['the others know before', 200, 150],
    ['the others know after', 40, 10],
  ])(
    'while the VM is being activated there, %s: it arrives, and goes on from there',
    (_, resumeMs, early) => {
      const part = { migration: { resumeMs } };
      const first = play(smallRun(part)).sim.migrations[0];
      const stopMs = (first?.endUs ?? 0) / 1000 - early;
      const end = play(smallRun(part, [stop(1, 400), stop(3, stopMs)]), 3_500_000);
      expect(brokenLaws(end)).toEqual([]);
      expect(end.sim.migrations.map((m) => [m.vm, m.from, m.to, m.outcome])).toEqual(
        expect.arrayContaining([
          [0, 0, 2, 'completed'],
          [0, 2, 1, 'completed'],
        ]),
      );
      expect(end.sim.vms.map((vm) => vm.node)).toEqual([1, 1, 1]);
      expect(end.sim.nodes.map((node) => node.state)).toEqual(['stopped', 'online', 'stopped']);
    },
  );
});

describe('a stop that would leave guests without room is refused and changes nothing', () => {
  const withoutNews = ({ sim }: Played): string => {
    const { log, revision, commandsApplied } = sim;
    Object.assign(sim, { log: [], revision: 0, commandsApplied: 0 });
    const hash = hashSimulation(sim);
    Object.assign(sim, { log, revision, commandsApplied });
    return hash;
  };

  const twoLeft = [stop(1, 400), stop(3, 1200)];
  test.each<[string, number, Part<Scenario>, TimedCommand[]]>([
    ['the last node', 2, {}, twoLeft],
    ['a node stopped before', 1, {}, twoLeft],
    ['a node there is not', 4, {}, twoLeft],
    ['the last but one, the other being full', 3, { guests: [{}, {}, { memoryMiB: 112 }] }, [stop(1, 1)]],
  ])('%s', (_, node, part, commands) => {
    const played = play(smallRun(part, commands), 1_800_000);
    const hash = withoutNews(played);
    const rows = played.sim.phases.length;
    applyCommand(played.sim, played.series, { kind: 'stop-node', node });
    expect(codes(played).slice(-2)).toEqual(['stop-command', 'stop-refused']);
    expect(String(played.sim.log.at(-1)?.slots.text)).toMatch(/\.$/);
    expect(withoutNews(played)).toBe(hash);
    expect(played.sim.phases).toHaveLength(rows);
  });

  test('guests of a node stopped a moment ago still need their room', () => {
    // Nodes 1 and 2 hold 24 and 8 MiB of guests, node 3 holds none: one after the other may go, the third may not.
    for (const between of [0, 1, 20, 34]) {
      const commands = [stop(1, 400), stop(2, 400 + between), stop(3, 400 + 2 * between)];
      for (const failover of ['paper-script', 'stock-migrating', 'stock-rebooting'] as const) {
        const played = play(smallRun({ failover }, commands), 500_000);
        expect(codes(played).filter((code) => code === 'stop-refused')).toHaveLength(1);
        expect(played.sim.nodes.map((node) => node.state === 'online')).toEqual([false, false, true]);
      }
    }
  });
});

describe('kinds of stop', () => {
  const modes: FailoverMode[] = ['paper-script', 'stock-migrating', 'stock-rebooting'];
  const slow: Part<Scenario> = {
    guests: [{ workload: { referencesPerSecond: 200 } }, { workload: { referencesPerSecond: 100 } }, {}],
  };
  const runs = new Map(modes.map((failover) => [failover, smallRun({ ...slow, failover })]));
  const get = (mode: FailoverMode) => runs.get(mode) ?? smallRun();

  test('the paper’s script lies: believed stopped, in truth it runs', () => {
    const played = play(get('paper-script'), 420_000);
    expect(codes(played)).toEqual([
      'stop-command',
      'script-says-stopped',
      'script-says-stopped',
      'stop-announced',
    ]);
    expect(played.sim.vms[0]).toMatchObject({
      state: 'running',
      node: 0,
      belief: { state: 'stopped', node: 0 },
    });
  });

  test('stock, migrating: no lie and no pace, so it is shorter', () => {
    const played = play(get('stock-migrating'), 420_000);
    expect(codes(played)).toEqual(['stop-command', 'stop-announced']);
    expect(played.sim.vms[0]?.belief.state).toBe('migrating');
    const length = (mode: FailoverMode): number => {
      const record = play(get(mode)).sim.migrations[0];
      return (record?.endUs ?? 0) - (record?.startUs ?? 0);
    };
    expect(length('stock-migrating')).toBeLessThan(0.85 * length('paper-script'));
  });

  test('stock, rebooting: shut down and booted elsewhere, pings are lost for as long, memory is new', () => {
    const played = play(get('stock-rebooting'), 0);
    const { sim, series, run } = played;
    const down = (): boolean => sim.vms[0]?.state === 'stopped';
    while (!down() && sim.nowUs < 60e6) advance(sim, run.commands, sim.nowUs + 10_000, series);
    expect(down()).toBe(true);
    expect(sim.nowUs / 1e6).toBeGreaterThan(3.4);
    expect(sim.nowUs / 1e6).toBeLessThan(8.5);
    while (down() && sim.nowUs < 120e6) advance(sim, run.commands, sim.nowUs + 10_000, series);
    const vm = sim.vms[0];
    expect(vm).toMatchObject({ state: 'running', node: 2, belief: { state: 'started', node: 2 } });
    expect(sim.migrations).toEqual([]);
    expect(vm?.versions.every((version) => version < 10)).toBe(true);
    const names = sim.phases.filter((phase) => phase.vm === 0).map((phase) => phase.name);
    expect(names).toEqual(['steady', 'shutdown', 'boot', 'recover']);
    expect(sim.pings.lost * 0.01).toBeGreaterThan(30);
    expect(sim.pings.lost * 0.01).toBeLessThan(60);
    expect(brokenLaws(played)).toEqual([]);
    while (!isSettled(sim) && sim.nowUs < 200e6) advance(sim, run.commands, sim.nowUs + 1e6, series);
    expect(place(played)).toEqual([
      ['running', 3],
      ['running', 2],
      ['running', 2],
    ]);
    expect(sim.nodes[0]?.state).toBe('stopped');
    expect(isFinished(sim)).toBe(true);
  });
});

test('five gratuitous ARPs, 200 ms apart, the first at the activation', () => {
  const { sim } = play(smallRun(), 2_500_000);
  const arps = sim.log.filter((event) => event.code === 'arp-sent' && event.slots.vm === 'x0');
  const end = sim.migrations[0]?.endUs ?? 0;
  expect(arps.map((event) => event.atUs - end)).toEqual([0, 200_000, 400_000, 600_000, 800_000]);
  expect(arps.map((event) => event.slots.number)).toEqual([1, 2, 3, 4, 5]);
});

test('a node that has left is silent; the others beat on', () => {
  const { series, sim } = play(smallRun({ heartbeat: { keepaliveMs: 100 } }), 2_000_000);
  const left = sim.log.find((event) => event.code === 'node-empty')?.atUs ?? 0;
  const beats: number[][] = [[], [], []];
  for (let row = 0; row < series.beats.rows; row += 1) {
    beats[series.beats.at(row, 1)]?.push(series.beats.at(row, 0));
  }
  expect(Math.max(...(beats[0] ?? []))).toBeLessThanOrEqual(left);
  expect(beats[0]?.length).toBeGreaterThan(5);
  expect(beats.slice(1).map((times) => times.length)).toEqual([20, 20]);
  for (const times of beats) {
    for (let i = 1; i < times.length; i += 1) expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBe(100_000);
  }
});

test('any schedule of stops: no crash, no page lost, every VM ends where it can run', () => {
  const commands = fc.array(
    fc.record({
      atMs: fc.oneof(fc.nat(1200), fc.integer({ min: 380, max: 480 })),
      node: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 6 },
  );
  const mode = fc.constantFrom<FailoverMode>('paper-script', 'stock-migrating', 'stock-rebooting');
  const strategy = fc.constantFrom('stop-and-copy', 'pre-copy', 'working-set-pre-copy');
  const memory = fc.constantFrom(8, 56, 96);
  const nodes = fc.integer({ min: 2, max: 4 });
  fc.assert(
    fc.property(
      commands,
      mode,
      strategy,
      memory,
      nodes,
      fc.nat(99),
      (stops, failover, kind, memoryMiB, n, seed) => {
        const part: Part<Scenario> = {
          seed,
          failover,
          cluster: { nodes: n },
          guests: [
            { memoryMiB: 16, workload: { referencesPerSecond: 2000 } },
            { memoryMiB: 8, workload: { referencesPerSecond: 400 } },
            { memoryMiB, workload: { referencesPerSecond: 100 } },
          ],
          migration: { strategy: kind },
        };
        const valid = stops.filter((s) => s.node <= n).map((s) => stop(s.node, s.atMs));
        const run = smallRun(
          part,
          [...valid].sort((a, b) => a.atMs - b.atMs),
        );
        const sim = createSimulation(run.scenario, library);
        const played = { run, sim, series: emptySeries() };
        advance(sim, run.commands, 1_300_000, played.series);
        while (!isSettled(sim) && sim.nowUs < 300e6)
          advance(sim, run.commands, sim.nowUs + 2e6, played.series);
        expect(brokenLaws(played)).toEqual([]);
        expect(isSettled(sim)).toBe(true);
        expect(codes(played)).not.toContain('no-room');
        for (const vm of sim.vms) {
          expect(vm.state).toBe('running');
          expect(sim.nodes[vm.node]?.state).toBe('online');
          expect(vm.belief).toEqual({ state: 'started', node: vm.node });
        }
        for (const node of sim.nodes) expect(node.state).not.toBe('draining');
      },
    ),
    { seed: 20_100_501, numRuns: 60 },
  );
}, 30_000);
