/**
 * The shape of the page's one store. Canvases subscribe to it outside React (`appStore.subscribe`); React
 * components take narrow selectors (`useApp((s) => s.playback.playing)`).
 */
import type { SeriesName } from '../base/columns.ts';
import type { Micros } from '../base/units.ts';
import type { Catalogue } from '../protocol/catalogue.ts';
import type { Frame } from '../protocol/frame.ts';
import type { Workspace } from '../protocol/link.ts';
import type { Command, History, Run, Scenario } from '../protocol/model.ts';
import type {
  Cause,
  Comparison,
  CourseKind,
  CourseRow,
  PageHistory,
  PaperRuns,
  PaperValue,
  WhyTarget,
} from '../protocol/requests.ts';
import type { LongWork } from './long-work.ts';
import type { Taken } from './taken.ts';

/** 'auto' = auto-pace (interesting phases stretched); a number = simulated seconds per wall second. */
export type Speed = 'auto' | number;

export interface PlaybackSlice {
  playing: boolean;
  speed: Speed;
  /** stop at each phase change and wait for a key */
  holdAtTurns: boolean;
  /** name of the phase whose beginning it is held at, or null */
  heldAt: string | null;
  /** farthest moment this branch was shown at; the future beyond it is not drawn */
  reachedUs: Micros;
  axis: 'human' | 'linear';
}

/** Append-only columns as the page has them: `data` may be longer than rows × width. */
export interface SeriesColumns {
  data: Float64Array;
  rows: number;
  width: number;
}

export interface BranchRecord {
  key: string;
  run: Run;
  parentKey: string | null;
  /** where it left its parent; 0 for a run of its own (parameter change, link) */
  forkUs: Micros;
  reachedUs: Micros;
  /** e.g. "stop of node 1 at 18.0 s" */
  label: string;
  series: Record<SeriesName, SeriesColumns>;
  /** as of the moment shown */
  history: History | null;
  /** as of the farthest moment reached, so that phases beyond the cursor can be drawn */
  farHistory: History | null;
  /** why it exists: the first run, a command issued in the past, a changed parameter */
  origin: 'start' | 'command' | 'parameter';
}

export interface Selection {
  /** page picked in grid, tree or rounds */
  page: { vm: number; page: number } | null;
  pageHistory: PageHistory | null;
  /** row of the pings table */
  ping: number | null;
  /** process whose tree is shown */
  process: number;
}

export interface WhyState {
  target: WhyTarget;
  causes: Cause[] | null;
}

/** The same failure in several courses, and what their scenario was. */
export interface Courses {
  readonly scenario: Scenario;
  readonly rows: readonly CourseRow[];
}

interface Notice {
  /** 'offer': nothing has happened; it stands aside until it is used, waved away or overtaken */
  kind: 'error' | 'info' | 'worker' | 'offer';
  text: string;
  /** what can be done about it, by a button */
  action?: { readonly label: string; readonly run: () => void };
}

/** What the address bar needs of a workspace that keeps a store of its own. */
export interface WorkspaceDoor {
  /** the hash of what is on screen; empty before anything is */
  link(): string;
  /** goes where a hash of this workspace points */
  follow(hash: string): void;
  /** what can be kept, exported or explored further; null before anything is on screen */
  take(): Promise<Taken | null>;
}

export type DeskPart = 'keep' | 'export' | 'import' | 'embed';

export interface AppState {
  workspace: Workspace;
  status: 'loading' | 'ready' | 'restarting' | 'failed';
  notice: Notice | null;
  catalogue: Catalogue | null;
  playback: PlaybackSlice;
  /** last frame received for the active branch */
  frame: Frame | null;
  /** moment asked for; the frame follows within one answer */
  atUs: Micros;
  activeKey: string;
  branches: BranchRecord[];
  /** run drawn as a thin line behind the active one, or null */
  ghostKey: string | null;
  selection: Selection;
  why: WhyState | null;
  comparison: Comparison | null;
  /** the same failure in several courses, and what came of each */
  courses: LongWork<Courses>;
  /** paper A's tables, each as the last run that fills it has shown it so far; null before somebody asked */
  tables: readonly PaperValue[] | null;
  present: boolean;
  panel:
    | 'none'
    | 'parameters'
    | 'share'
    | 'help'
    | 'summary'
    | 'branches'
    | 'failures'
    | 'heartbeat'
    | 'courses'
    | 'explain'
    | 'tables'
    /** keep, export, import: the same in every workspace */
    | 'desk';
  /** the part of the desk that is open */
  desk: DeskPart;

  actions: AppActions;
}

export interface AppActions {
  play(): void;
  pause(): void;
  togglePlay(): void;
  /** jump to a moment; beyond the reached part it runs on until there */
  seek(toUs: Micros): void;
  /** one step = one ping interval, or one millisecond while the VM is paused */
  stepForward(): void;
  stepBack(): void;
  nextTurn(): void;
  previousTurn(): void;
  /** a clicker's way through the whole story: stops node 1 if nothing was stopped, plays on, holds at the next turn */
  storyForward(): void;
  storyBack(): void;
  /** to the farthest moment reached */
  seekEnd(): void;
  setSpeed(speed: Speed): void;
  setHoldAtTurns(on: boolean): void;
  setAxis(axis: 'human' | 'linear'): void;
  /** stop a node (1-based) at the present moment; in the past it starts a branch */
  stopNode(node: number): void;
  /** paper A's tables up to the farthest moment of the run on screen */
  readTables(): void;
  /** one of paper A's experiments from its start, playing */
  playPaperRun(name: keyof PaperRuns): void;
  /** any command (catalogue.commands) at the present moment; in the past it starts a branch */
  give(command: Command): void;
  /**
   * A command of the active run, by its place, at another moment, or taken back (null). The others stay. Resolves to
   * one sentence when it cannot be (nothing is changed then), else to null.
   */
  changeCommand(index: number, atMs: number | null): Promise<string | null>;
  /** the scripted 30 s: stop of node 1 at 18 s, from the start, playing */
  playDemo(): void;
  /** the demo with another node: a run of its own with one stop, from one second before it, playing */
  playStop(node: number, atMs: number): void;
  /** a run of its own with the commands given in it, from a moment, playing; the one on screen stays */
  playRun(run: Run, fromUs: Micros): void;
  restart(): void;
  /**
   * Path as in Catalogue.parameters; restarts the run, the old one stays as ghost. Resolves to one sentence when the
   * value cannot be (nothing is changed then), else to null.
   */
  setParameter(path: string, value: number | string | boolean): Promise<string | null>;
  /** the run with other guests, say, instead of the one on screen; resolves as `setParameter` does */
  changeRun(run: Run): Promise<string | null>;
  resetParameters(): void;
  openBranch(key: string): void;
  setGhost(key: string | null): void;
  /** a run as the thin line behind the one on screen, until a moment at least. Resolves as `setParameter` does */
  ghostRun(run: Run, label: string, untilUs: Micros): Promise<string | null>;
  pickPage(vm: number, page: number): void;
  pickPing(row: number | null): void;
  pickProcess(process: number): void;
  clearSelection(): void;
  /** runs the present scenario through every course of a failure, unless that is done or under way */
  compareCourses(): void;
  stopCourses(): void;
  /** the run of one row, from one second before its failure, playing */
  openCourse(kind: CourseKind): void;
  askWhy(target: WhyTarget): void;
  closeWhy(): void;
  /** brings a workspace on screen, as it was left */
  openWorkspace(workspace: Workspace): void;
  /** A workspace with a store of its own opens: from now on the address bar asks it. @returns the hash to begin with */
  registerWorkspace(workspace: Workspace, door: WorkspaceDoor): string;
  /** what is on screen has changed: over the present entry of the browser's history or as a new one */
  addressChanged(how: 'push' | 'replace'): void;
  setPresent(on: boolean): void;
  openPanel(panel: AppState['panel']): void;
  openDesk(part: DeskPart): void;
  /** what can be taken from what is on screen, or from another workspace as it stands; null before anything is there */
  take(from?: Workspace): Promise<Taken | null>;
  dismissNotice(): void;
  /** for tests and the curious: ends the worker, which is then restarted at the same moment */
  killWorker(): void;
}
