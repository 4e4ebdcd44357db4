/**
 * Does predicting the working set help? Every predictor over the four recorded programs and three synthetic workloads:
 * bytes, time and downtime of working-set pre-copy, precision and recall of the guess, with the oracle as bound (of recall
 * always; of bytes as far as the stop rule's chance lets one see it).
 *
 * A guest of 32 MiB with one program, at a pace that makes round 1 as long as that of paper A's 256 MiB at 700 Mb/s, and
 * with 256 pages held back at most: small, so that a program's few hundred pages are a share one can see. Synthetic guest, so
 * assumed figures; the programs' references are recorded.
 */
import { RandomStream } from '../../base/random.ts';
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import { type PredictionScore, scorePrediction } from '../memory/prediction-score.ts';
import { predictorEntry, predictors } from '../memory/predictor-registry.ts';
import { type TraceLibrary, traceLibrary } from '../memory/trace.ts';
import { migrateSolo } from '../simulation/solo.ts';
import { createWorkload } from '../simulation/solo-guest.ts';
import { defaultSolo, type SoloSpec, type SoloStrategy, type SoloWorkload } from '../simulation/solo-spec.ts';

export interface GainCase {
  readonly name: string;
  readonly spec: SoloSpec;
  readonly library: TraceLibrary;
}

export interface GainRow {
  readonly workload: string;
  readonly predictor: string;
  /** with every seed */
  readonly completed: boolean;
  readonly bytesSent: Bytes;
  readonly totalTimeMs: Millis;
  readonly downtimeMs: Millis;
  readonly heldPages: Pages;
  /** of the guess, over the time round 1 takes without one */
  readonly score: PredictionScore;
}

const MEMORY_MIB = 32;
const WIRE_BYTES_PER_SECOND = 125e6;
/** 256 MiB at 700 Mb/s take as long as 32 MiB at this */
const PACE_BYTES_PER_SECOND = (700e6 / 8 / 256) * MEMORY_MIB;
const PAGE_ON_WIRE: Bytes = 4096 + 8;
const REFERENCES_PER_SECOND = 20_000;

const synthetic: Readonly<Record<string, Partial<SoloWorkload>>> = {
  'hot-cold': { pattern: 'hot-cold', hotSetMiB: 12, hotFraction: 0.9, hotShare: 0.05 },
  zipf: { pattern: 'zipf', hotSetMiB: 12, exponent: 1 },
  phases: { pattern: 'phases', hotSetMiB: 12, hotFraction: 0.9, hotShare: 0.05, phaseReferences: 20_000 },
};

/** @param library the recorded programs, each a case of its own @param strategy what all cases do otherwise */
export function gainCases(library: TraceLibrary, strategy: Partial<SoloStrategy> = {}): GainCase[] {
  const recorded = library.traces.map((trace) => ({
    name: trace.name,
    spec: specOf({ pattern: 'trace', file: trace.name }, strategy),
    library: traceLibrary([trace]),
  }));
  const patterns = Object.entries(synthetic).map(([name, workload]) => ({
    name,
    spec: specOf(workload, strategy),
    library,
  }));
  return [...recorded, ...patterns];
}

function specOf(workload: Partial<SoloWorkload>, strategy: Partial<SoloStrategy>): SoloSpec {
  return {
    ...defaultSolo,
    vm: {
      ...defaultSolo.vm,
      memoryMiB: MEMORY_MIB,
      romKiB: 0,
      workload: {
        ...defaultSolo.vm.workload,
        hotStartMiB: 4,
        writesPerSecond: REFERENCES_PER_SECOND,
        ...workload,
      },
    },
    link: { ...defaultSolo.link, bandwidthBytesPerSecond: WIRE_BYTES_PER_SECOND },
    strategy: {
      ...defaultSolo.strategy,
      kind: 'working-set-pre-copy',
      maxBandwidthBytesPerSecond: PACE_BYTES_PER_SECOND,
      windowMs: 10,
      workingSetPages: 256,
      cachePages: 1024,
      ...strategy,
    },
  };
}

/**
 * One row a case and predictor, case by case; each the mean over the seeds, since one round more or less before the stop
 * rule bites outweighs what a prediction saves. A run takes some tens of milliseconds, so a caller may stop between rows.
 * @param seeds at least one
 */
export function* predictionGain(
  cases: readonly GainCase[],
  seeds: readonly number[],
  kinds: readonly string[] = predictors.map(({ kind }) => kind),
): Generator<GainRow, void> {
  for (const one of cases) {
    for (const kind of kinds) {
      const runs = seeds.map((seed) => gainOf(one, kind, seed));
      yield meanOf(one.name, kind, runs);
    }
  }
}

type Gain = Omit<GainRow, 'workload' | 'predictor'>;

function gainOf({ spec, library }: GainCase, predictor: string, seed: number): Gain {
  const asked = { ...spec, seed, strategy: { ...spec.strategy, predictor } };
  const { outcome, bytesSent, totalTimeMs, downtimeMs, heldPages } = migrateSolo(asked, library);
  const completed = outcome === 'completed';
  return { completed, bytesSent, totalTimeMs, downtimeMs, heldPages, score: scoreOf(asked, library) };
}

function meanOf(workload: string, predictor: string, runs: readonly Gain[]): GainRow {
  const mean = (figure: (run: Gain) => number): number =>
    runs.reduce((sum, run) => sum + figure(run), 0) / runs.length;
  const hits = mean(({ score }) => score.hits);
  const predicted = mean(({ score }) => score.predicted);
  const written = mean(({ score }) => score.written);
  return {
    workload,
    predictor,
    completed: runs.every(({ completed }) => completed),
    bytesSent: mean((run) => run.bytesSent),
    totalTimeMs: mean((run) => run.totalTimeMs),
    downtimeMs: mean((run) => run.downtimeMs),
    heldPages: mean((run) => run.heldPages),
    score: {
      predicted,
      written,
      hits,
      precision: predicted === 0 ? null : hits / predicted,
      recall: written === 0 ? null : hits / written,
    },
  };
}

function scoreOf(spec: SoloSpec, library: TraceLibrary): PredictionScore {
  const { vm, strategy } = spec;
  const pagesPerMib = 1_048_576 / vm.pageBytes;
  const pages = vm.memoryMiB * pagesPerMib;
  const workload = createWorkload(spec, library, pages, pagesPerMib);
  const predictor = predictorEntry(strategy.predictor).create({
    ...strategy,
    memoryPages: pages,
    processes: workload.processes,
    score: 'depth',
    lruAsPrinted: false,
  });
  const perMs = vm.workload.writesPerSecond / 1000;
  const roundOneMs =
    (pages * PAGE_ON_WIRE * 1000) / (strategy.maxBandwidthBytesPerSecond ?? WIRE_BYTES_PER_SECOND);
  return scorePrediction(
    predictor,
    workload,
    new RandomStream(spec.seed, 'solo writes'),
    strategy.workingSetPages,
    Math.floor(strategy.warmUpMs * perMs),
    Math.floor(roundOneMs * perMs),
  );
}
