/** The one map of requests and replies between page and worker. */
import type { SeriesName } from '../base/columns.ts';
import type { Micros } from '../base/units.ts';
import type { CourseRow } from '../engine/experiments/courses.ts';
import type { PaperValue } from '../engine/experiments/paper-tables.ts';
import type { Cause, WhyTarget } from '../engine/simulation/explain.ts';
import type { Run, Scenario } from '../engine/simulation/scenario.ts';
import type { Catalogue } from './catalogue.ts';
import type { Frame } from './frame.ts';
import type { FromWorkerOf, ToWorkerOf } from './wire.ts';

export type { CourseKind, CourseRow } from '../engine/experiments/courses.ts';
export type { PaperRuns } from '../engine/experiments/paper-runs.ts';
export type { PaperQuantity, PaperRowName, PaperValue } from '../engine/experiments/paper-tables.ts';
export type { Cause, WhyTarget } from '../engine/simulation/explain.ts';

/** What the page has already, so that a reply brings only what is new. */
export interface Have {
  historyRevision: number;
  series: Record<SeriesName, number>;
}

export interface FrameRequest {
  runKey: string;
  generation: number;
  toUs: Micros;
  have: Have;
  wantPages: boolean;
  /** process whose tree is wanted, −1 = none */
  treeProcess: number;
  /** how many rows of the tree's top */
  treeRows: number;
}

export interface PageHistoryRow {
  atUs: Micros;
  /** PAGE_EVENT */
  kind: number;
  round: number;
}

export interface PageHistory {
  vm: number;
  page: number;
  /** writes to it so far in this run */
  version: number;
  state: number;
  /** address space it belongs to, −1 = none uses it */
  process: number;
  program: string;
  key: number;
  /** depth in its process's tree and its own count there; −1 if not in a tree */
  depth: number;
  selfCount: number;
  rows: PageHistoryRow[];
}

export interface MigrationTotals {
  strategy: string;
  predictor: string;
  totalMs: number;
  downtimeMs: number;
  bytesSent: number;
  pagesSent: number;
  rounds: number;
}

export interface Comparison {
  vm: number;
  here: MigrationTotals;
  /** plain pre-copy, same scenario, seed and commands */
  baseline: MigrationTotals;
}

export interface Requests {
  describe: { request: Record<string, never>; reply: Catalogue };
  /** traces as fetched by the page's side of the worker; the worker fetches them itself when absent */
  open: {
    request: { run: Run; parentKey: string | null };
    /** `problem`: one sentence when the run cannot be opened (value out of range, unknown kind) */
    reply: { runKey: string; problem: string | null };
  };
  frame: { request: FrameRequest; reply: Frame };
  why: { request: { runKey: string; atUs: Micros; target: WhyTarget }; reply: { causes: Cause[] } };
  page: { request: { runKey: string; atUs: Micros; vm: number; page: number }; reply: PageHistory };
  compare: { request: { runKey: string; vm: number }; reply: Comparison | null };
  /** the same scenario and seed, hurt in different ways */
  courses: {
    request: { scenario: Scenario };
    reply: { rows: readonly CourseRow[] };
    /** `rows` when there are more than before */
    progress: { rows: readonly CourseRow[] | null; done: number };
  };
  /** what the run has shown of paper A's tables until a moment it was recorded at, and which of them it can fill */
  tables: {
    request: { runKey: string; untilUs: Micros };
    reply: { values: readonly PaperValue[]; fills: readonly PaperValue['table'][] };
  };
  hash: { request: { runKey: string; atUs: Micros }; reply: { hash: string } };
}

export type RequestName = keyof Requests;
export type RequestOf<N extends RequestName> = Requests[N]['request'];
export type ReplyOf<N extends RequestName> = Requests[N]['reply'];

/** On the wire. */
export type ToWorker = ToWorkerOf<Requests>;
export type FromWorker = FromWorkerOf<Requests>;
