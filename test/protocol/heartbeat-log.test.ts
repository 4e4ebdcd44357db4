/** The nodes' log files, made from real runs. */
import { describe, expect, test } from 'vitest';
import { historyOf } from '../../src/engine/simulation/observation.ts';
import type { Command, Scenario, TimedCommand } from '../../src/engine/simulation/scenario.ts';
import { heartbeatLog, type LogLine } from '../../src/protocol/heartbeat-log.ts';
import { LOG } from '../../src/protocol/heartbeat-log-en.ts';
import { EVENTS } from '../../src/protocol/messages-en.ts';
import { type Part, play, smallRun } from '../engine/simulation/runs.ts';

const beats = {
  keepaliveMs: 500,
  warntimeMs: 2000,
  deadtimeMs: 4000,
  initdeadMs: 8000,
  stonithMs: 3000,
  nodeBootMs: 5000,
};
const calm = { kind: 'uniform', referencesPerSecond: 20, hotSetPages: 100 } as const;
const guests = [1, 2, 3].map(() => ({ memoryMiB: 16, workload: calm }));

const at = (atMs: number, command: Command): TimedCommand => ({ atMs, command });

function logOf(
  heartbeat: Part<Scenario['heartbeat']>,
  commands: TimedCommand[],
  toMs: number,
  untilMs = toMs,
) {
  const part = { guests, network: { pingIntervalMs: 250 }, heartbeat: { ...beats, ...heartbeat } };
  const run = smallRun(part as Part<Scenario>, commands);
  return heartbeatLog(historyOf(play(run, toMs * 1000).sim), run.scenario, untilMs * 1000);
}
const of = (lines: LogLine[], node: number) =>
  lines.filter((line) => line.node === node).map(({ text }) => text);

describe('the log', () => {
  test('begins with each node’s settings', () => {
    const lines = logOf({}, [], 100);
    expect(lines.map(({ node }) => node)).toEqual([1, 2, 3]);
    expect(lines[0]?.text).toBe(
      'heartbeat[2142]: 2011/03/07_14:00:00 info: keepalive 500 ms, warntime 2000 ms, deadtime 4000 ms, initdead 8000 ms, auto_failback off, stonith off, udp 694 eth1',
    );
  });

  test('of a crash: the dead node writes nothing, the others see it die and start its guests', () => {
    const lines = logOf({}, [at(1000, { kind: 'crash-node', node: 1 })], 60_000);
    expect(of(lines, 1)).toHaveLength(1);
    const second = of(lines, 2);
    expect(
      second.some((text) =>
        /^heartbeat\[2173\]: 2011\/03\/07_14:00:0[45] WARN: node node1: is dead$/.test(text),
      ),
    ).toBe(true);
    expect(second.join('\n')).toContain('acquiring the resources of node node1: 2');
    expect(lines.map(({ text }) => text).join('\n')).toMatch(
      /info: xen x0 status: exit code 7 \(not running\)/,
    );
    expect(lines.map(({ text }) => text).join('\n')).toMatch(/info: xen x0 start: exit code 0 \(OK\)/);
    expect(lines.some(({ text }) => text.includes('Late heartbeat'))).toBe(false);
  });

  test('of a failing STONITH device tells each attempt', () => {
    const lines = logOf(
      { stonith: true, stonithFailureShare: 1 },
      [at(1000, { kind: 'crash-node', node: 1 })],
      20_000,
    );
    const errors = lines.filter(({ level }) => level === 'ERROR').map(({ text }) => text);
    expect(errors[0]).toContain('node node1: STONITH exit code 1 (failed), attempt 1; again in 5 s');
    expect(errors[1]).toContain('attempt 2');
  });

  test('tells late beats when the next one arrives, and the end of a partition as critical', () => {
    const late = logOf(
      {},
      [at(1000, { kind: 'freeze-node', node: 1 }), at(4000, { kind: 'thaw-node', node: 1 })],
      6000,
    );
    expect(of(late, 2).join('\n')).toMatch(/WARN: Late heartbeat: node node1: interval \d+ ms/);
    const parted = logOf(
      {},
      [at(1000, { kind: 'cut-heartbeat', node: 1 }), at(9000, { kind: 'heal-heartbeat', node: 1 })],
      12_000,
    );
    expect(parted.filter(({ level }) => level === 'CRIT').length).toBeGreaterThan(0);
  });

  test('knows nothing of what comes after the moment', () => {
    const lines = logOf({}, [at(1000, { kind: 'crash-node', node: 1 })], 60_000, 3000);
    expect(lines).toHaveLength(3);
  });

  test('fills every slot, whatever happens', () => {
    const commands = [
      at(500, { kind: 'stop-node', node: 1 }),
      at(3000, { kind: 'power-node', node: 1 }),
      at(20_000, { kind: 'crash-vm', vm: 'x2' }),
      at(25_000, { kind: 'crash-node', node: 2 }),
      at(70_000, { kind: 'power-node', node: 2 }),
    ];
    const lines = logOf({ stonith: true, autoFailback: true, monitorMs: 1000 }, commands, 150_000);
    expect(lines.length).toBeGreaterThan(30);
    for (const { text } of lines) expect(text).not.toMatch(/[{}]|undefined|NaN|node \d/);
    expect(lines.map(({ atUs }) => atUs)).toEqual(lines.map(({ atUs }) => atUs).sort((a, b) => a - b));
  });

  test('has lines for codes the engine has, and none other', () => {
    for (const code of Object.keys(LOG)) expect(EVENTS).toHaveProperty([code]);
  });
});
