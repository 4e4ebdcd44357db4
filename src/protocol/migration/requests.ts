/** The one map of requests and replies between page and migration worker. The Evidence page has such a worker of its own. */
import type { ParameterInfo, RegistryEntry } from '../../base/parameter.ts';
import type { Millis, Pages } from '../../base/units.ts';
import type { ComparedStrategy } from '../../engine/experiments/comparison.ts';
import type { ClusterGainRow, SpanRow } from '../../engine/experiments/failover-seeds.ts';
import type { MeasuredRound, TwinFigures, TwinRow } from '../../engine/experiments/measured-runs.ts';
import type { InferredSetting } from '../../engine/experiments/migrate-log-inference.ts';
import type { ReadyMove } from '../../engine/experiments/moves.ts';
import type { PaperTables } from '../../engine/experiments/paper-runs.ts';
import type { GainRow } from '../../engine/experiments/prediction-gain.ts';
import type { PublishedFit } from '../../engine/experiments/published-fits.ts';
import type { TreeReferenceRow } from '../../engine/experiments/reference-trees.ts';
import type { SpeedResult } from '../../engine/experiments/speed.ts';
import type { LinkPreset } from '../../engine/simulation/link-presets.ts';
import type { SoloAnalysis } from '../../engine/simulation/solo-analysis.ts';
import type { SoloResult } from '../../engine/simulation/solo-result.ts';
import type { SoloSpec, SoloStrategy } from '../../engine/simulation/solo-spec.ts';
import type { TraceRequests } from '../trace-requests.ts';
import type { FromWorkerOf, ToWorkerOf } from '../wire.ts';
import type { MoveLab } from './model.ts';
import type { MoveMomentReply, MoveMomentRequest } from './moment.ts';

export { SAMPLE, SAMPLE_WIDTH } from '../../base/columns.ts';
export type { ClusterGainRow, SpanName, SpanRow } from '../../engine/experiments/failover-seeds.ts';
export type { TwinFigures, TwinRow } from '../../engine/experiments/measured-runs.ts';
export type { InferredSetting } from '../../engine/experiments/migrate-log-inference.ts';
export type { PaperValue } from '../../engine/experiments/paper-tables.ts';
export type { GainRow } from '../../engine/experiments/prediction-gain.ts';
export type { PublishedFit } from '../../engine/experiments/published-fits.ts';
export type { TreeReferenceRow } from '../../engine/experiments/reference-trees.ts';
export type { SpeedName } from '../../engine/experiments/speed.ts';

export interface StrategyEntry extends RegistryEntry {
  readonly predicts: boolean;
  readonly suspendsFirst: boolean;
  readonly resumesEarly: boolean;
  /** its rule, a line an entry, indented by two spaces a level */
  readonly pseudocode: readonly string[];
}

interface StopRuleEntry extends RegistryEntry {
  /** in the same form */
  readonly pseudocode: readonly string[];
}

export interface MigrationCatalogue {
  readonly version: string;
  readonly defaultLab: MoveLab;
  /** what a `migrate` file leaves out: the defaults of the command line */
  readonly fileDefaults: SoloSpec;
  readonly strategies: readonly StrategyEntry[];
  readonly stopRules: readonly StopRuleEntry[];
  readonly predictors: readonly RegistryEntry[];
  readonly workloads: readonly RegistryEntry[];
  readonly pageContents: readonly RegistryEntry[];
  /** of VM, workload, link, faults and run; a strategy's own are among its `parameters` */
  readonly parameters: readonly ParameterInfo[];
  readonly linkPresets: readonly LinkPreset[];
  readonly readyMoves: readonly ReadyMove[];
  /** every strategy, with the stop rule or option that makes it a row of its own in the comparison of all */
  readonly comparison: readonly ComparedStrategy[];
  /** recorded page traces a workload may name */
  readonly traces: readonly string[];
}

interface MoveTurn {
  readonly ms: Millis;
  readonly kind: 'round' | 'suspend' | 'resume' | 'link-down' | 'link-up' | 'death' | 'throttle' | 'end';
  /** the round that begins, the throttle's percent; 0 where there is nothing to say */
  readonly value: number;
}

/** A whole migration as it will go; the page shows of it what was reached. */
export interface MoveSide {
  readonly spec: SoloSpec;
  /** RAM, then read-only memory */
  readonly pages: Pages;
  readonly result: SoloResult;
  readonly endMs: Millis;
  readonly suspendedMs: Millis | null;
  /** where the guest goes on: at the destination, or at its source after an abort; null = nowhere, or it was never paused */
  readonly resumedMs: Millis | null;
  /** rows of MOVE_WIDTH in order of time, the first at 0, the last at `endMs` */
  readonly series: Float64Array;
  readonly rows: number;
  /** the same, finer: from shortly before the guest is paused until shortly after it runs again; 0 rows if it never is */
  readonly pause: Float64Array;
  readonly pauseRows: number;
  /** in order of time */
  readonly turns: readonly MoveTurn[];
  /** pages held back before round 1; null where nothing is predicted */
  readonly heldPages: Pages | null;
}

export interface OpenedMove {
  readonly moveKey: string;
  /** A, then B if there is one */
  readonly sides: readonly MoveSide[];
  /** fingerprint of both results, for tests and the curious */
  readonly hash: string;
}

/** What happened to one page. */
export interface PageEvent {
  readonly ms: Millis;
  /** MOVE_STATE it went to */
  readonly state: number;
  readonly round: number;
}

/** One row of the comparison of all strategies. */
export interface CompareRow {
  readonly label: string;
  readonly strategy: SoloStrategy;
  readonly result: SoloResult | null;
  /** rows of COMPARE_WIDTH: remaining bytes and guest's state over time, for a small picture */
  readonly line: Float64Array;
  readonly rows: number;
  /** what the migration itself kept a core of the source busy for; absent where it was not run */
  readonly cpuMs?: Millis;
  /** one sentence where this strategy cannot be run */
  readonly problem: string | null;
}

/** `running` 1 the guest runs, 0 it is paused, 0.5 it runs but waits for pages or is throttled */
export const COMPARE = { ms: 0, remainingBytes: 1, running: 2 } as const;
export const COMPARE_WIDTH = 3;

export interface TwinDetail {
  readonly row: TwinRow;
  readonly samples: Float64Array;
  readonly sampleRows: number;
  readonly measuredRounds: readonly MeasuredRound[];
  readonly twin: MoveSide;
}

/** A dropped `query-migrate` log and the simulation with the same parameters. */
export interface LogReading {
  /** one sentence when nothing can be used */
  readonly problem: string | null;
  /** lines that were left out, one sentence each with number and reason */
  readonly complaints: readonly string[];
  readonly lines: number;
  readonly measured: TwinFigures | null;
  readonly samples: Float64Array;
  readonly sampleRows: number;
  readonly settings: readonly InferredSetting[];
  readonly twin: MoveSide | null;
}

/** Reference figures beside what this program gives; what is not there yet is empty. */
export interface References {
  readonly trees: readonly TreeReferenceRow[];
  readonly spans: readonly SpanRow[];
  readonly gains: readonly ClusterGainRow[];
}

/** The engine's speed here beside what was measured when the file was written. */
export interface SpeedReply extends SpeedResult {
  readonly claimed: SpeedResult & { readonly machine: string };
}

interface Requests extends TraceRequests {
  describe: { request: Record<string, never>; reply: MigrationCatalogue };
  /** `problem`: one sentence when the lab cannot be; progress 0–1 of the longest a run may take */
  open: { request: { lab: MoveLab }; reply: { problem: string } | OpenedMove; progress: number };
  frame: { request: MoveMomentRequest; reply: MoveMomentReply };
  /** what happened to a page until a moment, the latest `limit` of it */
  page: {
    request: { moveKey: string; side: 0 | 1; page: number; untilMs: Millis; limit: number };
    reply: { events: readonly PageEvent[]; earlier: number };
  };
  analyse: { request: { spec: SoloSpec }; reply: SoloAnalysis; progress: number };
  compare: {
    request: {
      spec: SoloSpec;
      strategies: readonly ComparedStrategy[];
      samples: number;
    };
    reply: { rows: readonly CompareRow[] };
    progress: { rows: readonly CompareRow[]; done: number };
  };
  /** every measured run and its simulated twin */
  twins: {
    request: Record<string, never>;
    reply: { rows: readonly TwinRow[] };
    progress: { rows: readonly TwinRow[]; done: number };
  };
  twin: { request: { name: string; repeat: number }; reply: TwinDetail; progress: number };
  gains: {
    request: { seeds: readonly number[] };
    reply: { rows: readonly GainRow[] };
    progress: { rows: readonly GainRow[]; done: number };
  };
  published: { request: Record<string, never>; reply: { fits: readonly PublishedFit[] }; progress: number };
  references: {
    request: { seeds: readonly number[] };
    reply: References;
    progress: References & { readonly done: number };
  };
  speed: { request: Record<string, never>; reply: SpeedReply; progress: number };
  /** paper A's tables, each from its own run */
  tables: { request: Record<string, never>; reply: PaperTables; progress: number };
  /** `changes`: settings set by hand, by path */
  log: {
    request: { text: string; changes: Readonly<Record<string, number | string | boolean>> };
    reply: LogReading;
    progress: number;
  };
}

export type MigrationRequests = Requests;
export type MigrationRequestName = keyof Requests;
export type MigrationRequestOf<N extends MigrationRequestName> = Requests[N]['request'];
export type MigrationReplyOf<N extends MigrationRequestName> = Requests[N]['reply'];
export type ToMigrationWorker = ToWorkerOf<Requests>;
export type FromMigrationWorker = FromWorkerOf<Requests>;
