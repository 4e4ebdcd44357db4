/** Failures of every kind, and what Heartbeat makes of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeMiB } from '../../../src/engine/simulation/capacity.ts';
import { commandKinds } from '../../../src/engine/simulation/commands.ts';
import type { HistoryEvent } from '../../../src/engine/simulation/history.ts';
import { copyExecutes } from '../../../src/engine/simulation/instances.ts';
import { historyOf } from '../../../src/engine/simulation/observation.ts';
import type { Command, Scenario, TimedCommand } from '../../../src/engine/simulation/scenario.ts';
import { createSimulation, isSettled } from '../../../src/engine/simulation/simulation.ts';
import { isExecuting, type SimState } from '../../../src/engine/simulation/state.ts';
import { advance } from '../../../src/engine/timeline/timeline.ts';
import { eventText } from '../../../src/protocol/texts.ts';
import { library } from '../recorded.ts';
import { type Part, play, smallRun } from './runs.ts';

/** Little memory and few references: what is looked at is who runs what, not page by page. */
const light: Part<Scenario> = {
  guests: [
    { memoryMiB: 16, workload: { kind: 'uniform', referencesPerSecond: 20, hotSetPages: 100 } },
    { memoryMiB: 16, workload: { kind: 'uniform', referencesPerSecond: 20, hotSetPages: 100 } },
    { memoryMiB: 16, workload: { kind: 'uniform', referencesPerSecond: 20, hotSetPages: 100 } },
  ],
  network: { pingIntervalMs: 250 },
  heartbeat: {
    keepaliveMs: 500,
    warntimeMs: 2000,
    deadtimeMs: 4000,
    initdeadMs: 8000,
    stonithMs: 3000,
    nodeBootMs: 5000,
  },
};

const at = (atMs: number, command: Command): TimedCommand => ({ atMs, command });

function stateAfter(
  part: Part<Scenario>['heartbeat'],
  commands: readonly TimedCommand[],
  toMs: number,
): SimState {
  const run = smallRun({ ...light, heartbeat: { ...light.heartbeat, ...part } } as Part<Scenario>, commands);
  return play(run, toMs * 1000).sim;
}

const told = (sim: SimState, code: string): HistoryEvent[] => sim.log.filter((event) => event.code === code);
const first = (sim: SimState, code: string): number => (told(sim, code)[0]?.atUs ?? Number.NaN) / 1e6;
const vm = (sim: SimState, id: number) => historyOf(sim).vms[id];

describe('a crash', () => {
  test('is noticed within [deadtime − keepalive, deadtime] plus the LAN’s latency, with every seed', () => {
    for (let seed = 0; seed < 1000; seed += 1) {
      const crashMs = 1000 + (seed % 500);
      const run = smallRun({ ...light, seed } as Part<Scenario>, [
        at(crashMs, { kind: 'crash-node', node: 1 + (seed % 3) }),
      ]);
      const sim = createSimulation(structuredClone(run.scenario), library);
      advance(sim, run.commands, 5_600_000, null);
      const noticed = told(sim, 'peer-dead');
      expect(noticed).toHaveLength(2);
      for (const { atUs } of noticed) {
        const tookMs = atUs / 1000 - crashMs;
        expect(tookMs).toBeGreaterThanOrEqual(3500);
        expect(tookMs).toBeLessThanOrEqual(4000.2);
      }
    }
  });

  test('loses memory, and its guests boot elsewhere from their disks', () => {
    const crash = at(2000, { kind: 'crash-node', node: 1 });
    const down = stateAfter({}, [crash], 5000);
    expect([vm(down, 0)?.state, vm(down, 0)?.node]).toEqual(['lost', -1]);
    // Nobody has noticed: belief and truth part ways.
    expect(down.nodes[1]?.owners[0]).toBe(0);
    const sim = stateAfter({}, [crash], 60_000);
    for (const id of [0, 1]) {
      expect(vm(sim, id)?.state).toBe('running');
      expect([1, 2]).toContain(vm(sim, id)?.node);
      expect(sim.nodes[2]?.owners[id]).toBe(vm(sim, id)?.node);
    }
    expect(told(sim, 'split-brain')).toEqual([]);
    expect(told(sim, 'activated')).toEqual([]);
    expect(isSettled(sim)).toBe(true);
  });

  test('with STONITH nothing starts before the shot, and failed shots are repeated', () => {
    const crash = at(2000, { kind: 'crash-node', node: 1 });
    const sim = stateAfter({ stonith: true }, [crash], 60_000);
    expect(first(sim, 'shot') - first(sim, 'shot-aimed')).toBeGreaterThanOrEqual(2.7);
    expect(first(sim, 'boot-started')).toBeGreaterThanOrEqual(first(sim, 'shot'));
    const unlucky = stateAfter({ stonith: true, stonithFailureShare: 1 }, [crash], 60_000);
    expect(told(unlucky, 'shot-failed').length).toBeGreaterThan(8);
    const failed = told(unlucky, 'shot-failed').map(({ atUs }) => atUs);
    for (const [i, us] of failed.entries()) if (i > 0) expect(us - (failed[i - 1] as number)).toBe(5_000_000);
    expect(told(unlucky, 'boot-started')).toEqual([]);
    expect(isSettled(unlucky)).toBe(false);
  });

  test('of the node that receives: the guest stays at its source and goes elsewhere', () => {
    const stop = at(400, { kind: 'stop-node', node: 1 });
    const run = smallRun({ heartbeat: light.heartbeat } as Part<Scenario>, [
      stop,
      at(560, { kind: 'crash-node', node: 3 }),
    ]);
    const { sim } = play(run, 20_000_000);
    expect(sim.migrations[0]).toMatchObject({ to: 2, outcome: 'aborted' });
    expect(sim.migrations[1]).toMatchObject({ vm: 0, to: 1, outcome: 'completed' });
  });

  test('of the node it leaves: the guest is lost and boots elsewhere', () => {
    const run = smallRun({ heartbeat: light.heartbeat } as Part<Scenario>, [
      at(400, { kind: 'stop-node', node: 1 }),
      at(560, { kind: 'crash-node', node: 1 }),
    ]);
    const { sim } = play(run, 60_000_000);
    expect(told(sim, 'migration-lost')).toHaveLength(1);
    expect(vm(sim, 0)?.state).toBe('running');
    expect(vm(sim, 0)?.node).not.toBe(0);
  });
});

describe('a node that comes back', () => {
  const story = [
    at(2000, { kind: 'crash-node', node: 1 }),
    at(60_000, { kind: 'power-node', node: 1 }),
  ] as const;

  test('joins and stays empty', () => {
    const sim = stateAfter({}, story, 80_000);
    expect(sim.nodes.map(({ state }) => state)).toEqual(['online', 'online', 'online']);
    expect(first(sim, 'node-up')).toBe(65);
    expect(told(sim, 'peer-restarted')).toHaveLength(2);
    expect(sim.vms.some(({ node }) => node === 0)).toBe(false);
    for (const { owners } of sim.nodes) expect(owners).toEqual(sim.vms.map(({ node }) => node));
  });

  test('gets its guests back where Heartbeat is told so, live', () => {
    const sim = stateAfter({ autoFailback: true }, story, 80_000);
    expect(sim.vms.map(({ node }) => node)).toEqual([0, 0, 1]);
    expect(told(sim, 'activated')).toHaveLength(2);
  });

  test('after all of them were gone: everything starts where it belongs', () => {
    const all = [1, 2, 3].flatMap((node) => [
      at(1000, { kind: 'crash-node', node }),
      at(10_000, { kind: 'power-node', node }),
    ]);
    const sim = stateAfter(
      {},
      all.sort((a, b) => a.atMs - b.atMs),
      70_000,
    );
    expect(sim.vms.map(({ state, node }) => [state, node])).toEqual([
      ['running', 0],
      ['running', 0],
      ['running', 1],
    ]);
  });
});

describe('a partition', () => {
  const cut = at(2000, { kind: 'cut-heartbeat', node: 1 });
  const heal = at(60_000, { kind: 'heal-heartbeat', node: 1 });

  test('without fencing every guest of either side runs twice, and its disk is written by both', () => {
    const sim = stateAfter({}, [cut], 59_000);
    expect(told(sim, 'split-brain').map(({ slots }) => slots.vm)).toEqual(['x2', 'x1', 'x0']);
    for (const { copyNode, copyBooting, corruptBlocks, belief } of historyOf(sim).vms) {
      // It has booted, as far as whoever started it is concerned.
      expect(belief).toEqual({ state: 'started', node: copyNode });
      expect(copyNode).toBeGreaterThanOrEqual(0);
      expect(copyBooting).toBe(false);
      expect(corruptBlocks).toBeGreaterThan(500);
    }
    // Two truths: each side is sure of its own.
    expect(sim.nodes[0]?.owners).not.toEqual(sim.nodes[1]?.owners);
  });

  test('healed: both sides give up, start anew, and each guest runs once', () => {
    const sim = stateAfter({}, [cut, heal], 120_000);
    expect(told(sim, 'gives-up').length).toBeGreaterThanOrEqual(2);
    expect(told(sim, 'split-brain-over')).toHaveLength(3);
    for (const { state, copy } of sim.vms) expect([state, copy]).toEqual(['running', null]);
    for (const { owners } of sim.nodes) expect(owners).toEqual(sim.vms.map(({ node }) => node));
    // What was written twice stays broken.
    for (const { corruptBlocks } of historyOf(sim).vms) expect(corruptBlocks).toBeGreaterThan(500);
  });

  test('with fencing one side is shot and nothing ever runs twice', () => {
    const sim = stateAfter({ stonith: true }, [cut], 90_000);
    expect(told(sim, 'split-brain')).toEqual([]);
    expect(told(sim, 'shot').length).toBeGreaterThan(0);
    for (const { state } of sim.vms) expect(state).toBe('running');
  });
});

test('a node that hangs is taken for dead; when it goes on its guests run twice until the nodes notice', () => {
  const sim = stateAfter(
    {},
    [at(2000, { kind: 'freeze-node', node: 1 }), at(60_000, { kind: 'thaw-node', node: 1 })],
    120_000,
  );
  expect(told(sim, 'split-brain')[0]?.atUs).toBe(60_000_000);
  expect(told(sim, 'peer-returned').length).toBeGreaterThan(0);
  for (const { state, copy } of sim.vms) expect([state, copy]).toEqual(['running', null]);
});

test('a stop nobody hears ends like a partition', () => {
  const sim = stateAfter(
    {},
    [at(1000, { kind: 'cut-heartbeat', node: 1 }), at(2000, { kind: 'stop-node', node: 1 })],
    59_000,
  );
  expect(told(sim, 'notice-lost')).toHaveLength(1);
  expect(told(sim, 'split-brain').map(({ slots }) => slots.vm)).toContain('x0');
});

test('late beats are logged where beats get lost, and a crash shows none', () => {
  const lossy = stateAfter(
    { warntimeMs: 1100 },
    [at(0, { kind: 'lossy-heartbeat', lossShare: 0.4 })],
    30_000,
  );
  expect(told(lossy, 'peer-late').length).toBeGreaterThan(3);
  const crash = stateAfter({ warntimeMs: 1100 }, [at(2000, { kind: 'crash-node', node: 1 })], 30_000);
  expect(told(crash, 'peer-late')).toEqual([]);
});

describe('the data LAN and the storage', () => {
  const lost = (commands: readonly TimedCommand[], toMs: number): number =>
    play(smallRun({}, commands), toMs * 1000).sim.pings.lost;

  test('a pulled cable loses every ping and holds the guests up until it is plugged in', () => {
    expect(
      lost([at(500, { kind: 'cut-data', node: 1 }), at(800, { kind: 'heal-data', node: 1 })], 1500),
    ).toBe(30);
    const sim = stateAfter({}, [at(500, { kind: 'cut-data', node: 1 })], 2000);
    expect(vm(sim, 0)?.halted).toBe('disk');
    expect(vm(sim, 2)?.halted).toBeNull();
  });

  test('without its target every guest stands still; with it they go on', () => {
    const stop = at(500, { kind: 'stop-storage' });
    const sim = stateAfter({}, [stop], 1500);
    for (const one of historyOf(sim).vms) expect(one.halted).toBe('disk');
    const again = stateAfter({}, [stop, at(1000, { kind: 'start-storage' })], 1500);
    for (const one of historyOf(again).vms) expect(one.halted).toBeNull();
    expect(again.vms[0]?.writes).toBeGreaterThan(sim.vms[0]?.writes ?? 0);
  });

  test('one dropped packet is one lost ping', () => {
    expect(lost([at(500, { kind: 'drop-ping' })], 1500)).toBe(1);
  });

  test('losses lose pings and slow a migration; a slow LAN slows it more', () => {
    const stop = at(400, { kind: 'stop-node', node: 1 });
    const took = (commands: TimedCommand[]): number => {
      const { sim } = play(smallRun({}, commands), 8_000_000);
      const [one] = sim.migrations;
      expect(one?.outcome).toBe('completed');
      return (one?.endUs ?? 0) - (one?.startUs ?? 0);
    };
    const plain = took([stop]);
    // The pace leaves room: losses that eat less than that cost nothing but pings.
    expect(took([at(0, { kind: 'lossy-data', lossShare: 0.6 }), stop])).toBeGreaterThan(1.4 * plain);
    expect(took([at(0, { kind: 'slow-data', mbps: 100 }), stop])).toBeGreaterThan(4 * plain);
    expect(lost([at(0, { kind: 'lossy-data', lossShare: 0.2 })], 1500)).toBeGreaterThan(10);
  });

  test('a cable pulled in the middle of a migration stops it; plugged in it goes on and nothing is lost', () => {
    const stop = at(400, { kind: 'stop-node', node: 1 });
    const run = smallRun({}, [
      stop,
      at(560, { kind: 'cut-data', node: 3 }),
      at(3000, { kind: 'heal-data', node: 3 }),
    ]);
    const { sim } = play(run, 6_000_000);
    expect(told(sim, 'migration-stalled')).toHaveLength(1);
    expect(sim.migrations[0]).toMatchObject({ vm: 0, to: 2, outcome: 'completed' });
    expect((sim.migrations[0]?.endUs ?? 0) / 1000).toBeGreaterThan(3000);
  });
});

test('a guest that crashes stays down, or is started again where somebody looks after it', () => {
  const crash = at(2000, { kind: 'crash-vm', vm: 'x0' });
  expect(vm(stateAfter({}, [crash], 60_000), 0)?.state).toBe('lost');
  const watched = stateAfter({ monitorMs: 10_000 }, [crash], 60_000);
  expect(vm(watched, 0)).toMatchObject({ state: 'running', node: 0 });
  expect(first(watched, 'monitor-failed')).toBeLessThanOrEqual(12);
});

const anyCommand = fc.oneof(
  ...commandKinds.map(({ kind, which, amount }) =>
    fc
      .record({
        node: fc.integer({ min: 1, max: 3 }),
        vm: fc.constantFrom('x0', 'x1', 'x2'),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ node, vm: name, share }): Command => {
        const part: Record<string, unknown> = { kind };
        if (which === 'node') part.node = node;
        if (which === 'vm') part.vm = name;
        if (amount !== null)
          part[amount.field] = amount.min + share * (Math.min(amount.max, 1000) - amount.min);
        return part as unknown as Command;
      }),
  ),
);

const schedule = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30_000 }), anyCommand), { minLength: 1, maxLength: 8 })
  .map((list) => list.map(([atMs, command]) => at(atMs, command)).sort((a, b) => a.atMs - b.atMs));

/** Runs a schedule in steps and looks at each; what holds whatever fails is looked at here. */
function watch(
  part: Part<Scenario>['heartbeat'],
  limit: number,
  seed: number,
  commands: readonly TimedCommand[],
  look: (sim: SimState) => void,
): SimState {
  const run = smallRun(
    {
      ...light,
      seed,
      heartbeat: { ...light.heartbeat, ...part },
      migration: { parallelMigrations: limit },
    } as Part<Scenario>,
    commands,
  );
  const sim = createSimulation(structuredClone(run.scenario), library);
  for (let us = 0; us <= 60_000_000; us += 500_000) {
    advance(sim, run.commands, us, null);
    expect(sim.jobs.length).toBeLessThanOrEqual(limit);
    for (const { id } of sim.nodes) expect(freeMiB(sim, id)).toBeGreaterThanOrEqual(0);
    for (const { vm: id } of sim.jobs)
      expect(sim.reservations.filter((one) => one.vm === id)).toHaveLength(1);
    look(sim);
  }
  // Whoever does not run at the end was named when it went down.
  for (const one of sim.vms.filter(({ state }) => state === 'lost' || state === 'stopped')) {
    const name = sim.scenario.guests[one.id]?.name;
    expect(sim.log.some(({ code, slots }) => GONE.includes(code) && slots.vm === name)).toBe(true);
  }
  return sim;
}

const GONE: readonly string[] = ['vm-lost', 'vm-crashed', 'vm-stopped', 'no-room', 'boot-started'];
const limits = fc.integer({ min: 1, max: 4 });

const RUNS = Number(process.env.FAULT_SCHEDULES ?? 600);

test('with fencing nothing ever runs twice, whatever fails', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), schedule, limits, (seed, commands, limit) => {
      const sim = watch({ stonith: true }, limit, seed, commands, ({ vms }) => {
        for (const { disk } of vms) expect(disk.writers).toBeLessThan(2);
      });
      expect(told(sim, 'split-brain')).toEqual([]);
    }),
    { seed: 1, numRuns: RUNS },
  );
});

test('without fencing it is always said when a guest runs twice, and every guest is somewhere', () => {
  let twice = 0;
  fc.assert(
    fc.property(fc.nat(1_000_000), schedule, fc.boolean(), limits, (seed, commands, autoFailback, limit) => {
      const sim = watch({ autoFailback, monitorMs: 2000 }, limit, seed, commands, (state) => {
        for (const one of state.vms) {
          const running = (isExecuting(one) ? 1 : 0) + (copyExecutes(state, one) ? 1 : 0);
          expect(one.disk.writers).toBe(running);
          const said = told(state, 'split-brain').filter(
            ({ slots }) => slots.vm === state.scenario.guests[one.id]?.name,
          );
          const over = told(state, 'split-brain-over').filter(
            ({ slots }) => slots.vm === state.scenario.guests[one.id]?.name,
          );
          expect(said.length - over.length).toBe(running > 1 ? 1 : 0);
          twice += running > 1 ? 1 : 0;
        }
      });
      for (const event of sim.log) expect(eventText(event, true)).toMatch(/[.!]$/);
    }),
    { seed: 2, numRuns: RUNS },
  );
  expect(twice).toBeGreaterThan(10);
});
