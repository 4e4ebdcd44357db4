/**
 * Paper A's failover over many seeds: round trips in the spans it prints, and what a prediction of the working set does
 * to the move. One seed may flatter; the mean with its range does not.
 */
import type { Micros } from '../../base/units.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import { defaultScenario, demoRun } from '../simulation/default-scenario.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { emptySeries, type Series } from '../simulation/series.ts';
import { createSimulation } from '../simulation/simulation.ts';
import { advance } from '../timeline/timeline.ts';

const STOP_US: Micros = 18_000_000;
const JUST_AFTER_US: Micros = 100_000;
const RECOVERED_US: Micros = 29_000_000;
const END_US: Micros = 30_000_000;
/** simulated time between two chances for others */
const SLICE_US: Micros = 250_000;

export type SpanName = 'before' | 'during-script' | 'during-stock' | 'after' | 'recovered' | 'move';

/** Source: [A] Tables 3 and 4 and the prose; `move` is first page to activation. */
const PRINTED: Readonly<Record<SpanName, number>> = {
  before: 0.25,
  'during-script': 1.0,
  'during-stock': 1.3,
  after: 0.5,
  recovered: 0.25,
  move: 3000,
};

export interface SpanRow {
  readonly span: SpanName;
  /** ms */
  readonly printed: number;
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** mean / printed − 1 */
  readonly error: number;
}

/** Round trips of the pinged guest, over all seeds. @param seeds at least one */
export function* failoverSpans(
  library: TraceLibrary,
  seeds: readonly number[],
): Generator<number, readonly SpanRow[], void> {
  const found = new Map<SpanName, number[]>(Object.keys(PRINTED).map((span) => [span as SpanName, []]));
  const put = (span: SpanName, value: number) => found.get(span)?.push(value);
  let runs = 0;
  for (const seed of seeds) {
    for (const failover of ['paper-script', 'stock-migrating'] as const) {
      const played = yield* play({ ...defaultScenario, seed, failover }, library, (done) => {
        return (runs + done) / (2 * seeds.length);
      });
      runs += 1;
      const { startUs, suspendUs, endUs } = played.move;
      const during = meanRtt(played.series, startUs, suspendUs);
      if (failover === 'stock-migrating') {
        put('during-stock', during);
        continue;
      }
      put('before', meanRtt(played.series, 0, STOP_US));
      put('during-script', during);
      put('after', meanRtt(played.series, endUs, endUs + JUST_AFTER_US));
      put('recovered', meanRtt(played.series, RECOVERED_US, END_US));
      put('move', (endUs - startUs) / 1000);
    }
  }
  return [...found].map(([span, values]) => {
    const mean = meanOf(values);
    const printed = PRINTED[span];
    return {
      span,
      printed,
      mean,
      least: Math.min(...values),
      most: Math.max(...values),
      error: mean / printed - 1,
    };
  });
}

/** One way of predicting, or none. */
interface Prediction {
  readonly predictor: string;
  readonly pages: number;
  readonly hold: 'round-1' | 'until-stop';
}

export interface ClusterGainRow extends Prediction {
  readonly bytesSent: number;
  /** first page to activation */
  readonly moveMs: number;
  readonly downtimeMs: number;
}

const PREDICTIONS: readonly Prediction[] = [
  { predictor: 'none', pages: 0, hold: 'round-1' },
  { predictor: 'lru', pages: 1024, hold: 'round-1' },
  { predictor: 'lazy-counting', pages: 1024, hold: 'round-1' },
  { predictor: 'lru', pages: 4096, hold: 'round-1' },
  { predictor: 'lazy-counting', pages: 4096, hold: 'round-1' },
  { predictor: 'lazy-counting', pages: 1024, hold: 'until-stop' },
];

/** Means over the seeds, plain pre-copy first. */
export function* clusterGains(
  library: TraceLibrary,
  seeds: readonly number[],
): Generator<number, readonly ClusterGainRow[], void> {
  const rows: ClusterGainRow[] = [];
  for (const [place, prediction] of PREDICTIONS.entries()) {
    const moves: Move[] = [];
    for (const [turn, seed] of seeds.entries()) {
      const played = yield* play(
        withPrediction(seed, prediction),
        library,
        (done) => (place + (turn + done) / seeds.length) / PREDICTIONS.length,
      );
      moves.push(played.move);
    }
    rows.push({
      ...prediction,
      bytesSent: meanOf(moves.map((move) => move.bytesSent)),
      moveMs: meanOf(moves.map((move) => (move.endUs - move.startUs) / 1000)),
      downtimeMs: meanOf(moves.map((move) => (move.endUs - move.suspendUs) / 1000)),
    });
  }
  return rows;
}

function withPrediction(seed: number, { predictor, pages, hold }: Prediction): Scenario {
  const { prediction } = defaultScenario;
  const workingSetPages = Math.max(1, pages);
  return {
    ...defaultScenario,
    seed,
    prediction: {
      ...prediction,
      predictor,
      hold,
      workingSetPages,
      cachePages: Math.max(prediction.cachePages, workingSetPages),
    },
  };
}

interface Move {
  readonly startUs: Micros;
  readonly suspendUs: Micros;
  readonly endUs: Micros;
  readonly bytesSent: number;
}

/** The scripted 30 s of one scenario. Yields how far `told` says it is. */
function* play(
  scenario: Scenario,
  library: TraceLibrary,
  told: (done: number) => number,
): Generator<number, { series: Series; move: Move }, void> {
  const sim = createSimulation(JSON.parse(JSON.stringify(scenario)) as Scenario, library);
  const series = emptySeries();
  while (sim.nowUs < END_US) {
    advance(sim, demoRun.commands, Math.min(END_US, sim.nowUs + SLICE_US), series);
    yield told(sim.nowUs / END_US);
  }
  const [record] = sim.migrations;
  const { startUs, suspendUs, endUs } = record ?? {};
  if (record === undefined || startUs == null || suspendUs == null || endUs == null) {
    throw new Error('The pinged guest did not move; the scripted run must be as published.');
  }
  return { series, move: { startUs, suspendUs, endUs, bytesSent: record.bytesSent } };
}

/** Mean over the answered pings sent in [from, to), ms. */
function meanRtt({ pings }: Series, from: Micros, to: Micros): number {
  let [sum, answered] = [0, 0];
  for (let row = pings.rowsUntil(from - 1); row < pings.rowsUntil(to - 1); row += 1) {
    const rtt = pings.at(row, 1);
    if (Number.isNaN(rtt)) continue;
    sum += rtt;
    answered += 1;
  }
  return sum / answered;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
