/** The shape of the Migration workspace's store, made when the workspace opens first. */
import type { Millis } from '../../base/units.ts';
import type { MoveLab, SoloAnalysis, SoloSpec, SoloStrategy } from '../../protocol/migration/model.ts';
import type {
  CompareRow,
  MigrationCatalogue,
  OpenedMove,
  PageEvent,
} from '../../protocol/migration/requests.ts';
import type { LongWork } from '../long-work.ts';

/** auto: the whole in about 24 s, pauses stretched so that they can be watched; else simulated seconds a second */
export type MoveSpeed = 'auto' | number;

/** A side at the moment on screen. */
export interface SideMoment {
  /** one MOVE_STATE a page; the same array from moment to moment, changed in place */
  readonly states: Uint8Array;
  /** pages that differ from the moment before; null = all may */
  readonly changed: Uint32Array | null;
  readonly counts: Int32Array;
  /** one row of MOVE_WIDTH */
  readonly values: Float64Array;
}

export interface MoveMoment {
  readonly moveKey: string;
  readonly atMs: Millis;
  readonly sides: readonly SideMoment[];
}

export type MoveView = 'run' | 'all' | 'workload';

export interface MigrationState {
  readonly status: 'loading' | 'ready' | 'restarting' | 'failed';
  readonly notice: { readonly kind: 'error' | 'worker' | 'info'; readonly text: string } | null;
  readonly catalogue: MigrationCatalogue | null;
  readonly lab: MoveLab | null;
  readonly opened: OpenedMove | null;
  /** a lab is being made ready; 0–1 */
  readonly opening: number | null;
  /** asked for; `moment` follows within one answer */
  readonly atMs: Millis;
  /** the latest moment that was shown of this lab: nothing beyond it is told anywhere */
  readonly reachedMs: Millis;
  /** end of the longer side */
  readonly endMs: Millis;
  readonly moment: MoveMoment | null;
  readonly playing: boolean;
  readonly speed: MoveSpeed;
  readonly view: MoveView;
  /** page picked in a grid; the same page on both sides */
  readonly picked: number | null;
  /** its story on each side until the moment on screen */
  readonly stories: readonly { readonly events: readonly PageEvent[]; readonly earlier: number }[] | null;
  readonly analysis: LongWork<SoloAnalysis>;
  readonly compare: LongWork<readonly CompareRow[]>;
  /** labs that `undo` would bring back */
  readonly undoable: number;
  /** what lies over the workspace */
  readonly panel: 'none' | 'setup' | 'strategies' | 'share' | 'help';
  readonly actions: MigrationActions;
}

export interface MigrationActions {
  play(): void;
  pause(): void;
  togglePlay(): void;
  /** to any moment; beyond what was reached it is reached then */
  seek(ms: Millis): void;
  /** to the next or the last turning point of either side (a round, the pause, a fault, the end) */
  nextTurn(): void;
  previousTurn(): void;
  goToStart(): void;
  goToEnd(): void;
  setSpeed(speed: MoveSpeed): void;
  /**
   * Another lab; what was on screen stays until the new one is ready. Resolves to one sentence when it cannot be
   * (nothing is changed then), else to null. `keep` keeps the moment; else it begins anew.
   */
  openLab(lab: MoveLab, keep?: boolean): Promise<string | null>;
  cancelOpening(): void;
  /** a setting by its path in the spec, e.g. "vm.workload.writesPerSecond"; a strategy's own as "strategy.windowMs" */
  setParameter(path: string, value: number | string | boolean | null): Promise<string | null>;
  /** strategy of a side by kind, its stop rule and other settings kept where they apply; null for B = none */
  setStrategy(side: 0 | 1, strategy: Partial<SoloStrategy> | null): Promise<string | null>;
  swapSides(): Promise<string | null>;
  /** the link breaks at the moment on screen, for so long */
  breakLink(forMs: Millis): Promise<string | null>;
  /** an outage that goes on at the moment on screen ends there */
  restoreLink(): Promise<string | null>;
  killHost(which: 'source' | 'destination'): Promise<string | null>;
  /** takes one fault back: an outage by its place in the list, or a host's death */
  removeFault(fault: number | 'source' | 'destination'): Promise<string | null>;
  undo(): Promise<string | null>;
  pickPage(page: number | null): void;
  setView(view: MoveView): void;
  startCompare(): void;
  cancelCompare(): void;
  startAnalysis(): void;
  cancelAnalysis(): void;
  openPanel(panel: MigrationState['panel']): void;
  tell(problem: string | null): void;
  dismissNotice(): void;
  /** the link to what is on screen, as a hash */
  link(): string;
  /** what a `migrate` file of this side would hold */
  file(side: 0 | 1): SoloSpec | null;
  /** for tests and the curious: ends the worker, which is then restarted at the same moment */
  killWorker(): void;
}
