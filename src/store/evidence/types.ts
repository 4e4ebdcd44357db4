/** The shape of the Evidence page's store, made when the page opens first. */
import type {
  GainRow,
  LogReading,
  PublishedFit,
  TwinDetail,
  TwinRow,
} from '../../protocol/migration/requests.ts';
import type { LongWork } from '../long-work.ts';

export interface EvidenceState {
  readonly status: 'loading' | 'ready' | 'restarting' | 'failed';
  readonly notice: { readonly kind: 'error' | 'worker' | 'info'; readonly text: string } | null;
  readonly twins: LongWork<readonly TwinRow[]>;
  /** the run looked at closely */
  readonly chosen: { readonly name: string; readonly repeat: number } | null;
  readonly detail: LongWork<TwinDetail>;
  readonly gains: LongWork<readonly GainRow[]>;
  readonly published: LongWork<readonly PublishedFit[]>;
  /** a log of the user's own; its text is kept while the page is open */
  readonly logName: string | null;
  readonly log: LongWork<LogReading>;
  readonly actions: EvidenceActions;
}

export interface EvidenceActions {
  startTwins(): void;
  cancelTwins(): void;
  choose(run: { readonly name: string; readonly repeat: number } | null): void;
  startGains(): void;
  cancelGains(): void;
  startPublished(): void;
  /** reads a log; one that cannot be used is told and leaves the one on screen */
  openLog(name: string, text: string): void;
  /** a setting of the log's simulation, set by hand */
  setLogParameter(path: string, value: number | string | boolean): void;
  closeLog(): void;
  tell(problem: string | null): void;
  dismissNotice(): void;
  link(): string;
  killWorker(): void;
}
