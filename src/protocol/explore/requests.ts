/** The one map of requests and replies between the page and each worker of the pool that explores. */
import type { ParameterInfo } from '../../base/parameter.ts';
import type { MoveLab } from '../../engine/experiments/moves.ts';
import type {
  FigureInfo,
  RankRow,
  RunOutcome,
  Subject,
  SubjectKind,
  SweepLine,
  SweepSpec,
  SweepVariant,
} from '../../engine/experiments/sweep/spec.ts';
import type { LabSpec } from '../../engine/lab/spec.ts';
import type { Run } from '../../engine/simulation/scenario.ts';

import type { FromWorkerOf, ToWorkerOf } from '../wire.ts';

export type {
  FigureInfo,
  RankRow,
  RunCurve,
  RunOutcome,
  Subject,
  SubjectKind,
  SweepAxis,
  SweepLine,
  SweepSpec,
  SweepVariant,
} from '../../engine/experiments/sweep/spec.ts';

/** What can be done with a kind of subject. */
export interface SubjectInfo {
  /** the numbers an axis may vary */
  readonly parameters: readonly ParameterInfo[];
  readonly figures: readonly FigureInfo[];
  /** sets of variants by what they vary, e.g. "Strategies", "Predictors", "Trees" */
  readonly variantSets: readonly { readonly name: string; readonly variants: readonly SweepVariant[] }[];
}

export interface ExploreCatalogue {
  readonly version: string;
  readonly kinds: Readonly<Record<SubjectKind, SubjectInfo>>;
  /** what a workspace opens with: subjects of those who come without one, and what links are told against */
  readonly defaults: { readonly failover: Run; readonly migration: MoveLab; readonly trees: LabSpec };
  readonly readySweeps: readonly ReadySweep[];
  /** limits of a sweep, for controls and sentences */
  readonly limits: { readonly cases: number; readonly values: number; readonly seeds: number };
}

interface ReadySweep {
  readonly name: string;
  /** one or two sentences: what to look for */
  readonly about: string;
  readonly spec: SweepSpec;
}

interface Requests {
  describe: { request: Record<string, never>; reply: ExploreCatalogue };
  /** what can be done with this very subject: its strategy's own parameters are among them */
  about: { request: { subject: Subject }; reply: SubjectInfo };
  /** these cases of a sweep, in this order: few enough that nobody waits long for their lines */
  cases: {
    request: { sweep: SweepSpec; indices: readonly number[] };
    reply: { lines: readonly SweepLine[] };
  };
  /** one sentence where the sweep cannot be, else null, and how many cases it has */
  check: { request: { sweep: SweepSpec }; reply: { problem: string | null; cases: number } };
  /** the very subject of a case, to be opened in its workspace */
  caseOf: { request: { sweep: SweepSpec; index: number }; reply: { subject: Subject } };
  /** one row of the ranking: a parameter lower and higher, mean over the seeds */
  rank: {
    request: { subject: Subject; parameter: string; seeds: number };
    reply: RankRow;
    progress: number;
  };
  /** a whole run with its curves */
  run: { request: { subject: Subject }; reply: RunOutcome; progress: number };
  /** no moments here: what every worker of the page must know, never asked */
  frame: { request: { readonly generation: number }; reply: { readonly generation: number } };
}

export type ExploreRequests = Requests;
export type ExploreRequestName = keyof Requests;
export type ExploreRequestOf<N extends ExploreRequestName> = Requests[N]['request'];
export type ExploreReplyOf<N extends ExploreRequestName> = Requests[N]['reply'];
export type ToExploreWorker = ToWorkerOf<Requests>;
export type FromExploreWorker = FromWorkerOf<Requests>;
