/** Stop scripts that fail: called again each second, ten times at most, then the node reboots itself. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/engine/simulation/explain.ts';
import { historyOf } from '../../../src/engine/simulation/observation.ts';
import type {
  Command,
  FailoverMode,
  Scenario,
  TimedCommand,
} from '../../../src/engine/simulation/scenario.ts';
import { isSettled } from '../../../src/engine/simulation/simulation.ts';
import type { SimState } from '../../../src/engine/simulation/state.ts';
import { heartbeatLog } from '../../../src/protocol/heartbeat-log.ts';
import { causeText, eventText } from '../../../src/protocol/texts.ts';
import { brokenLaws } from './laws.ts';
import { contentsOf, type Part, play, smallRun, stop } from './runs.ts';

const at = (atMs: number, command: Command): TimedCommand => ({ atMs, command });
const breaks = (times: number, atMs = 100) => at(atMs, { kind: 'fail-stop-script', node: 1, times });
const quick: Part<Scenario> = {
  guests: [{ workload: { referencesPerSecond: 200 } }, { workload: { referencesPerSecond: 100 } }, {}],
  heartbeat: { keepaliveMs: 500, warntimeMs: 2000, deadtimeMs: 4000, initdeadMs: 8000, nodeBootMs: 9000 },
  network: { pingIntervalMs: 100 },
};
const ranTo = (commands: readonly TimedCommand[], toMs: number, part: Part<Scenario> = {}) =>
  play(smallRun({ ...quick, ...part } as Part<Scenario>, commands), toMs * 1000);
const times = (sim: SimState, code: string): number[] =>
  sim.log.filter((event) => event.code === code).map(({ atUs }) => atUs / 1000);

describe.each<FailoverMode>(['paper-script', 'stock-migrating', 'stock-rebooting'])('%s', (failover) => {
  test('three failures: three more seconds, then the stop goes on as ever', () => {
    const played = ranTo([breaks(3), stop(1, 400)], 90_000, { failover });
    const { sim } = played;
    expect(times(sim, 'stop-script-failed')).toEqual([400, 1400, 2400]);
    const begins = failover === 'stock-rebooting' ? 'vm-shutdown' : 'stop-announced';
    expect(times(sim, begins)[0]).toBe(3400);
    expect(times(sim, 'node-reboots')).toEqual([]);
    expect(sim.nodes.map(({ state }) => state)).toEqual(['stopped', 'online', 'online']);
    for (const vm of sim.vms) expect([vm.state, vm.node === 0]).toEqual(['running', false]);
    expect(isSettled(sim)).toBe(true);
  });

  test('eleven failures: the node takes itself down, its guests boot elsewhere, it comes back empty', () => {
    const { sim } = ranTo([breaks(20), stop(1, 400)], 90_000, { failover });
    const failed = times(sim, 'stop-script-failed');
    expect(failed).toEqual(Array.from({ length: 11 }, (_, i) => 400 + 1000 * i));
    expect(times(sim, 'node-reboots')).toEqual([10_400]);
    expect(times(sim, 'node-up')).toEqual([19_400]);
    expect(times(sim, 'stop-announced')).toEqual([]);
    expect(times(sim, 'split-brain')).toEqual([]);
    // The others see a silence like any other.
    const [noticed] = times(sim, 'peer-dead');
    expect(noticed).toBeGreaterThanOrEqual(10_400 + 3500);
    expect(noticed).toBeLessThanOrEqual(10_400 + 4001);
    expect(sim.nodes.map(({ state }) => state)).toEqual(['online', 'online', 'online']);
    for (const vm of sim.vms) expect([vm.state, vm.node === 0]).toEqual(['running', false]);
    for (const { owners } of sim.nodes) expect(owners).toEqual(sim.vms.map(({ node }) => node));
    expect(sim.nodes[0]?.stopFailures).toBe(9);
  });
});

test('while it is called again its guest runs on, and nobody else knows of anything', () => {
  const { sim } = ranTo([breaks(5), stop(1, 400)], 3000);
  const history = historyOf(sim);
  expect(history.nodes[0]).toMatchObject({
    state: 'draining',
    retry: { vm: 0, attempt: 3, dueUs: 3_400_000 },
  });
  expect(history.vms[0]).toMatchObject({ state: 'running', node: 0, belief: { state: 'started', node: 0 } });
  expect(sim.phases[sim.vms[0]?.phase ?? -1]?.name).toBe('stop-retry');
  expect(history.nodes[1]?.owners[0]).toBe(0);
});

test('ten failures are just borne: the last call but one is the last that may fail', () => {
  const { sim } = ranTo([breaks(10), stop(1, 400)], 30_000);
  expect(times(sim, 'stop-script-failed')).toHaveLength(10);
  expect(times(sim, 'node-reboots')).toEqual([]);
  expect(times(sim, 'stop-announced')).toEqual([10_400]);
});

test('mended in the meantime the next call succeeds; there is nothing to mend where nothing is broken', () => {
  const mend = (atMs: number) => at(atMs, { kind: 'mend-stop-script', node: 1 });
  const { sim } = ranTo([breaks(20), stop(1, 400), mend(2000), mend(2500)], 6000);
  expect(times(sim, 'stop-script-failed')).toEqual([400, 1400]);
  expect(times(sim, 'stop-announced')).toEqual([2400]);
  expect(times(sim, 'command-refused')).toEqual([2500]);
});

test('a node that dies in between is not stopped twice when it comes back', () => {
  const { sim } = ranTo(
    [
      breaks(2),
      stop(1, 400),
      at(900, { kind: 'crash-node', node: 1 }),
      at(950, { kind: 'power-node', node: 1 }),
    ],
    40_000,
    { heartbeat: { ...quick.heartbeat, nodeBootMs: 100 } as Part<Scenario['heartbeat']> },
  );
  expect(times(sim, 'stop-script-failed')).toEqual([400]);
  expect(sim.nodes[0]).toMatchObject({ state: 'online', retry: null, stopFailures: 1 });
});

test('a node without guests has no script that could fail', () => {
  const { sim } = ranTo([at(100, { kind: 'fail-stop-script', node: 3, times: 5 }), stop(3, 400)], 2000);
  expect(times(sim, 'stop-script-failed')).toEqual([]);
  expect(sim.nodes[2]?.state).toBe('stopped');
});

test('a broken script that is never called changes nothing of a run', () => {
  const run = (commands: TimedCommand[]) => play(smallRun({}, [...commands, stop(1, 400)]), 2_000_000);
  const broken = at(100, { kind: 'fail-stop-script', node: 2, times: 5 });
  expect(contentsOf(run([broken]).series)).toEqual(contentsOf(run([]).series));
  const three = play(smallRun({}, [breaks(3), stop(1, 400)]), 6_000_000);
  expect(three.sim.migrations.map(({ outcome }) => outcome)).toEqual(['completed', 'completed']);
  expect(brokenLaws(three)).toEqual([]);
});

test('log, events and causes name the exit code, the attempts and the reboot', () => {
  const { sim, series, run } = ranTo([breaks(20), stop(1, 400)], 12_000);
  for (const event of sim.log) expect(eventText(event, true)).toMatch(/[.!]$/);
  const lines = heartbeatLog(historyOf(sim), run.scenario, 12_000_000).map(({ text }) => text);
  expect(lines.some((line) => line.includes('ERROR: xen x0 stop: exit code 1 (failed), attempt 11'))).toBe(
    true,
  );
  expect(
    lines.some((line) => line.includes('CRIT: resource x0 cannot be stopped (11 attempts): rebooting')),
  ).toBe(true);
  const lost = explain(sim, series, { kind: 'ping', index: series.pings.rowsUntil(11_000_000) - 1 });
  expect(lost.map(({ code }) => code)).toEqual(['ping-lost', 'self-reboot', 'stop-retries', 'stop-command']);
  for (const one of lost) expect(causeText(one, true).detail).toMatch(/\.$/);
});
