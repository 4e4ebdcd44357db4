/**
 * Migrations measured between two real QEMU processes (public/evidence/README.md) and their simulated twins: the same
 * settings, one set of constants for all, nothing tuned to a run.
 */
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { SoloResult } from '../simulation/solo-result.ts';
import { defaultSolo, type SoloSpec, type SoloWorkload } from '../simulation/solo-spec.ts';
import { textbookOf } from '../simulation/solo-textbook.ts';

export type MeasuredMode = 'precopy' | 'autoconverge' | 'postcopy' | 'xbzrle';

export interface MeasuredRepeat {
  readonly completed: boolean;
  readonly totalTimeMs: Millis;
  readonly downtimeMs: Millis | null;
  readonly bytesSent: Bytes;
  /** QEMU counts the first one, and the one with the VM stopped */
  readonly dirtySyncCount: number;
  /** post-copy: page requests the source got */
  readonly requests?: number;
  /** rows of SAMPLE */
  readonly samples: readonly number[];
  /** rows of start ms, duration ms, pages sent, bytes sent, pages remaining; of long lists the first 38 and the last 5 */
  readonly rounds: readonly number[];
}

export interface MeasuredRun {
  readonly name: string;
  readonly mode: MeasuredMode;
  readonly ramMiB: number;
  /** null: all of it holds data */
  readonly fillMiB: number | null;
  readonly pattern: 'uniform' | 'sequential' | 'hotspot' | 'zipf';
  readonly hotMiB: number;
  readonly coldMiB: number;
  readonly coldFraction: number;
  readonly wordsPerWrite: number;
  readonly writesPerSecond: number;
  readonly maxBandwidthBytesPerSecond: number;
  readonly downtimeLimitMs: Millis;
  readonly timeLimitMs: Millis;
  readonly xbzrleCacheBytes: Bytes | null;
  /** null: as the bandwidth before; 0: no limit */
  readonly postcopyBandwidthBytesPerSecond: number | null;
  readonly repeats: readonly MeasuredRepeat[];
}

/** One migration's figures, measured or simulated. */
export interface TwinFigures {
  readonly completed: boolean;
  readonly totalTimeMs: Millis;
  /** null: not reported */
  readonly downtimeMs: Millis | null;
  readonly bytesSent: Bytes;
  readonly liveRounds: number;
}

export interface TwinRow {
  /** configuration, and which of its repeats */
  readonly name: string;
  readonly repeat: number;
  readonly mode: MeasuredMode;
  readonly measured: TwinFigures;
  readonly twin: TwinFigures;
  /** the textbook model; null for all modes but pre-copy, it has no formula for them */
  readonly textbook: TwinFigures | null;
}

export interface MeasuredRound {
  readonly startMs: Millis;
  readonly durationMs: Millis;
  readonly pagesSent: Pages;
  readonly bytesSent: Bytes;
  readonly remainingPages: Pages;
}
const ROUND_WIDTH = 5;

/** the measured guest's regions: the hot one begins here, or lower where it would not fit */
const HOT_START_MIB = 32;
const HOT_START_IF_SMALL_MIB = 8;
const ZIPF_EXPONENT = 0.99;

/** The migration with a measured run's settings, under the same constants as every other one. */
export function specOfRun(run: MeasuredRun): SoloSpec {
  const pattern: SoloWorkload['pattern'] = run.pattern === 'hotspot' ? 'hot-cold' : run.pattern;
  const fits = run.hotMiB + run.coldMiB + HOT_START_MIB <= run.ramMiB;
  const { vm, strategy } = defaultSolo;
  return {
    ...defaultSolo,
    vm: {
      ...vm,
      memoryMiB: run.ramMiB,
      nonZeroMiB: run.fillMiB,
      workload: {
        ...vm.workload,
        pattern,
        exponent: ZIPF_EXPONENT,
        hotSetMiB: run.hotMiB,
        hotStartMiB: fits ? HOT_START_MIB : HOT_START_IF_SMALL_MIB,
        coldSetMiB: run.coldMiB,
        coldFraction: run.coldFraction,
        writesPerSecond: run.writesPerSecond,
        wordsPerWrite: run.wordsPerWrite,
      },
    },
    strategy: {
      ...strategy,
      kind: run.mode === 'postcopy' ? 'hybrid' : 'pre-copy',
      autoConverge: run.mode === 'autoconverge',
      xbzrleCacheMiB: run.xbzrleCacheBytes === null ? null : run.xbzrleCacheBytes / 1_048_576,
      postcopyBandwidthBytesPerSecond: run.postcopyBandwidthBytesPerSecond,
      maxBandwidthBytesPerSecond: run.maxBandwidthBytesPerSecond,
      stopRule: { kind: 'qemu', downtimeLimitMs: run.downtimeLimitMs },
    },
    giveUpAfterMs: run.timeLimitMs,
  };
}

/**
 * Rounds with the VM running. QEMU's counter has one more for the sync with the VM stopped, and in pre-copy one more for
 * the sync that found little enough; a cancelled run has begun as many rounds as there were syncs.
 */
function liveRoundsOf(run: MeasuredRun, { completed, dirtySyncCount }: MeasuredRepeat): number {
  if (!completed) return dirtySyncCount;
  return dirtySyncCount - (run.mode === 'postcopy' ? 1 : 2);
}

export function measuredFigures(run: MeasuredRun, repeat: MeasuredRepeat): TwinFigures {
  const { completed, totalTimeMs, downtimeMs, bytesSent } = repeat;
  return { completed, totalTimeMs, downtimeMs, bytesSent, liveRounds: liveRoundsOf(run, repeat) };
}

/** A simulated run in the same terms: what follows the live rounds is the last of its list. */
export function twinFigures({
  outcome,
  totalTimeMs,
  downtimeMs,
  bytesSent,
  rounds,
}: SoloResult): TwinFigures {
  const completed = outcome === 'completed';
  const liveRounds = completed ? rounds.length - 1 : rounds.length;
  return { completed, totalTimeMs, downtimeMs: completed ? downtimeMs : null, bytesSent, liveRounds };
}

/** @param result of `specOfRun(run)`: the same for all of its repeats, each of which gives a row */
export function twinRowsOf(run: MeasuredRun, result: SoloResult): TwinRow[] {
  const twin = twinFigures(result);
  // it knows neither throttles nor differences nor a VM that moves ahead of its pages
  const textbook = run.mode === 'precopy' ? textbookOf(specOfRun(run)) : null;
  return run.repeats.map((repeat, i) => ({
    name: run.name,
    repeat: i,
    mode: run.mode,
    measured: measuredFigures(run, repeat),
    twin,
    textbook,
  }));
}

/** Rounds that sent something; QEMU's own list also has an empty one where little enough was found. */
export function measuredRounds({ rounds }: MeasuredRepeat): MeasuredRound[] {
  const count = Math.floor(rounds.length / ROUND_WIDTH);
  return Array.from({ length: count }, (_, i) => {
    const at = (column: number): number => rounds[i * ROUND_WIDTH + column] ?? Number.NaN;
    return {
      startMs: at(0),
      durationMs: at(1),
      pagesSent: at(2),
      bytesSent: at(3),
      remainingPages: at(4),
    };
  });
}

/** @returns rows of SAMPLE, the end of a completed run added */
export function measuredSamples({
  samples,
  completed,
  totalTimeMs,
  bytesSent,
}: MeasuredRepeat): Float64Array {
  const end = completed ? [totalTimeMs, bytesSent, 0] : [];
  return Float64Array.from([...samples, ...end]);
}
