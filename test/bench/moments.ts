/** How fast the default scenario runs, and what it costs to look at one of its moments. */
import process from 'node:process';
import { RandomStream } from '../../src/base/random.ts';
import { defaultScenario, demoRun } from '../../src/engine/simulation/default-scenario.ts';
import { emptySeries } from '../../src/engine/simulation/series.ts';
import { createSimulation, snapshot } from '../../src/engine/simulation/simulation.ts';
import type { SimState } from '../../src/engine/simulation/state.ts';
import { advance, Timeline } from '../../src/engine/timeline/timeline.ts';
import type { FrameRequest, Have } from '../../src/protocol/requests.ts';
import { writeFrame } from '../../src/worker/host/frame-writer.ts';
import { SplayShadow, writeTree } from '../../src/worker/host/tree-writer.ts';
import { library } from '../engine/recorded.ts';
import { inTurns, median, millis, quantile, secondsOf, type Table } from './measure.ts';

const END_US = 30_000_000;

/** By the clock on the wall, which neighbours share, and by the processor's own, garbage collection included. */
export function benchRun(rounds: number): Table {
  const cpu = new Map<string, number[]>();
  const run = (what: string, recorded: boolean) => () => {
    const before = process.cpuUsage();
    const sim = createSimulation(defaultScenario, library);
    advance(sim, demoRun.commands, END_US, recorded ? emptySeries() : null);
    const { user, system } = process.cpuUsage(before);
    cpu.set(what, [...(cpu.get(what) ?? []), (user + system) / 1e6]);
  };
  const [bare, recorded] = ['headless, not recorded', 'headless, recorded'];
  const taken = inTurns({ [bare]: run(bare, false), [recorded]: run(recorded, true) }, rounds);
  const perSecond = (seconds: number): number => END_US / 1e6 / seconds;
  const rows = [...taken].map(([what, seconds]) => ({
    what: `scripted 30 s, ${what}`,
    figure: `${perSecond(seconds).toFixed(1)} s/s`,
    more: [`${perSecond(median(cpu.get(what) ?? [])).toFixed(1)} s/s`],
    ratio: perSecond(seconds),
  }));
  return {
    title: 'Simulated seconds per second',
    baseline: 'real time',
    columns: ['of the processor'],
    rows,
  };
}

const MOMENTS: readonly [string, number][] = [
  ['waiting', 5_000_000],
  ['predicting', 18_110_000],
  ['round 1', 19_500_000],
  ['VM paused', 21_241_000],
  ['recovering', 23_000_000],
  ['x1 on its way', 24_000_000],
  ['at the end', END_US],
];

export function benchMoments(rounds: number): Table[] {
  const timeline = new Timeline(structuredClone(demoRun), library);
  timeline.record(END_US);
  const copyMs = copyTime(timeline, rounds);
  const baseline = 'snapshot copy';
  const base = { what: 'snapshot copy of the state', figure: millis(copyMs), more: [''], ratio: 1 };
  const row = (what: string, ms: readonly number[]) => ({
    what,
    figure: millis(median(ms)),
    more: [millis(quantile(ms, 0.95))],
    ratio: median(ms) / copyMs,
  });
  const columns = ['p95'];
  return [
    {
      title: 'Frame',
      baseline,
      columns,
      rows: [base, ...frames(timeline, rounds).map(([what, ms]) => row(what, ms))],
    },
    {
      title: 'Seek in 30 s',
      baseline,
      columns,
      rows: [base, ...seeks(timeline).map(([what, ms]) => row(what, ms))],
    },
  ];
}

function stateAt(timeline: Timeline, us: number): SimState {
  const sim = timeline.seek(us);
  if (sim === null) throw new Error(`The moment ${us} was not reached.`);
  return sim;
}

function copyTime(timeline: Timeline, rounds: number): number {
  const sim = stateAt(timeline, 19_500_000);
  return median(Array.from({ length: 5 * rounds }, () => 1000 * secondsOf(() => snapshot(sim))));
}

const NOTHING = { pings: 0, progress: 0, cpu: 0, shares: 0, batches: 0, pages: 0, beats: 0, rotations: 0 };

/** As in playback: the page has all but the last 16 ms; and as after a jump: it has nothing. */
function frames(timeline: Timeline, rounds: number): [string, number[]][] {
  const shadow = new SplayShadow();
  return MOMENTS.flatMap(([what, us]) => {
    const sim = stateAt(timeline, us);
    const { series } = timeline;
    const have: Have = {
      historyRevision: sim.revision,
      series: {
        ...NOTHING,
        pings: series.pings.rowsUntil(us - 16_000),
        progress: series.progress.rowsUntil(us - 16_000),
        cpu: series.cpu.rowsUntil(us - 16_000),
        batches: series.batches.rowsUntil(us - 16_000),
        beats: series.beats.rowsUntil(us - 16_000),
        rotations: series.rotations.rowsUntil(us - 16_000),
      },
    };
    const time = (has: Have): number[] => {
      const request: FrameRequest = {
        runKey: '',
        generation: 0,
        toUs: us,
        have: has,
        wantPages: true,
        treeProcess: 0,
        treeRows: 31,
      };
      const write = (): void => {
        writeFrame(request, sim, series, writeTree(sim, series, shadow, 0, 31));
      };
      write();
      return Array.from({ length: 5 * rounds }, () => 1000 * secondsOf(write));
    };
    return [
      [`${what}, next frame`, time(have)],
      [`${what}, from nothing`, time({ historyRevision: -1, series: NOTHING })],
    ] as [string, number[]][];
  });
}

function seeks(timeline: Timeline): [string, number[]][] {
  const random = new RandomStream(3, 'moments');
  const anywhere = Array.from({ length: 80 }, () => random.below(END_US));
  const stepBack = Array.from({ length: 60 }, (_, i) => 21_500_000 - i * 16_667);
  const time = (moments: readonly number[]): number[] =>
    moments.map((us) => 1000 * secondsOf(() => stateAt(timeline, us)));
  return [
    ['to random moments', time(anywhere)],
    ['one frame back, again and again', time(stepBack)],
    ['one frame on, again and again', time([...stepBack].reverse())],
  ];
}
