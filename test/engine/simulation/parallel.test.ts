/** Several migrations at once: the limit, the shares of the ports, and all that holds for one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/engine/simulation/explain.ts';
import { historyOf } from '../../../src/engine/simulation/observation.ts';
import type {
  FailoverMode,
  GuestSpec,
  Run,
  Scenario,
  TimedCommand,
} from '../../../src/engine/simulation/scenario.ts';
import { emptySeries } from '../../../src/engine/simulation/series.ts';
import { createSimulation, hashSimulation, isSettled } from '../../../src/engine/simulation/simulation.ts';
import type { SimState } from '../../../src/engine/simulation/state.ts';
import { advance } from '../../../src/engine/timeline/timeline.ts';
import { causeText, eventText } from '../../../src/protocol/texts.ts';
import { library } from '../recorded.ts';
import { brokenLaws } from './laws.ts';
import { contentsOf, type Part, type Played, play, smallRun, stop } from './runs.ts';

const ids = [0, 1, 2, 3, 4, 5] as const;

/** Six guests on four nodes; the first two nodes hold two and three of them. */
function clusterOf(
  limit: number,
  part: Part<Scenario> = {},
  commands: readonly TimedCommand[] = [stop(1, 400)],
): Run {
  const small = smallRun({}, []);
  const [model] = small.scenario.guests;
  if (model === undefined) throw new Error('There is no guest.');
  const homes = [1, 1, 1, 2, 2, 3];
  const guests = ids.map((id) => ({
    ...model,
    name: `x${id}`,
    node: homes[id],
    memoryMiB: id === 0 ? 16 : 8,
    workload: { ...model.workload, kind: 'hot-cold', referencesPerSecond: id === 0 ? 4000 : 800 },
  }));
  const { migration, cluster, ...rest } = part;
  return smallRun(
    {
      guests,
      cluster: { nodes: 4, ...cluster },
      migration: { parallelMigrations: limit, ...migration },
      ...rest,
    } as Part<Scenario>,
    commands,
  );
}

const changed = (run: Run, change: (guest: GuestSpec, i: number) => Partial<GuestSpec>): Run => {
  const guests = run.scenario.guests.map((guest, i) => ({ ...guest, ...change(guest, i) }));
  return { ...run, scenario: { ...run.scenario, guests } };
};

const unpaced: Part<Scenario> = { failover: 'stock-migrating', migration: { strategy: 'pre-copy' } };
const moves = ({ sim }: Played) => sim.migrations.map(({ vm, to, outcome }) => [vm, to + 1, outcome]);
const span = ({ sim }: Played): number =>
  Math.max(...sim.migrations.map((m) => m.endUs ?? 0)) -
  Math.min(...sim.migrations.map((m) => m.startUs ?? 0));

/** The most that were under way at once, seen step by step. */
function mostAtOnce(run: Run, toUs: number): number {
  const sim = createSimulation(structuredClone(run.scenario), library);
  let most = 0;
  for (let us = 0; us <= toUs; us += 2000) {
    advance(sim, run.commands, us, null);
    most = Math.max(most, sim.jobs.length);
  }
  return most;
}

describe('a limit', () => {
  test.each([1, 2, 3, 8])('of %i is reached and never exceeded', (limit) => {
    const run = clusterOf(limit);
    expect(mostAtOnce(run, 1_500_000)).toBe(Math.min(3, limit));
    const played = play(run, 3_000_000);
    expect(brokenLaws(played)).toEqual([]);
    expect(played.sim.migrations.map(({ outcome }) => outcome)).toEqual([
      'completed',
      'completed',
      'completed',
    ]);
  });

  test('who finds no place waits in line and says so', () => {
    const queued = (limit: number) =>
      play(clusterOf(limit), 500_000)
        .sim.log.filter(({ code }) => code === 'migration-queued')
        .map((event) => eventText(event));
    expect([1, 2, 3].map(queued)).toEqual([
      [
        'x1 waits for its turn, number 1 in line: one VM moves at a time.',
        'x2 waits for its turn, number 2 in line: one VM moves at a time.',
      ],
      ['x2 waits for its turn, number 1 in line: 2 VMs move at once at most.'],
      [],
    ]);
    const { waiting } = historyOf(play(clusterOf(1), 500_000).sim);
    expect(waiting).toEqual([1, 2]);
  });

  test('left out of a file it is one, as ever', () => {
    const run = clusterOf(1);
    const { parallelMigrations, ...migration } = run.scenario.migration;
    expect(parallelMigrations).toBe(1);
    const old = play({ ...run, scenario: { ...run.scenario, migration } });
    expect(contentsOf(old.series)).toEqual(contentsOf(play(run).series));
  });
});

describe('shares', () => {
  test('two streams of one port take twice as long each, and together as long as one after the other', () => {
    const at = (limit: number) =>
      play(
        changed(clusterOf(limit, unpaced, [stop(2, 400)]), (guest) => ({
          workload: { ...guest.workload, referencesPerSecond: 0 },
        })),
        3_000_000,
      );
    const [alone, both] = [at(1), at(2)];
    const length = ({ sim }: Played, row: number): number => {
      const record = sim.migrations[row];
      return (record?.suspendUs ?? 0) - (record?.startUs ?? 0);
    };
    expect(length(both, 0) / length(alone, 0)).toBeGreaterThan(1.8);
    expect(length(both, 0) / length(alone, 0)).toBeLessThan(2.05);
    // What lies between two migrations (memory set aside, pause, waking up) overlaps.
    expect(span(both)).toBeLessThan(span(alone));
    expect(brokenLaws(both)).toEqual([]);
  });

  test('streams to two nodes and from two nodes do not touch each other', () => {
    const commands = [stop(1, 400), stop(2, 400)];
    const apart = play(
      changed(clusterOf(2, unpaced, commands), (_, i) => ({
        node: [1, 3, 3, 2, 4, 4][i] ?? 1,
        memoryMiB: [16, 8, 8, 16, 12, 12][i] ?? 8,
      })),
      1_500_000,
    );
    expect(apart.sim.migrations.map(({ to }) => to)).toEqual([2, 3]);
    const lengths = apart.sim.migrations.map((m) => (m.suspendUs ?? 0) - (m.startUs ?? 0));
    const pageUs = (4096 * 8e6) / ((1e9 * 1448) / 1538);
    for (const length of lengths) expect(length).toBeLessThan(1.25 * 4096 * pageUs);
    expect(brokenLaws(apart)).toEqual([]);
  });

  test('the pace of the script is each move’s own, as long as the port has room for it', () => {
    const slow = { migration: { rateMbps: 100 } } as Part<Scenario>;
    const [one, three] = [play(clusterOf(1, slow), 9_000_000), play(clusterOf(3, slow), 9_000_000)];
    const length = ({ sim }: Played): number =>
      (sim.migrations[0]?.suspendUs ?? 0) - (sim.migrations[0]?.startUs ?? 0);
    expect(length(three) / length(one)).toBeCloseTo(1, 1);
    expect(span(three)).toBeLessThan(0.6 * span(one));
    expect(brokenLaws(three)).toEqual([]);
  });

  test('a ping waits behind the windows of all that leave its port', () => {
    const longest = (limit: number): number => {
      const { series } = play(clusterOf(limit, unpaced), 1_500_000);
      return Math.max(...Array.from({ length: series.pings.rows }, (_, row) => series.pings.at(row, 2)));
    };
    const [one, two, three] = [longest(1), longest(2), longest(3)];
    expect(two).toBeGreaterThan(2 * one);
    expect(three).toBeGreaterThan(3 * one);
  });

  test('why a ping takes long: the queue of all streams, that they share the port, and parts that add up', () => {
    const { sim, series } = play(clusterOf(3, unpaced), 600_000);
    const chain = explain(sim, series, { kind: 'now' });
    const codes = chain.map(({ code }) => code);
    expect(codes.slice(0, 7)).toEqual(['ping', 'wire', 'hypervisor', 'queue', 'noise', 'batch', 'shared']);
    expect(chain.find(({ code }) => code === 'shared')?.slots.streams).toBe(3);
    const sum = chain.slice(0, 5).reduce((ms, { addsMs }) => ms + (addsMs ?? 0), 0);
    expect(sum).toBeCloseTo(Number(chain[0]?.slots.rtt), 9);
    for (const one of chain) expect(causeText(one, true).detail).toMatch(/\.$/);
  });

  test('two senders to one receiver: the queue stands in the switch, and who lives there is asked late', () => {
    const run = changed(clusterOf(2, unpaced, [stop(1, 400), stop(2, 400)]), (_, i) => ({
      node: [3, 1, 2, 4, 4, 4][i] ?? 1,
      memoryMiB: [8, 24, 24, 32, 32, 32][i] ?? 8,
    }));
    const played = play(run, 560_000);
    expect(played.sim.jobs.map(({ to, heldBackBy }) => [to, heldBackBy])).toEqual([
      [2, 'receiver'],
      [2, 'receiver'],
    ]);
    const codes = explain(played.sim, played.series, { kind: 'now' }).map(({ code }) => code);
    expect(codes).toContain('queue-switch');
    expect(brokenLaws(played)).toEqual([]);
  });

  test('a capped Dom0 is shared as well', () => {
    const capped = (limit: number) => {
      const played = play(clusterOf(limit, { ...unpaced, cluster: { dom0CapPercent: 5 } }), 9_000_000);
      expect(brokenLaws(played)).toEqual([]);
      const { cpu } = played.series;
      return Math.max(...Array.from({ length: cpu.rows }, (_, row) => cpu.at(row, 3)));
    };
    expect(capped(3)).toBeLessThan(capped(1) * 1.1);
  });
});

describe('failures in the middle', () => {
  test('a receiving node is told to reboot its guests: whoever was on its way there goes on elsewhere at once', () => {
    const reboot = { kind: 'stop-node', node: 4, mode: 'stock-rebooting' } as const;
    const { sim } = play(clusterOf(1, {}, [stop(1, 400), { atMs: 560, command: reboot }]), 600_000);
    expect(sim.migrations.map(({ to, outcome }) => [to, outcome])).toEqual([
      [3, 'aborted'],
      [2, 'running'],
    ]);
  });

  const fail = (command: TimedCommand['command'], toMs = 60_000) =>
    play(
      clusterOf(
        3,
        { heartbeat: { deadtimeMs: 4000, warntimeMs: 2000, initdeadMs: 8000, keepaliveMs: 500 } },
        [stop(1, 400), { atMs: 560, command }],
      ),
      toMs * 1000,
    );

  test('the source dies: every guest on its way is lost with it and boots elsewhere', () => {
    const { sim } = fail({ kind: 'crash-node', node: 1 });
    expect(sim.log.filter(({ code }) => code === 'migration-lost').map(({ slots }) => slots.vm)).toEqual([
      'x0',
      'x1',
      'x2',
    ]);
    for (const vm of sim.vms) expect(vm.state).toBe('running');
    expect(sim.reservations).toEqual([]);
  });

  test('one destination dies: those on their way to it wait first in line, the others go on', () => {
    const before = fail({ kind: 'drop-ping' }, 561).sim;
    const toFour = before.jobs.filter(({ to }) => to === 3).map(({ vm }) => vm);
    const others = before.jobs.filter(({ to }) => to !== 3).map(({ vm }) => vm);
    expect(toFour.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    const { sim } = fail({ kind: 'crash-node', node: 4 }, 8000);
    for (const vm of toFour) {
      expect(sim.migrations.filter((m) => m.vm === vm).map(({ outcome }) => outcome)).toEqual([
        'aborted',
        'completed',
      ]);
    }
    for (const vm of others) {
      expect(sim.migrations.filter((m) => m.vm === vm).map(({ outcome }) => outcome)).toEqual(['completed']);
    }
  });

  test('a pulled cable stops those that use it; the others get their share of the port', () => {
    const cut = fail({ kind: 'cut-data', node: 4 }, 3000).sim;
    const stalled = cut.jobs.filter(({ to }) => to === 3);
    expect(stalled.length).toBeGreaterThan(0);
    for (const { stalledUs } of stalled) expect(stalledUs).toBe(560_000);
    expect(cut.migrations.filter(({ to }) => to !== 3).every(({ outcome }) => outcome === 'completed')).toBe(
      true,
    );
  });

  test('the destination dies while one is woken up there: its memory is nowhere else any more', () => {
    const whole = play(clusterOf(3), 3_000_000).sim.migrations[0];
    const atMs = (whole?.endUs ?? 0) / 1000 - 5;
    const crash = { atMs, command: { kind: 'crash-node', node: (whole?.to ?? 0) + 1 } } as TimedCommand;
    const { sim } = play(clusterOf(3, {}, [stop(1, 400), crash]), (atMs + 1) * 1000);
    expect(sim.vms[0]?.state).toBe('lost');
    expect(sim.vms[0]?.node).toBe(whole?.to);
  });
});

test('any schedule of stops under any limit: all laws hold and every guest arrives', () => {
  const commands = fc.array(
    fc.record({ atMs: fc.integer({ min: 380, max: 1100 }), node: fc.integer({ min: 1, max: 4 }) }),
    { minLength: 1, maxLength: 4 },
  );
  const mode = fc.constantFrom<FailoverMode>('paper-script', 'stock-migrating', 'stock-rebooting');
  const strategy = fc.constantFrom('stop-and-copy', 'pre-copy', 'working-set-pre-copy');
  const rates = fc.constantFrom(100, 700, 2000);
  let most = 0;
  fc.assert(
    fc.property(
      commands,
      mode,
      strategy,
      rates,
      fc.integer({ min: 1, max: 8 }),
      fc.nat(99),
      (stops, failover, kind, rateMbps, limit, seed) => {
        const list = stops.map((s) => stop(s.node, s.atMs)).sort((a, b) => a.atMs - b.atMs);
        const run = clusterOf(limit, { seed, failover, migration: { strategy: kind, rateMbps } }, list);
        const played: Played = {
          run,
          sim: createSimulation(structuredClone(run.scenario), library),
          series: emptySeries(),
        };
        const look = (sim: SimState) => {
          most = Math.max(most, sim.jobs.length);
          expect(sim.jobs.length).toBeLessThanOrEqual(limit);
        };
        for (let us = 100_000; us <= 1_600_000; us += 20_000) {
          advance(played.sim, run.commands, us, played.series);
          look(played.sim);
        }
        while (!isSettled(played.sim) && played.sim.nowUs < 300e6) {
          advance(played.sim, run.commands, played.sim.nowUs + 2e6, played.series);
          look(played.sim);
        }
        expect(brokenLaws(played)).toEqual([]);
        expect(isSettled(played.sim)).toBe(true);
        expect(moves(played).filter(([, , outcome]) => outcome === 'running')).toEqual([]);
        for (const vm of played.sim.vms) {
          expect(vm.state).toBe('running');
          expect(played.sim.nodes[vm.node]?.state).toBe('online');
        }
        expect(played.sim.reservations).toEqual([]);
      },
    ),
    { seed: 20_100_501, numRuns: 60 },
  );
  expect(most).toBeGreaterThan(3);
});

test('in any chunks a run is the same, however many move at once', () => {
  const END_US = 1_400_000;
  const run = clusterOf(4, {}, [stop(1, 400), stop(2, 560.123)]);
  const straight = play(run, END_US);
  const wanted = { hash: hashSimulation(straight.sim), contents: contentsOf(straight.series) };
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: END_US }), { maxLength: 40 }),
      fc.boolean(),
      (stops, tiny) => {
        const sim = createSimulation(structuredClone(run.scenario), library);
        const series = emptySeries();
        const chunks = tiny ? Array.from({ length: 500 }, (_, i) => 560_000 + i * 37) : [];
        for (const us of [...stops, ...chunks, END_US].sort((a, b) => a - b))
          advance(sim, run.commands, us, series);
        expect(hashSimulation(sim)).toBe(wanted.hash);
        expect(contentsOf(series)).toEqual(wanted.contents);
      },
    ),
    { seed: 3, numRuns: 15 },
  );
});
