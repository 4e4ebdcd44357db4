/**
 * How fast this engine is where it runs now, each figure against a baseline of the same run: times belong to the machine,
 * ratios can be compared. What a browser measures stands beside what `npm run bench` printed elsewhere.
 */
import { RandomStream } from '../../base/random.ts';
import { type TraceLibrary, traceLibrary } from '../memory/trace.ts';
import { rankAt, zipfCumulative } from '../memory/zipf-ranks.ts';
import { defaultScenario, demoRun } from '../simulation/default-scenario.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { emptySeries } from '../simulation/series.ts';
import { createSimulation, hashSimulation } from '../simulation/simulation.ts';
import { migrateSoloSteps } from '../simulation/solo.ts';
import { defaultSolo, type SoloSpec } from '../simulation/solo-spec.ts';
import { advance } from '../timeline/timeline.ts';
import { createTreeFrom } from '../trees/shapes.ts';

export type SpeedName = 'tree-small' | 'tree-large' | 'migration' | 'predicting' | 'failover' | 'recorded';

interface SpeedRow {
  readonly name: SpeedName;
  /** times the baseline named in the words of the page */
  readonly ratio: number;
  /** what was done a second: accesses, or simulated seconds */
  readonly perSecond: number;
}

export interface SpeedResult {
  readonly rows: readonly SpeedRow[];
  /** state of the scripted 30 s at its end: the same everywhere */
  readonly hash: string;
}

const ROUNDS = 5;
const ACCESSES = 200_000;
const KEYS = { 'tree-small': 1000, 'tree-large': 65_536 } as const;
const MEMORY_MIB = 256;
const END_US = 30_000_000;

/** @param now milliseconds of any steady clock. Yields how far it is, 0–1, between blocks of at most some tenths of a second */
export function* measureSpeed(
  library: TraceLibrary,
  now: () => number,
): Generator<number, SpeedResult, void> {
  const rows: SpeedRow[] = [];
  for (const name of ['tree-small', 'tree-large'] as const) {
    const keys = zipfKeys(KEYS[name]);
    const works = ['splay', 'lazy-counting'].map((kind) => {
      // Accesses only: what it costs to make the tree is another question.
      const tree = createTreeFrom(kind, `balanced:${KEYS[name]}`);
      return () => {
        for (const key of keys) tree.access(key);
      };
    });
    const ms = yield* inTurns(works, now, rows.length / 6);
    rows.push({ name, ratio: ratio(ms[0], ms[1]), perSecond: perSecond(ACCESSES, ms[1]) });
  }
  const pages = zipfKeys(MEMORY_MIB * 256);
  const counts = new Uint32Array(MEMORY_MIB * 256);
  let accesses = 1;
  let predicting = 1;
  const counter = () => {
    for (let turn = 0; turn < 10; turn += 1) {
      for (const page of pages) counts[page] = (counts[page] as number) + 1;
    }
  };
  const ms = yield* inTurns(
    [
      counter,
      () => {
        accesses = migrate('pre-copy');
      },
      () => {
        predicting = migrate('working-set-pre-copy');
      },
    ],
    now,
    2 / 6,
  );
  const bare = perSecond(10 * ACCESSES, ms[0]);
  const whole = perSecond(accesses, ms[1]);
  const guessed = perSecond(predicting, ms[2]);
  rows.push({ name: 'migration', ratio: whole / bare, perSecond: whole });
  rows.push({ name: 'predicting', ratio: guessed / bare, perSecond: guessed });
  let hash = '';
  const times = yield* inTurns(
    [
      () => {
        hash = failover(library, false);
      },
      () => {
        failover(library, true);
      },
    ],
    now,
    4 / 6,
  );
  for (const [at, name] of (['failover', 'recorded'] as const).entries()) {
    const each = perSecond(END_US / 1e6, times[at]);
    rows.push({ name, ratio: each, perSecond: each });
  }
  return { rows, hash };
}

/** Median milliseconds of each; they take turns after one to warm up, so that a noisy neighbour disturbs all alike. */
function* inTurns(
  works: readonly (() => void)[],
  now: () => number,
  done: number,
): Generator<number, number[], void> {
  const taken = works.map(() => [] as number[]);
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [at, work] of works.entries()) {
      const start = now();
      work();
      if (round >= 0) taken[at]?.push(now() - start);
      yield done + ((round + 1) / (ROUNDS + 1)) * (works.length / 6);
    }
  }
  return taken.map((values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN);
}

function zipfKeys(keys: number): Int32Array {
  const hot = Int32Array.from({ length: keys }, (_, i) => i);
  new RandomStream(1, 'hot keys').shuffle(hot);
  const cumulative = zipfCumulative(keys, 1);
  const random = new RandomStream(1, 'accesses');
  return Int32Array.from({ length: ACCESSES }, () => hot[rankAt(cumulative, random.uniform())] as number);
}

/** @returns page accesses: writes of the guest, and pages sent */
function migrate(kind: string): number {
  const steps = migrateSoloSteps(soloOf(kind), traceLibrary([]), null);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value.pageWrites + value.pagesSent;
  }
}

function soloOf(kind: string): SoloSpec {
  return {
    ...defaultSolo,
    vm: {
      ...defaultSolo.vm,
      memoryMiB: MEMORY_MIB,
      workload: {
        ...defaultSolo.vm.workload,
        pattern: 'zipf',
        hotSetMiB: 128,
        writesPerSecond: 200_000,
      },
    },
    strategy: { ...defaultSolo.strategy, kind, maxBandwidthBytesPerSecond: 125e6 },
    giveUpAfterMs: 10_000,
  };
}

function failover(library: TraceLibrary, recorded: boolean): string {
  const sim = createSimulation(JSON.parse(JSON.stringify(defaultScenario)) as Scenario, library);
  advance(sim, demoRun.commands, END_US, recorded ? emptySeries() : null);
  return hashSimulation(sim);
}

const perSecond = (count: number, ms: number | undefined): number => (1000 * count) / (ms ?? Number.NaN);
const ratio = (base: number | undefined, mine: number | undefined): number =>
  (base ?? Number.NaN) / (mine ?? Number.NaN);
