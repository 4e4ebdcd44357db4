/** The viewer's own numbers at their largest: 8 nodes, 24 guests, and capacity that runs out. */
import { describe, expect, test } from 'vitest';
import { defaultScenario } from '../../../src/engine/simulation/default-scenario.ts';
import { historyOf } from '../../../src/engine/simulation/observation.ts';
import type { GuestSpec, TimedCommand } from '../../../src/engine/simulation/scenario.ts';
import { eventText } from '../../../src/protocol/texts.ts';
import { brokenLaws } from './laws.ts';
import { play, smallRun, stop } from './runs.ts';

const NODES = 8;
const guests: GuestSpec[] = Array.from({ length: 24 }, (_, i) => ({
  ...(defaultScenario.guests[1] as GuestSpec),
  name: `x${i}`,
  node: (i % NODES) + 1,
  memoryMiB: 16,
}));
/** room for five guests a node */
const cluster = { nodes: NODES, memoryMiB: 512, dom0MiB: 432, cores: 2 };
const run = (commands: readonly TimedCommand[], parallelMigrations: number) =>
  smallRun({ cluster, guests, migration: { parallelMigrations } }, commands);

describe.each([1, 8])('8 nodes, 24 guests, %i moving at once', (limit) => {
  test('stops are carried out while there is room, then refused with a sentence; nothing moves by half', () => {
    const stops = [1, 2, 3, 4, 5].map((node, i) => stop(node, 500 + i * 4000));
    const played = play(run(stops, limit), 26_000_000);
    expect(brokenLaws(played)).toEqual([]);
    const { nodes, vms, migrations } = historyOf(played.sim);
    // 40 places in all: three nodes can go, then the five left are full with 24 of 25.
    expect(nodes.filter(({ state }) => state === 'stopped').map(({ name }) => name)).toEqual([
      'node 1',
      'node 2',
      'node 3',
    ]);
    const refused = played.sim.log.filter(({ code }) => code === 'stop-refused').map((e) => eventText(e));
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatch(
      /^Node 4 is not stopped: the nodes left have no room for its \d guests; .*\.$/,
    );
    expect(vms.every(({ state }) => state === 'running')).toBe(true);
    expect(migrations.every(({ outcome }) => outcome === 'completed')).toBe(true);
    for (const { freeMiB, guests: here, reservedFor } of nodes) {
      expect(freeMiB).toBeGreaterThanOrEqual(0);
      expect(reservedFor).toEqual([]);
      expect(here.length).toBeLessThanOrEqual(5);
    }
  });

  test('all stopped at once: what has room goes, nobody is promised a place twice', () => {
    const stops = [1, 2, 3, 4, 5].map((node) => stop(node, 500 + node));
    const played = play(run(stops, limit), 12_000_000);
    expect(brokenLaws(played)).toEqual([]);
    const { nodes, vms } = historyOf(played.sim);
    expect(nodes.filter(({ state }) => state === 'stopped')).toHaveLength(3);
    expect(played.sim.log.filter(({ code }) => code === 'stop-refused')).toHaveLength(2);
    expect(played.sim.log.filter(({ code }) => code === 'no-room')).toEqual([]);
    expect(vms.every(({ state }) => state === 'running')).toBe(true);
    for (const { freeMiB } of nodes) expect(freeMiB).toBeGreaterThanOrEqual(0);
  });
});
