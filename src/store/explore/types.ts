/** The shape of the Explore workspace's store, made when the workspace opens first. */
import type {
  ExploreCatalogue,
  RankRow,
  RunOutcome,
  Subject,
  SubjectInfo,
  SweepLine,
  SweepSpec,
} from '../../protocol/explore/requests.ts';
import type { LongWork } from '../long-work.ts';

export type ExploreView = 'sweep' | 'rank' | 'compare';

/** A sweep as it is run or was run. */
export interface SweepRun {
  readonly spec: SweepSpec;
  /** how many cases there are in all */
  readonly cases: number;
  /** what is there so far, by index; holes are cases still to come. Grows in place: watch `arrived` */
  readonly lines: readonly (SweepLine | undefined)[];
  readonly arrived: number;
  readonly running: boolean;
  /** called off by the user; what is there stays and can be gone on with */
  readonly cancelled: boolean;
  /** wall time it has run for, ms, and what is left of it; null before that can be told */
  readonly spentMs: number;
  readonly leftMs: number | null;
  /** one sentence where it cannot be run */
  readonly problem: string | null;
  /** what a keeper stored it as, or null */
  readonly keptAs: number | null;
}

export interface Ranking {
  readonly subject: Subject;
  readonly seeds: number;
  /** one row a parameter, in the order they came */
  readonly rows: readonly RankRow[];
}

/** One of two runs laid over each other. */
export interface ComparedRun {
  readonly name: string;
  readonly subject: Subject;
  readonly outcome: RunOutcome | null;
}

export interface ExploreState {
  readonly status: 'loading' | 'ready' | 'restarting' | 'failed';
  readonly notice: { readonly kind: 'error' | 'worker' | 'info'; readonly text: string } | null;
  readonly catalogue: ExploreCatalogue | null;
  readonly view: ExploreView;
  /** workers of the pool */
  readonly workers: number;
  /** the sweep on screen as it is set up; running it makes `run` */
  readonly sweep: SweepSpec | null;
  /** how many runs it is */
  readonly cases: number;
  readonly run: SweepRun | null;
  /** figure drawn, seed spread or single seeds, place picked on the map or line (index of its first seed) */
  readonly figure: string;
  readonly picked: number | null;
  readonly ranking: LongWork<Ranking>;
  /** what the ranking is or would be of, where a link or `rank` named it; null: the sweep's subject */
  readonly rankOf: Subject | null;
  /** figure the ranking is by */
  readonly rankBy: string;
  readonly compared: LongWork<readonly [ComparedRun, ComparedRun]>;
  readonly panel: 'none' | 'setup' | 'help' | 'share';
  readonly actions: ExploreActions;
}

export interface ExploreActions {
  setView(view: ExploreView): void;
  openPanel(panel: ExploreState['panel']): void;
  /** sets up another sweep; the one on screen is kept by Back. Resolves to one sentence when it cannot be, else null */
  openSweep(spec: SweepSpec): Promise<string | null>;
  /** a sweep with what it came to, e.g. a kept one */
  openLines(spec: SweepSpec, lines: readonly SweepLine[]): Promise<string | null>;
  /** sets up a sweep around a run: what matters most for its kind, less and more of it. Resolves as `openSweep` does */
  exploreSubject(subject: Subject, name: string): Promise<string | null>;
  /** what can be done with this very subject: its strategy's own parameters are among them. null: nobody could be asked */
  about(subject: Subject): Promise<SubjectInfo | null>;
  /** how many runs a sweep would be, and one sentence where it cannot be; null: nobody could be asked */
  check(spec: SweepSpec): Promise<{ readonly problem: string | null; readonly cases: number } | null>;
  /** all cases anew, from the first one on */
  start(): void;
  cancel(): void;
  /** goes on with the cases that are missing */
  goOn(): void;
  setFigure(figure: string): void;
  pick(index: number | null): void;
  /** the very run of a case in its workspace */
  openCase(index: number): Promise<void>;
  /** that run itself; null where it cannot be had, and then the notice says why */
  caseSubject(index: number): Promise<Subject | null>;
  rank(subject: Subject, seeds: number): void;
  cancelRank(): void;
  setRankBy(figure: string): void;
  compare(
    a: { readonly name: string; readonly subject: Subject },
    b: { readonly name: string; readonly subject: Subject },
  ): void;
  cancelCompare(): void;
  /** the keeper's word on what the lines on screen are stored as */
  markKept(id: number | null): void;
  /** the file the command line reads */
  file(): SweepSpec | null;
  link(): string;
  dismissNotice(): void;
  killWorker(): void;
}
