/**
 * What a run is made of: `{scenario, commands}` (the seed is part of the scenario) determines every frame.
 * Names here are public: the command line reads them, links carry them.
 */
import type { Millis, Pages } from '../../base/units.ts';
import type { LayersKind } from '../cluster/layers.ts';
import type { PredictorTuning } from '../memory/predictor.ts';

export type FailoverMode = 'paper-script' | 'stock-migrating' | 'stock-rebooting';

export type WorkloadKind = 'traces' | 'uniform' | 'zipf' | 'hot-cold' | 'sequential' | 'phases' | 'matrix';

/** How a VM refers to its memory. Fields a kind does not name are ignored by it. */
export interface WorkloadSpec {
  readonly kind: WorkloadKind;
  readonly referencesPerSecond: number;
  /** traces: processes replayed at once, shared out evenly over the recorded programs */
  readonly processes: number;
  /** synthetic kinds: pages in the hot set */
  readonly hotSetPages: Pages;
  /** synthetic kinds: share of the references that write, 0–1 */
  readonly writeShare: number;
  /** zipf: exponent */
  readonly exponent: number;
  /** hot-cold: this fraction of the references, 0–1 … */
  readonly hotFraction: number;
  /** … goes to this share of the hot set's pages, 0–1; the rest go to its other pages */
  readonly hotShare: number;
  /** phases and matrix: references until the hot window moves or memory in use changes; absent = defaultPhases */
  readonly phaseReferences?: number;
  /** matrix: steps in which memory grows; absent = defaultPhases */
  readonly growSteps?: number;
}

export interface GuestSpec {
  readonly name: string;
  readonly os: string;
  /** a word on what it does, e.g. "Apache" */
  readonly role: string;
  /** 1-based number of the node it starts on */
  readonly node: number;
  readonly memoryMiB: number;
  /** percent of its host it uses while it runs, without requests (assumed, but for the paper's matrix job) */
  readonly cpuPercent: number;
  /** HTTP requests per second it answers (httperf) */
  readonly requestsPerSecond: number;
  /** memory its request handler has taken, in MB (paper A's increase_mem / decrease_mem) */
  readonly memoryInUseMB: number;
  readonly workload: WorkloadSpec;
  /** percent of its host it may use at most; absent or 100 = no cap */
  readonly capPercent?: number;
}

export interface Scenario {
  readonly version: 1;
  readonly seed: number;
  readonly durationMs: Millis;
  readonly failover: FailoverMode;
  /** name of the VM the storage machine pings */
  readonly pingedVm: string;
  readonly cluster: {
    readonly nodes: number;
    readonly memoryMiB: number;
    readonly dom0MiB: number;
    readonly cores: number;
    /** what stands between guests and machine */
    readonly layers: LayersKind;
    /** percent of its host Dom0 may use at most; 100 = no cap */
    readonly dom0CapPercent: number;
  };
  readonly guests: readonly GuestSpec[];
  readonly network: {
    readonly linkMbps: number;
    readonly windowBytes: number;
    readonly wireRttMs: Millis;
    readonly hypervisorRttMs: Millis;
    readonly noiseMs: Millis;
    readonly pingIntervalMs: Millis;
  };
  readonly heartbeat: {
    readonly keepaliveMs: Millis;
    readonly warntimeMs: Millis;
    readonly deadtimeMs: Millis;
    readonly initdeadMs: Millis;
    /** guests go back to where they started as soon as that node is there again */
    readonly autoFailback: boolean;
    /** a node that fell silent is switched off before its guests are started elsewhere */
    readonly stonith: boolean;
    readonly stonithMs: Millis;
    /** share of the shots that fail, 0–1 */
    readonly stonithFailureShare: number;
    /** how often a guest is asked whether it lives; 0 = never, as Heartbeat by itself */
    readonly monitorMs: Millis;
    /** from switching a node on to its first heartbeat */
    readonly nodeBootMs: Millis;
  };
  readonly storage: {
    /** of one guest, to its disk image */
    readonly writesPerSecond: number;
  };
  readonly migration: {
    readonly strategy: string;
    readonly rateMbps: number;
    readonly batchPages: Pages;
    readonly suspendMs: Millis;
    readonly resumeMs: Millis;
    readonly tailShare: number;
    readonly tailMs: Millis;
    readonly dom0CoresPerGbps: number;
    /** migrations under way at once at most; absent = 1, as Heartbeat moves one resource after another */
    readonly parallelMigrations?: number;
  };
  /** a single predictor's settings may be left out: defaultTuning */
  readonly prediction: Partial<PredictorTuning> & {
    readonly predictor: string;
    readonly workingSetPages: Pages;
    readonly cachePages: Pages;
    readonly score: 'depth' | 'self-count';
    readonly hold: 'round-1' | 'until-stop';
    readonly lruAsPrinted: boolean;
  };
}

/** A thing the user does. Every one is a plain, shareable record. Nodes are counted from 1. */
export type Command =
  /** `mode` absent = the scenario's failover */
  | { readonly kind: 'stop-node'; readonly node: number; readonly mode?: FailoverMode }
  | { readonly kind: NodeCommand; readonly node: number }
  /** the next so many calls of its guests' stop scripts end with exit code 1 */
  | { readonly kind: 'fail-stop-script'; readonly node: number; readonly times: number }
  | { readonly kind: 'lossy-heartbeat' | 'lossy-data'; readonly lossShare: number }
  | { readonly kind: 'slow-data'; readonly mbps: number }
  | { readonly kind: 'slow-storage'; readonly factor: number }
  | { readonly kind: 'stop-storage' | 'start-storage' | 'drop-ping' }
  | { readonly kind: 'crash-vm'; readonly vm: string }
  /** the guest's web server takes 10 MB more for requests, or gives 10 MB back */
  | { readonly kind: 'increase-mem' | 'decrease-mem'; readonly vm: string };

type NodeCommand =
  | 'crash-node'
  | 'freeze-node'
  | 'thaw-node'
  | 'power-node'
  | 'mend-stop-script'
  | 'cut-heartbeat'
  | 'heal-heartbeat'
  | 'cut-data'
  | 'heal-data';

export interface TimedCommand {
  readonly atMs: Millis;
  readonly command: Command;
}

export interface Run {
  readonly scenario: Scenario;
  readonly commands: readonly TimedCommand[];
}
