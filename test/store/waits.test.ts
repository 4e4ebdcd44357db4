/** What a hurt cluster waits for, and how time hurries on meanwhile. */
import { describe, expect, test } from 'vitest';
import { historyOf } from '../../src/engine/simulation/observation.ts';
import type { Command, Scenario, TimedCommand } from '../../src/engine/simulation/scenario.ts';
import { paceAt, paceCuts } from '../../src/store/pace.ts';
import { waitAt, waitsOf } from '../../src/store/waits.ts';
import { type Part, play, smallRun } from '../engine/simulation/runs.ts';

const beats = { keepaliveMs: 500, warntimeMs: 2000, deadtimeMs: 10_000, initdeadMs: 20_000, stonithMs: 3000 };
const calm = { kind: 'uniform', referencesPerSecond: 20, hotSetPages: 100 } as const;
const guests = [1, 2, 3].map(() => ({ memoryMiB: 16, workload: calm }));
const at = (atMs: number, command: Command): TimedCommand => ({ atMs, command });

function told(commands: TimedCommand[], toMs: number, heartbeat: Part<Scenario['heartbeat']> = {}) {
  const part = { guests, network: { pingIntervalMs: 250 }, heartbeat: { ...beats, ...heartbeat } };
  const run = smallRun(part as Part<Scenario>, commands);
  return { run, history: structuredClone(historyOf(play(run, toMs * 1000).sim)) };
}

const crash = [at(1000, { kind: 'crash-node', node: 1 })];
const cut = [at(1000, { kind: 'cut-heartbeat', node: 1 })];

describe('waits', () => {
  test('of a crash: silence until somebody says dead, then boots', () => {
    const waits = waitsOf(told(crash, 80_000).history);
    expect(waits.map(({ kind }) => kind)).toEqual(['silence', 'boot', 'boot']);
    expect(waits[0]?.startUs).toBe(1_000_000);
    expect(waits[0]?.endUs).toBeGreaterThan(10_400_000);
    expect(waits[0]?.endUs).toBeLessThan(11_100_000);
    expect(waits.every(({ endUs }) => endUs !== null)).toBe(true);
  });

  test('of a shot that never works go on', () => {
    const waits = waitsOf(told(crash, 80_000, { stonith: true, stonithFailureShare: 1 }).history);
    expect(waits.map(({ kind, endUs }) => [kind, endUs === null])).toEqual([
      ['silence', false],
      ['shot', true],
    ]);
  });

  test('are told from what has happened so far: later news only end them', () => {
    const whole = waitsOf(told(cut, 80_000).history);
    for (const toMs of [2000, 9000, 12_000, 30_000]) {
      const part = waitsOf(told(cut, toMs).history);
      expect(part.map(({ kind, startUs }) => [kind, startUs])).toEqual(
        whole.filter(({ startUs }) => startUs <= toMs * 1000).map(({ kind, startUs }) => [kind, startUs]),
      );
    }
  });

  test('end with a healed cable', () => {
    const healed = [...cut, at(3000, { kind: 'heal-heartbeat', node: 1 })];
    expect(waitsOf(told(healed, 5000).history)).toEqual([
      { kind: 'silence', startUs: 1_000_000, endUs: 3_000_000 },
    ]);
    expect(waitAt(told(healed, 5000).history, 4_000_000)).toBeNull();
  });
});

describe('auto-pace', () => {
  test('shows a crash begin, hurries through the silence and faster through the boot', () => {
    const { run, history } = told(crash, 80_000);
    expect(paceAt(history, run, 1_500_000)).toBe(1);
    expect(paceAt(history, run, 5_000_000)).toBe(3);
    expect(paceAt(history, run, 25_000_000)).toBe(8);
    let wallMs = 0;
    for (let us = 1_000_000; us < 60_000_000; us += 10_000) wallMs += 10 / paceAt(history, run, us);
    expect(wallMs / 1000).toBeLessThan(25);
  });

  test('hurries through the silence of a partition as well, where no VM has a phase of its own', () => {
    const { run, history } = told(cut, 80_000);
    expect(paceAt(history, run, 1_500_000)).toBe(1);
    expect(paceAt(history, run, 5_000_000)).toBe(3);
  });

  test('changes only at its cuts', () => {
    for (const commands of [crash, cut]) {
      const { run, history } = told(commands, 80_000);
      const cuts = [...new Set([0, 1_000_000, ...paceCuts(history), 80_000_000])].sort((a, b) => a - b);
      for (const [i, from] of cuts.entries()) {
        const to = cuts[i + 1] ?? from;
        if (to - from < 4 || from >= 80_000_000) continue;
        const middle = paceAt(history, run, from + Math.floor((to - from) / 2));
        expect(paceAt(history, run, from)).toBe(middle);
        expect(paceAt(history, run, to - 1)).toBe(middle);
      }
    }
  });
});
