/** What the failures panel offers, how its last change is taken back, what its stories are, and what a failure cost. */
import { describe, expect, test } from 'vitest';
import { SERIES_COLUMNS } from '../../src/base/columns.ts';
import { runProblem } from '../../src/engine/simulation/check.ts';
import { commandKinds } from '../../src/engine/simulation/commands.ts';
import { defaultScenario } from '../../src/engine/simulation/default-scenario.ts';
import { historyOf } from '../../src/engine/simulation/observation.ts';
import type { Command, Run, Scenario, TimedCommand } from '../../src/engine/simulation/scenario.ts';
import { newBranch } from '../../src/store/runs.ts';
import { commandLook } from '../../src/views/shared/command-look.ts';
import { outageOf } from '../../src/views/shared/outage.ts';
import { offersFor } from '../../src/views/shell/panels/failures/offers.ts';
import { STORIES, storyBeginUs, storyRun } from '../../src/views/shell/panels/failures/stories.ts';
import { undoOf } from '../../src/views/shell/panels/failures/undo.ts';
import { outageRows } from '../../src/views/shell/panels/outage-words.ts';
import { library } from '../engine/recorded.ts';
import { type Part, play, smallRun } from '../engine/simulation/runs.ts';

const beats = { keepaliveMs: 500, warntimeMs: 2000, deadtimeMs: 4000, initdeadMs: 8000, nodeBootMs: 5000 };
const calm = { kind: 'uniform', referencesPerSecond: 20, hotSetPages: 100 } as const;
const guests = [1, 2, 3].map(() => ({ memoryMiB: 16, workload: calm }));
const at = (atMs: number, command: Command): TimedCommand => ({ atMs, command });

function told(commands: TimedCommand[], toMs: number) {
  const run = smallRun(
    { guests, network: { pingIntervalMs: 250 }, heartbeat: beats } as Part<Scenario>,
    commands,
  );
  const { sim, series } = play(run, toMs * 1000);
  const { pings } = series;
  const rows = Array.from({ length: pings.rows }, (_, row) => [pings.at(row, 0), pings.at(row, 1)]);
  return {
    run,
    history: historyOf(sim),
    pings: { data: new Float64Array(rows.flat()), rows: rows.length, width: 2 },
  };
}

describe('offers', () => {
  const ofNodes = commandKinds.filter(
    ({ target, amount, which }) => target === 'node' && (amount === null || which !== null),
  );
  const words = (commands: TimedCommand[], toMs: number, which: number) =>
    offersFor(told(commands, toMs).history, ofNodes, which).map(({ command, possible }) =>
      possible ? command.kind : `no ${command.kind}`,
    );

  test('of a node that is online are harms, of one that is off its switch, once', () => {
    expect(words([], 100, 1)).toEqual(['stop-node', 'crash-node', 'freeze-node', 'fail-stop-script']);
    expect(words([at(50, { kind: 'crash-node', node: 1 })], 100, 1)).toEqual([
      'power-node',
      'no crash-node',
      'no freeze-node',
      'no fail-stop-script',
    ]);
    expect(words([at(50, { kind: 'freeze-node', node: 1 })], 100, 1)).toEqual([
      'no stop-node',
      'crash-node',
      'thaw-node',
      'no fail-stop-script',
    ]);
    const broken = at(50, { kind: 'fail-stop-script', node: 1, times: 3 });
    expect(words([broken], 100, 1).at(-1)).toBe('mend-stop-script');
  });

  test('every command of the catalogue is offered by some state or amount', () => {
    const harmless = new Set(commandKinds.map(({ heals }) => heals));
    for (const kind of commandKinds) {
      const look = commandLook(commandKinds, {
        ...(kind.which && { [kind.which]: 1 }),
        kind: kind.kind,
      } as Command);
      expect(look.target).toBe(kind.target);
      if (kind.amount === null) expect(look.heals).toBe(harmless.has(kind.kind));
    }
  });
});

test('work that is asked for looks like no harm', () => {
  const calm = commandKinds.filter(({ kind }) => commandLook(commandKinds, { kind } as Command).calm);
  expect(calm.map(({ kind }) => kind)).toEqual(['increase-mem', 'decrease-mem']);
});

describe('undo', () => {
  const run = (...commands: TimedCommand[]): Run => ({ scenario: defaultScenario, commands });
  const a = at(1000, { kind: 'crash-node', node: 1 });
  const b = at(2000, { kind: 'drop-ping' });

  test('of a command at the end takes it back', () => {
    expect(undoOf(newBranch('k', run(a, b), {}), [])).toEqual({ kind: 'remove', index: 1 });
    expect(undoOf(newBranch('k', run(), {}), [])).toBeNull();
  });

  test('of a moved or removed command goes to the run before', () => {
    const before = newBranch('before', run(a, b), {});
    const part = { parentKey: 'before', origin: 'command' as const };
    const moved = newBranch('k', run({ ...a, atMs: 1500 }, b), part);
    expect(undoOf(moved, [before, moved])).toEqual({ kind: 'open', key: 'before' });
    const removed = newBranch('k', run(b), part);
    expect(undoOf(removed, [before, removed])).toEqual({ kind: 'open', key: 'before' });
    const further = newBranch('k', run(b, at(3000, { kind: 'stop-storage' })), part);
    expect(undoOf(further, [before, further])).toEqual({ kind: 'remove', index: 1 });
  });

  test('of a command given in the past goes back to the branch it left', () => {
    const before = newBranch('before', run(a, b), {});
    const fork = newBranch('k', run(a, at(1500, { kind: 'drop-ping' })), {
      parentKey: 'before',
      origin: 'command',
      forkUs: 1_499_000,
    });
    expect(undoOf(fork, [before, fork])).toEqual({ kind: 'open', key: 'before' });
  });
});

test.each(STORIES)('the story $name can be run and begins just before its first command', (story) => {
  expect(runProblem(storyRun(defaultScenario, story), library)).toBeNull();
  expect(storyBeginUs(story)).toBe((story.commands[0]?.atMs ?? 0) * 1000 - 1_000_000);
});

describe('what a failure cost', () => {
  const outage = (commands: TimedCommand[], toMs: number) => {
    const { run, history, pings } = told(commands, toMs);
    return outageOf(run, history, pings, toMs * 1000);
  };

  test('a crash: lost pings as time, who noticed when, where it runs, whose memory is lost', () => {
    const cost = outage([at(1000, { kind: 'crash-node', node: 1 })], 60_000);
    expect(cost?.lostMs).toBe(cost?.longestMs);
    expect(cost?.lostMs).toBeGreaterThan(30_000);
    expect(cost?.noticedMs).toBeGreaterThan(3400);
    expect(cost?.noticedMs).toBeLessThan(4001);
    expect(cost?.node).toBeGreaterThan(0);
    expect(cost?.memoryLost).toEqual(['x0', 'x1']);
    expect(outageRows(cost as NonNullable<typeof cost>).map(([, value]) => value)).not.toContain('–');
  });

  test('a partition without STONITH: nothing lost but blocks of the disk, and two that run', () => {
    const cost = outage([at(1000, { kind: 'cut-heartbeat', node: 1 })], 60_000);
    expect(cost?.blocks).toBeGreaterThan(100);
    expect(cost?.other).toBeGreaterThan(0);
    expect(cost?.memoryLost).toEqual([]);
  });

  test('a controlled stop is none', () => {
    expect(outage([at(1000, { kind: 'stop-node', node: 1 })], 1500)).toBeNull();
  });
});

test('a ping’s moment and round trip are the first columns of its series', () => {
  expect(SERIES_COLUMNS.pings.slice(0, 2)).toEqual(['sentUs', 'rttMs']);
});
