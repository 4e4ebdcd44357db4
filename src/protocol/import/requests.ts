/** The one map of requests and replies between the page and the worker that reads what somebody brings along. */
import type { MoveLab } from '../../engine/experiments/moves.ts';
import type { SweepSpec } from '../../engine/experiments/sweep/spec.ts';
import type { LabSpec } from '../../engine/lab/spec.ts';
import type { TraceReading } from '../../engine/memory/recording/reader.ts';
import type { Run } from '../../engine/simulation/scenario.ts';
import type { Workspace } from '../link.ts';

import type { TraceRequests } from '../trace-requests.ts';
import type { FromWorkerOf, ToWorkerOf } from '../wire.ts';

export type { TraceFormName } from '../../engine/memory/recording/form.ts';
export type { TraceReading } from '../../engine/memory/recording/reader.ts';
export type { Trace } from '../../engine/memory/trace.ts';

/** A file as the browser hands it over: a Blob. The protocol knows no browser. */
export interface FileLike {
  /** bytes */
  readonly size: number;
}

/** What something that was brought along turned out to be. All of it was checked: it can be opened. */
export type Found =
  | { readonly kind: 'failover'; readonly run: Run }
  | { readonly kind: 'migration'; readonly lab: MoveLab }
  | { readonly kind: 'trees'; readonly spec: LabSpec }
  | { readonly kind: 'sweep'; readonly spec: SweepSpec }
  /** a shape, a list of keys or operations: the Trees workspace says which before anything is done with it */
  | { readonly kind: 'tree-text'; readonly text: string }
  /** plain numbers: keys of a tree, or page numbers of a trace */
  | { readonly kind: 'numbers'; readonly text: string; readonly count: number }
  /** replies of query-migrate; the Evidence page tells which lines it leaves out */
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'trace'; readonly reading: TraceReading }
  | { readonly kind: 'link'; readonly workspace: Workspace; readonly hash: string }
  /** one sentence */
  | { readonly kind: 'problem'; readonly text: string };

export interface ReadProgress {
  /** bytes of the file, as it lies on the disk */
  readonly read: number;
  readonly total: number;
  /** of a trace, so far; 0 for anything else */
  readonly rows: number;
}

interface Requests extends TraceRequests {
  describe: { request: Record<string, never>; reply: { readonly version: string } };
  read: {
    request: {
      /** as sentences call it: the file's name, or "The pasted text" */
      readonly name: string;
      readonly content: FileLike | string;
      /** the workspace on screen: what fits several kinds is taken for one of its own */
      readonly here: Workspace;
      /** `trace`: plain numbers are page numbers */
      readonly as: 'anything' | 'trace';
    };
    reply: Found;
    progress: ReadProgress;
  };
  /** a trace that was handed over, as CSV, so that somebody else can import it */
  csv: { request: { readonly name: string }; reply: { readonly file: FileLike } };
  /** no moments here: what every worker of the page must know, never asked */
  frame: { request: { readonly generation: number }; reply: { readonly generation: number } };
}

export type ImportRequests = Requests;
export type ImportRequestOf<N extends keyof Requests> = Requests[N]['request'];
export type ToImportWorker = ToWorkerOf<Requests>;
export type FromImportWorker = FromWorkerOf<Requests>;
