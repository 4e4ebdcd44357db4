/** One VM, one link, two hosts: what the command line's `migrate` reads. Names are public. */
import type { Bytes, Millis, Pages } from '../../base/units.ts';
import type { ContentShares } from '../memory/page-contents.ts';
import type { PredictorTuning } from '../memory/predictor.ts';
import { defaultTuning } from '../memory/predictor-parameters.ts';
import { defaultPhases } from '../memory/workload.ts';

export interface SoloSpec {
  readonly version: 1;
  readonly seed: number;
  readonly vm: {
    readonly memoryMiB: number;
    readonly pageBytes: Bytes;
    /** read-only memory behind the RAM, sent once */
    readonly romKiB: number;
    /** the rest of the memory is zero and goes as 9 bytes a page; absent = all of it holds data */
    readonly nonZeroMiB: number | null;
    /** drawn page by page: zero pages go as a mark until they are written; similar ones are what compression gains on */
    readonly contents: ContentShares;
    readonly workload: SoloWorkload;
  };
  readonly link: SoloLink;
  /** a host that dies at a moment of the migration; null = it lives */
  readonly faults: {
    readonly destinationDiesAtMs: Millis | null;
    readonly sourceDiesAtMs: Millis | null;
  };
  /** the last copy of a page the destination never had is no faster than this */
  readonly destination: { readonly freshPageBytesPerSecond: number };
  readonly strategy: SoloStrategy;
  readonly giveUpAfterMs: Millis;
}

export interface SoloLink {
  readonly bandwidthBytesPerSecond: number;
  readonly latencyMs: Millis;
  /** what a message may take beyond the latency, uniform from 0; the order of messages stays */
  readonly jitterMs: Millis;
  /** share of page transmissions that must be repeated, 0 ≤ … < 1 */
  readonly lossRate: number;
  /** share of the bandwidth that other traffic takes, 0 ≤ … < 1 */
  readonly competingShare: number;
  /** spans in which nothing moves; what was under way goes on afterwards */
  readonly outages: readonly { readonly fromMs: Millis; readonly toMs: Millis }[];
}

export interface SoloWorkload {
  readonly pattern: 'uniform' | 'zipf' | 'hot-cold' | 'sequential' | 'phases' | 'matrix' | 'trace';
  readonly hotSetMiB: number;
  readonly hotStartMiB: number;
  readonly coldSetMiB: number;
  readonly coldFraction: number;
  /** page writes per second; of a trace, page references per second */
  readonly writesPerSecond: number;
  readonly tickMs: Millis;
  /** 4-byte words in a row changed by one write; the size of a page's difference (XBZRLE) follows from it */
  readonly wordsPerWrite: number;
  readonly exponent: number;
  readonly hotFraction: number;
  readonly hotShare: number;
  /** phases: references until the hot window moves; matrix: until memory in use grows or shrinks */
  readonly phaseReferences: number;
  /** matrix: steps in which memory grows */
  readonly growSteps: number;
  /** a recorded page trace, for the pattern "trace" */
  readonly file: string | null;
}

export interface SoloStrategy extends PredictorTuning {
  readonly kind: string;
  /** the pace of the live rounds; null = the wire's */
  readonly maxBandwidthBytesPerSecond: number | null;
  /** the pace is kept by one burst a window */
  readonly windowMs: Millis;
  readonly stopRule: { readonly kind: string; readonly downtimeLimitMs: Millis };
  readonly predictor: string;
  readonly workingSetPages: Pages;
  readonly cachePages: Pages;
  readonly hold: 'round-1' | 'until-stop';
  /** how long the predictor watches before the migration begins */
  readonly warmUpMs: Millis;
  /** slows the guest's CPU down while it writes faster than the wire takes away */
  readonly autoConverge: boolean;
  readonly throttleTriggerPercent: number;
  readonly throttleInitialPercent: number;
  readonly throttleIncrementPercent: number;
  readonly throttleMaxPercent: number;
  /** cache of sent pages, to send differences from; null = none */
  readonly xbzrleCacheMiB: number | null;
  /** pace once the VM runs at the destination: 0 = the wire's, null = as the pace before */
  readonly postcopyBandwidthBytesPerSecond: number | null;
  /** which page is pushed next: outwards on both sides of the last fault, or onwards from it */
  readonly prePaging: 'bubble' | 'forward';
  /** pages the guest does not use are given back before it moves and never sent */
  readonly selfBallooning: boolean;
  /** what suspending, the CPU state and resuming take when the VM moves ahead of its pages */
  readonly switchMs: Millis;
  /** adaptive rate: the first round's pace, and what is added to the dirty rate for the next one's */
  readonly minBandwidthBytesPerSecond: number;
  readonly bandwidthStepBytesPerSecond: number;
  /** compression: what is left of a page whose words resemble each other, 0–1 of it */
  readonly similarRatio: number;
  /** compression: how fast one thread of the codec reads, and how many there are */
  readonly compressBytesPerSecond: number;
  readonly compressThreads: number;
}

export const defaultSolo: SoloSpec = {
  version: 1,
  seed: 1,
  vm: {
    memoryMiB: 256,
    pageBytes: 4096,
    romKiB: 520,
    nonZeroMiB: null,
    contents: { zeroShare: 0, similarShare: 0 },
    workload: {
      pattern: 'uniform',
      hotSetMiB: 16,
      hotStartMiB: 32,
      coldSetMiB: 0,
      coldFraction: 0,
      writesPerSecond: 8000,
      tickMs: 1,
      wordsPerWrite: 16,
      exponent: 1,
      hotFraction: 0.9,
      hotShare: 0.1,
      ...defaultPhases,
      file: null,
    },
  },
  link: {
    bandwidthBytesPerSecond: 2_800_000_000,
    latencyMs: 0.05,
    jitterMs: 0,
    lossRate: 0,
    competingShare: 0,
    outages: [],
  },
  faults: { destinationDiesAtMs: null, sourceDiesAtMs: null },
  destination: { freshPageBytesPerSecond: 900_000_000 },
  strategy: {
    kind: 'pre-copy',
    maxBandwidthBytesPerSecond: null,
    windowMs: 100,
    stopRule: { kind: 'xen', downtimeLimitMs: 300 },
    predictor: 'lazy-counting',
    workingSetPages: 1024,
    cachePages: 4096,
    hold: 'round-1',
    warmUpMs: 2000,
    autoConverge: false,
    throttleTriggerPercent: 50,
    throttleInitialPercent: 20,
    throttleIncrementPercent: 10,
    throttleMaxPercent: 99,
    xbzrleCacheMiB: null,
    postcopyBandwidthBytesPerSecond: null,
    prePaging: 'bubble',
    selfBallooning: false,
    switchMs: 1.5,
    minBandwidthBytesPerSecond: 12_500_000,
    bandwidthStepBytesPerSecond: 6_250_000,
    similarRatio: 0.4,
    compressBytesPerSecond: 500_000_000,
    compressThreads: 1,
    ...defaultTuning,
  },
  giveUpAfterMs: 60_000,
};
