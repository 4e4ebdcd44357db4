/** What is said of a cluster somebody has hurt, by real runs. */
import { describe, expect, test } from 'vitest';
import { historyOf } from '../../src/engine/simulation/observation.ts';
import type { Command, Scenario, TimedCommand } from '../../src/engine/simulation/scenario.ts';
import { SCALAR, SCALAR_COUNT } from '../../src/protocol/frame.ts';
import { GLOSSARY } from '../../src/views/shared/glossary.ts';
import { parseTemplate, plainText } from '../../src/views/shared/template.ts';
import * as failure from '../../src/views/shell/sentence/failure.ts';
import { FAILURE_SENTENCES } from '../../src/views/shell/sentence/failure-templates-en.ts';
import {
  type Sentence,
  sentenceOf,
  tellFailures,
  templateOf,
} from '../../src/views/shell/sentence/sentence.ts';
import { type Part, play, smallRun } from '../engine/simulation/runs.ts';

tellFailures(failure);

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

function tell(commands: TimedCommand[], toMs: number, heartbeat: Part<Scenario['heartbeat']> = {}): Sentence {
  const part = { guests, network: { pingIntervalMs: 250 }, heartbeat: { ...beats, ...heartbeat } };
  const run = smallRun(part as Part<Scenario>, commands);
  const { sim } = play(run, toMs * 1000);
  const scalars = new Float64Array(SCALAR_COUNT).fill(Number.NaN);
  scalars[SCALAR.timeUs] = sim.nowUs;
  scalars[SCALAR.meanPingMs] = 0.25;
  scalars[SCALAR.lostPingsTotal] = sim.pings.lost;
  scalars[SCALAR.round] = 1;
  scalars[SCALAR.pagesArrived] = 7;
  return sentenceOf({ run, history: structuredClone(historyOf(sim)), scalars, pings: null });
}

function words({ code, slots }: Sentence): string {
  return plainText(templateOf(code), slots).replaceAll('\u00a0', ' ');
}

const crash = [at(1000, { kind: 'crash-node', node: 1 })];
const cut = [at(1000, { kind: 'cut-heartbeat', node: 1 })];

describe('a crash', () => {
  test('that nobody has noticed yet says how long the others have waited', () => {
    expect(words(tell(crash, 3500))).toMatch(
      /^Node 1 is off, and x0 and x1 with it\. The others have heard no heartbeat for [23]\.\d s of 4\.0 s; .* 10 pings were lost so far\.$/,
    );
  });

  test('that was noticed: a boot elsewhere, and how long nobody answered', () => {
    expect(words(tell(crash, 8000))).toMatch(
      /^x0 starts on node [23] from its disk, since \d\.\d s: what was in its memory is lost\./,
    );
    expect(words(tell(crash, 60_000))).toMatch(
      /^x0 runs on node [23] again .* for \d\d\.\d s nobody answered, \d+ pings were lost\.$/,
    );
  });

  test('with STONITH waits for the shot, and for the next one when it fails', () => {
    expect(words(tell(crash, 6000, { stonith: true }))).toMatch(
      /^Node 2 holds node 1 for dead and has it switched off \(STONITH\) in [\d.]+ s\. Only when that has worked may x0 and x1 start elsewhere\.$/,
    );
    expect(words(tell(crash, 9500, { stonith: true, stonithFailureShare: 1 }))).toMatch(
      /^One shot of node 2 at node 1 failed/,
    );
  });

  test('of a node the pinged VM is not on leaves it answering', () => {
    expect(words(tell([at(1000, { kind: 'crash-node', node: 2 })], 3000))).toMatch(
      /^Node 2 is off, and x2 with it\..* x0 answers from node 1 in 0\.25 ms\.$/,
    );
    expect(words(tell([at(1000, { kind: 'crash-node', node: 3 })], 3000))).toContain('No guest was on it.');
    expect(words(tell([at(1000, { kind: 'crash-node', node: 3 })], 9000))).toMatch(
      /^Node 3 is off, and the others know it\./,
    );
  });
});

describe('a partition', () => {
  test('is silence first, then a second start, then split brain with its counter', () => {
    expect(words(tell(cut, 3000))).toMatch(
      /^The heartbeat cable of node 1 is pulled: x0 and x1 run on, but the others have heard nothing for/,
    );
    expect(words(tell(cut, 8000))).toMatch(
      /^Node [23] holds node 1 for dead and starts x\d from its disk.* in truth x\d is still on node 1\./,
    );
    const split = tell(cut, 60_000);
    expect(words(split)).toMatch(
      /^Split brain: x\d runs twice, on node \d and on node \d.* Up to [\d,]+ blocks are spoilt;/,
    );
    expect(Number(split.slots.blocks?.replace(',', ''))).toBeGreaterThan(100);
  });

  test('that is healed makes everybody give up', () => {
    const healed = [...cut, at(9000, { kind: 'heal-heartbeat', node: 1 })];
    expect(words(tell(healed, 10_000))).toMatch(
      /hear each other again after a partition\. Nobody can say who owns what/,
    );
  });
});

describe('other harm', () => {
  test.each([
    [
      [at(1000, { kind: 'freeze-node', node: 1 })],
      3000,
      {},
      /^Node 1 hangs, and x0 and x1 with it\..*looks like one that is off/,
    ],
    [
      [at(1000, { kind: 'stop-storage' })],
      3000,
      {},
      /^The storage is stopped: every guest waits for its disk, x0 since 2\.0 s\./,
    ],
    [
      [at(1000, { kind: 'cut-data', node: 1 })],
      3000,
      {},
      /^The data cable of node 1 is pulled: x0 reaches neither/,
    ],
    [[at(1000, { kind: 'crash-vm', vm: 'x0' })], 3000, {}, /^x0 has crashed on node 1.* nobody will notice/],
    [[at(1000, { kind: 'crash-vm', vm: 'x0' })], 1001, { monitorMs: 10_000 }, /asks its guests each 10\.0 s/],
    [[at(1000, { kind: 'lossy-data', lossShare: 0.2 })], 3000, {}, /^The data LAN loses 20 % of its packets/],
    [[at(1000, { kind: 'slow-data', mbps: 100 })], 3000, {}, /^The data LAN runs at 100 Mb\/s/],
    [[at(1000, { kind: 'lossy-heartbeat', lossShare: 0.1 })], 1500, {}, /^The heartbeat LAN loses 10 %/],
    [[at(1000, { kind: 'slow-storage', factor: 4 })], 3000, {}, /^The storage is slower by 4/],
    [[at(5000, { kind: 'stop-storage' })], 3000, {}, /Next, at 5\.0 s: storage stopped\.$/],
    [
      [at(1000, { kind: 'crash-node', node: 3 }), at(9000, { kind: 'power-node', node: 3 })],
      10_000,
      {},
      /^Node 3 starts up, since 1\.0 s/,
    ],
  ] as const)('%j at %i is said in words', (commands, toMs, heartbeat, expected) => {
    expect(words(tell([...commands], toMs, heartbeat))).toMatch(expected);
  });

  test('a command that cannot be is answered with its sentence', () => {
    expect(words(tell([at(1000, { kind: 'thaw-node', node: 1 })], 2000))).toContain('does not hang');
  });
});

test('every term has a meaning', () => {
  for (const template of Object.values(FAILURE_SENTENCES)) {
    for (const token of parseTemplate(template)) {
      if (token.kind === 'term') expect(GLOSSARY, token.term).toHaveProperty([token.term]);
    }
  }
});

test('no sentence of a run lacks a slot, at any moment', () => {
  const runs: TimedCommand[][] = [
    crash,
    cut,
    [...cut, at(50_000, { kind: 'heal-heartbeat', node: 1 })],
    [at(1000, { kind: 'freeze-node', node: 1 }), at(30_000, { kind: 'thaw-node', node: 1 })],
    [at(1000, { kind: 'stop-node', node: 1 }), at(1100, { kind: 'cut-data', node: 2 })],
    [at(1000, { kind: 'crash-vm', vm: 'x0' }), at(3000, { kind: 'stop-storage' })],
  ];
  const told = new Set<string>();
  for (const commands of runs) {
    for (const stonith of [false, true]) {
      for (let ms = 500; ms < 75_000; ms += 4900) {
        const sentence = tell(commands, ms, { stonith, monitorMs: 2000 });
        told.add(sentence.code);
        for (const token of parseTemplate(templateOf(sentence.code))) {
          if (token.kind !== 'slot') continue;
          expect(sentence.slots, `${sentence.code} at ${ms}`).toHaveProperty(token.slot);
          const open = ['mean', 'downtime', 'total'].includes(token.slot);
          if (!open)
            expect(sentence.slots[token.slot], `${sentence.code}.${token.slot} at ${ms}`).not.toMatch(/^–?$/);
        }
      }
    }
  }
  expect([...told].filter((code) => code in FAILURE_SENTENCES).length).toBeGreaterThanOrEqual(8);
});

describe('a stop script that fails', () => {
  const broken = (times: number) => [
    at(100, { kind: 'fail-stop-script', node: 1, times }),
    at(1000, { kind: 'stop-node', node: 1 }),
  ];

  test('is told with its failures so far and those that are left', () => {
    expect(words(tell(broken(5), 1500))).toBe(
      'Node 1 is told to stop, but the stop script of x0 ends with exit code 1: once so far. Heartbeat calls it again each second; 10 more failures, and node 1 reboots itself.',
    );
    expect(words(tell(broken(20), 10_500))).toMatch(
      /10 times so far\. .*one more failure, and node 1 reboots itself\.$/,
    );
  });

  test('to the last: the node is gone, and the others know nothing yet', () => {
    expect(words(tell(broken(20), 13_000))).toMatch(
      /^Node 1 has rebooted itself: the stop script of x0 failed to the last, .* x0 and x1 died with it; the others have heard nothing for 2\.\d s of 4\.0 s\.$/,
    );
    expect(tell(broken(20), 20_000).code).toMatch(/^boot-lost/);
  });
});

describe('several moves at once', () => {
  const many = (limit: number, toMs: number): Sentence => {
    const three = [1, 2, 3].map(() => ({ node: 1, memoryMiB: 16, workload: calm }));
    const part = { guests: three, migration: { parallelMigrations: limit } } as Part<Scenario>;
    const run = smallRun(part, [at(400, { kind: 'stop-node', node: 1 })]);
    const { sim } = play(run, toMs * 1000);
    const scalars = new Float64Array(SCALAR_COUNT).fill(Number.NaN);
    scalars[SCALAR.timeUs] = sim.nowUs;
    scalars[SCALAR.pagesArrived] = 7;
    scalars[SCALAR.pagesTotal] = 4096;
    return sentenceOf({ run, history: structuredClone(historyOf(sim)), scalars, pings: null });
  };

  test('are counted, and so are those that wait', () => {
    expect(words(many(2, 700))).toMatch(
      /^Round 1 of x0: 7 of 4,096 pages are on node [23]\. 2 guests move at once through the port of node 1; 1 waits in line\. Pings take /,
    );
    expect(words(many(3, 700))).toMatch(/3 guests move at once through the port of node 1; nobody waits\./);
  });

  test('are no matter of words where one moves at a time', () => {
    expect(many(1, 700).code).toMatch(/^round-1/);
  });
});
