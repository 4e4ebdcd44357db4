/**
 * The shape of the Trees workspace's store. It is made when the workspace opens first and lives beside the app's store,
 * which knows of workspaces only which one is on screen.
 */
import type { AccessLedger, LabSpec, LedgerWeights, TreeChoice } from '../../protocol/trees/model.ts';
import type { TreeMoment } from '../../protocol/trees/moment.ts';
import type {
  AnswerView,
  ExerciseCheck,
  ExerciseView,
  FigureRow,
  LedgerRunReply,
  OpenedLab,
  ParsedText,
  QuestionView,
  RaceReply,
  RacerPicture,
  TreesCatalogue,
} from '../../protocol/trees/requests.ts';
import type { LongWork } from '../long-work.ts';

/** Steps play one after another at a human pace times `factor`; accesses play whole, so many a second. */
export type TreeSpeed =
  | { readonly unit: 'steps'; readonly factor: number }
  | { readonly unit: 'accesses'; readonly perSecond: number };

export interface Position {
  readonly operation: number;
  /** steps of the operation done; −1 = all */
  readonly step: number;
}

/** A question that was answered; `chosen` null = it was skipped. */
export interface GivenAnswer {
  readonly question: QuestionView;
  readonly chosen: string | number | null;
  readonly answer: AnswerView;
}

export type QuestionKind = QuestionView['kind'];

export interface PredictState {
  /** off; every decision is asked about while playing or stepping; a seeded set; build a shape */
  readonly mode: 'off' | 'every' | 'set' | 'build';
  /** of the set or the exercise; in the link, so that a class gets the same */
  readonly seed: number;
  /** questions of the set; operations the exercise's shape was made with */
  readonly count: number;
  /** keys of the exercise's start; in the link */
  readonly size: number;
  /** what the set asks about, empty = everything; in the link */
  readonly kinds: readonly QuestionKind[];
  readonly questions: readonly QuestionView[];
  /** place of the present question in `questions` */
  readonly at: number;
  readonly question: QuestionView | null;
  readonly chosen: string | number | null;
  readonly answer: AnswerView | null;
  readonly right: number;
  readonly asked: number;
  /** of the set, in order */
  readonly given: readonly GivenAnswer[];
  /** the set has been gone through */
  readonly finished: boolean;
  readonly exercise: ExerciseView | null;
  readonly check: ExerciseCheck | null;
  /** one sentence where this tree has nothing to ask */
  readonly problem: string | null;
}

/** What the figures are measured for. */
interface FiguresChoice {
  readonly contestants: readonly TreeChoice[];
  /** numbers of keys are the powers of two from 2⁶ to this one */
  readonly largest: number;
}

export interface TreesState {
  status: 'loading' | 'ready' | 'restarting' | 'failed';
  notice: { kind: 'error' | 'info' | 'worker'; text: string } | null;
  catalogue: TreesCatalogue | null;
  spec: LabSpec | null;
  lab: OpenedLab | null;
  /** a lab is being made ready; 0–1 */
  opening: number | null;
  moment: TreeMoment | null;
  /** asked for; `moment` follows within one answer */
  position: Position;
  playing: boolean;
  speed: TreeSpeed;
  /** ranks on screen, for trees too large to be sent whole: kept by the picture's pan and zoom */
  window: { readonly from: number; readonly to: number };
  /** level of the pseudocode: 0 one line per case … 2 every assignment */
  detail: 0 | 1 | 2;
  /** key picked in the picture, null = none */
  picked: number | null;
  predict: PredictState;
  contestants: readonly TreeChoice[];
  race: LongWork<RaceReply>;
  /** trees of the race when so many operations are done */
  racers: { readonly operation: number; readonly pictures: readonly RacerPicture[] } | null;
  figures: LongWork<readonly FigureRow[]>;
  weights: LedgerWeights;
  /** of the operation on screen; null until it has come */
  ledger: { readonly operation: number; readonly entry: AccessLedger } | null;
  ledgerRun: LongWork<LedgerRunReply>;
  /** what lies over the workspace */
  panel: 'none' | 'lab' | 'shape' | 'export' | 'share' | 'help' | 'figures';

  actions: TreesActions;
}

export interface TreesActions {
  play(): void;
  pause(): void;
  togglePlay(): void;
  stepForward(): void;
  stepBack(): void;
  /** whole operations; forward from the middle of one ends it, back from the middle goes to its beginning */
  operationForward(): void;
  operationBack(): void;
  goTo(position: Position): void;
  goToStart(): void;
  goToEnd(): void;
  setSpeed(speed: TreeSpeed): void;
  setWindow(from: number, to: number): void;
  setDetail(detail: 0 | 1 | 2): void;
  pickKey(key: number | null): void;
  /**
   * Another lab; what was on screen stays until the new one is ready. Resolves to one sentence when it cannot be
   * (nothing is changed then), else to null. The position is kept where `keep` says so and it exists.
   */
  openLab(spec: LabSpec, keep?: boolean): Promise<string | null>;
  /** gives up the lab that is being made ready; what is on screen stays */
  cancelOpening(): void;
  /** some fields of the lab */
  changeLab(part: Partial<LabSpec>): Promise<string | null>;
  /** Typed text runs at once, in front of what comes next. One sentence when it cannot be read. */
  runText(text: string): Promise<string | null>;
  runOperation(operation: 'access' | 'find' | 'insert' | 'delete', key: number): Promise<string | null>;
  /** takes the operations typed last back */
  undoTyped(): Promise<string | null>;
  parse(what: 'shape' | 'operations' | 'keys', text: string): Promise<ParsedText>;
  exportText(format: 'brackets' | 'preorder' | 'json' | 'operations'): Promise<string>;

  setContestants(contestants: readonly TreeChoice[]): void;
  startRace(): void;
  cancelRace(): void;
  /** all trees of the race as they are when so many operations are done */
  showRacers(operations: number): void;
  startFigures(plan: FiguresChoice): void;
  cancelFigures(): void;
  setWeights(weights: LedgerWeights): void;
  startLedgerRun(): void;
  cancelLedgerRun(): void;

  predictEvery(on: boolean): void;
  startQuiz(seed: number, count: number, kinds?: readonly QuestionKind[]): void;
  startExercise(seed: number, size: number, moves: number): void;
  choose(option: string | number): void;
  /** counts as wrong and tells the reason */
  skipQuestion(): void;
  nextQuestion(): void;
  leavePredict(): void;

  openPanel(panel: TreesState['panel']): void;
  /** one sentence for everybody to see, where no field of its own can show it; null says nothing */
  tell(problem: string | null): void;
  dismissNotice(): void;
  /** the link to what is on screen, as a hash */
  link(): string;
  /** for tests and the curious: ends the worker, which is then restarted at the same position */
  killWorker(): void;
}
