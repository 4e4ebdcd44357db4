/** The one map of requests and replies between page and trees' worker. */
import type { ParameterInfo, RegistryEntry } from '../../base/parameter.ts';
import type { AccessLedger, LedgerWeights } from '../../engine/lab/ledger.ts';
import type { LabSpec, StreamChoice, TreeChoice } from '../../engine/lab/spec.ts';
import type { TreeCommand } from '../../engine/trees/recorder.ts';
import type { CodeLine } from '../../engine/trees/tree.ts';
import type { TraceRequests } from '../trace-requests.ts';
import type { FromWorkerOf, ToWorkerOf } from '../wire.ts';
import type { MomentRequest, TreeMoment } from './moment.ts';

export interface TreeEntry extends RegistryEntry {
  readonly parameters: readonly ParameterInfo[];
  readonly counts: boolean;
  /** whether the access lemma's bound is proved for it */
  readonly accessLemma: boolean;
  readonly maxKeys: number | null;
  /** what a decision rests on */
  readonly decides: 'none' | 'shape' | 'counts' | 'potential';
  /** the real rule as pseudocode */
  readonly code: readonly CodeLine[];
}

export interface TreesCatalogue {
  readonly version: string;
  readonly defaultLab: LabSpec;
  readonly trees: readonly TreeEntry[];
  readonly streams: readonly RegistryEntry[];
}

export interface OpenedLab {
  readonly labKey: string;
  /** the stream's and the typed ones */
  readonly operations: number;
  readonly streamOperations: number;
  readonly startSize: number;
  readonly distinctKeys: number;
  /** the rule under the lab's settings; `StepView.line` is a place in it */
  readonly code: readonly CodeLine[];
}

export { RACE, RACE_WIDTH } from '../../base/columns.ts';

export interface RaceLine {
  readonly choice: TreeChoice;
  /** rows of RACE_WIDTH */
  readonly columns: Float64Array;
  readonly rows: number;
  /** one sentence where this tree cannot take part, e.g. too many keys */
  readonly problem: string | null;
}

export interface RaceReply {
  readonly labKey: string;
  readonly lines: readonly RaceLine[];
  /** nodes visited per operation in the static optimum for this very stream; null where it cannot be had */
  readonly optimum: number | null;
  readonly operations: number;
  /** the keys asked for most, the hottest first */
  readonly hotKeys: readonly number[];
}

/** A tree of the race at one moment; `nodes` as in TreeMoment, the top of a large tree. */
export interface RacerPicture {
  readonly choice: TreeChoice;
  readonly nodes: Int32Array;
  readonly size: number;
  readonly height: number;
  readonly whole: boolean;
  readonly problem: string | null;
}

/** Figures 6 and 7: cost and time of an access against the number of keys. */
export interface FigureRow {
  readonly kind: string;
  readonly keys: number;
  readonly visited: number;
  readonly rotations: number;
  /** measured on this machine, median of several runs */
  readonly microseconds: number;
}

interface FiguresReply {
  readonly rows: readonly FigureRow[];
}

/** Rows of `costs`: index into OPERATION_NAMES, key, nodes visited, single rotations. */
export const COST_WIDTH = 4;

/** Cumulative sums of the ledger; one row a sample. */
export const LEDGER = { operations: 0, cost: 1, amortised: 2, bound: 3, phi: 4 } as const;
export const LEDGER_WIDTH = 5;

export interface LedgerRunReply {
  readonly columns: Float64Array;
  readonly rows: number;
  /** whether `bound` is a theorem for this tree; else the column is NaN */
  readonly proved: boolean;
}

/** A question without its answer: that stays with the worker until somebody has chosen. */
export interface QuestionView {
  readonly id: string;
  readonly kind: 'case' | 'root' | 'rotations';
  /** where the picture stands while it is asked */
  readonly operation: number;
  readonly step: number;
  /** the key the operation is about */
  readonly key: number;
  /** cases of trees that decide by counts: the two nodes that are weighed; elsewhere they would tell the case */
  readonly pair?: { readonly parentKey: number; readonly childKey: number };
  readonly options: readonly (string | number)[];
}

export interface AnswerView {
  readonly right: boolean;
  readonly answer: string | number;
  readonly reason: { readonly template: string; readonly slots: Readonly<Record<string, string | number>> };
}

export interface ExerciseView {
  readonly exerciseKey: string;
  /** bracket texts */
  readonly start: string;
  readonly target: string;
  /** the target as rows of NODE_WIDTH */
  readonly nodes: Int32Array;
  /** operations with which it can be done */
  readonly moves: number;
}

export interface ExerciseCheck {
  readonly done: boolean;
  /** the first key that hangs elsewhere, and one sentence's template with its slots */
  readonly difference: {
    readonly template: string;
    readonly slots: Readonly<Record<string, string | number>>;
  } | null;
}

export interface ParsedText {
  /** one sentence when nothing can be used */
  readonly problem: string | null;
  /** what was wrong and left out, one sentence each */
  readonly complaints: readonly string[];
  readonly commands: readonly TreeCommand[];
  readonly keys: readonly number[];
  /** nodes of a shape */
  readonly size: number;
}

interface Requests extends TraceRequests {
  describe: { request: Record<string, never>; reply: TreesCatalogue };
  /** `problem`: one sentence when the lab cannot be; progress 0–1 */
  open: {
    request: { spec: LabSpec };
    reply: { problem: string } | OpenedLab;
    progress: number;
  };
  frame: { request: MomentRequest; reply: TreeMoment };
  race: {
    request: { labKey: string; contestants: readonly TreeChoice[]; samples: number };
    reply: RaceReply;
    progress: RaceReply & { readonly done: number };
  };
  racers: {
    request: { labKey: string; contestants: readonly TreeChoice[]; operation: number; limit: number };
    reply: { pictures: readonly RacerPicture[] };
    /** 0–1: the trees may have a way to run from where they are known */
    progress: number;
  };
  figures: {
    request: {
      contestants: readonly TreeChoice[];
      sizes: readonly number[];
      stream: StreamChoice;
      seed: number;
    };
    reply: FiguresReply;
    progress: FiguresReply & { readonly done: number };
  };
  ledger: {
    request: { labKey: string; operation: number; weights: LedgerWeights };
    reply: AccessLedger;
  };
  /** what each of the first `operations` operations cost */
  costs: {
    request: { labKey: string; operations: number };
    reply: { columns: Int32Array };
    progress: number;
  };
  ledgerRun: {
    request: { labKey: string; weights: LedgerWeights; samples: number };
    reply: LedgerRunReply;
    progress: number;
  };
  /** a seeded set; empty where this tree has nothing to ask */
  quiz: {
    /** `kinds`: what may be asked about, absent or empty = everything */
    request: { labKey: string; seed: number; count: number; kinds?: readonly QuestionView['kind'][] };
    reply: { questions: readonly QuestionView[] };
    progress: number;
  };
  /** what can be asked at this very position; null where nothing can */
  ask: {
    request: { labKey: string; operation: number; step: number };
    reply: { question: QuestionView | null };
  };
  answer: { request: { id: string; choice: string | number }; reply: AnswerView };
  exercise: {
    request: { tree: TreeChoice; seed: number; size: number; moves: number };
    reply: ExerciseView;
  };
  checkExercise: {
    request: { exerciseKey: string; labKey: string; operation: number; step: number };
    reply: ExerciseCheck;
  };
  parse: {
    request: { what: 'shape' | 'operations' | 'keys'; text: string };
    reply: ParsedText;
  };
  /** the tree at a position, or all operations, as text that can be read back */
  export: {
    request: {
      labKey: string;
      operation: number;
      step: number;
      format: 'brackets' | 'preorder' | 'json' | 'operations';
    };
    reply: { text: string };
  };
  /** fingerprint of the tree at a position, for tests and the curious */
  hash: { request: { labKey: string; operation: number; step: number }; reply: { hash: string } };
}

export type TreesRequests = Requests;
export type TreesRequestName = keyof Requests;
export type TreesRequestOf<N extends TreesRequestName> = Requests[N]['request'];
export type TreesReplyOf<N extends TreesRequestName> = Requests[N]['reply'];
export type ToTreesWorker = ToWorkerOf<Requests>;
export type FromTreesWorker = FromWorkerOf<Requests>;
