/** The shape of the Evidence page's store, made when the page opens first. */
import type { EvidenceRun, EvidenceSection } from '../../protocol/migration/evidence-link.ts';
import type {
  GainRow,
  LogReading,
  MigrationCatalogue,
  PaperValue,
  PublishedFit,
  References,
  SpeedReply,
  TwinDetail,
  TwinRow,
} from '../../protocol/migration/requests.ts';
import type { LongWork } from '../long-work.ts';

export interface EvidenceState {
  readonly status: 'loading' | 'ready' | 'restarting' | 'failed';
  readonly notice: { readonly kind: 'error' | 'worker' | 'info'; readonly text: string } | null;
  /** what links into the Migration workspace differ from, and how settings are called */
  readonly catalogue: MigrationCatalogue | null;
  /** the section read now */
  readonly section: EvidenceSection;
  /** how often the page was asked to go to its section; scrolling there by hand does not count */
  readonly summons: number;
  readonly twins: LongWork<readonly TwinRow[]>;
  /** the run looked at closely */
  readonly chosen: EvidenceRun | null;
  readonly detail: LongWork<TwinDetail>;
  readonly gains: LongWork<readonly GainRow[]>;
  readonly tables: LongWork<readonly PaperValue[]>;
  readonly published: LongWork<readonly PublishedFit[]>;
  readonly references: LongWork<References>;
  readonly speed: LongWork<SpeedReply>;
  /** a log of the user's own; its text is kept while the page is open */
  readonly logName: string | null;
  readonly log: LongWork<LogReading>;
  readonly actions: EvidenceActions;
}

export interface EvidenceActions {
  /** the page scrolled there by itself */
  setSection(section: EvidenceSection): void;
  /** the page shall scroll there */
  openSection(section: EvidenceSection): void;
  /** simulates every measured run's twin, unless that was done */
  startTwins(): void;
  cancelTwins(): void;
  choose(run: EvidenceRun | null): void;
  startGains(): void;
  cancelGains(): void;
  startTables(): void;
  startPublished(): void;
  startReferences(): void;
  cancelReferences(): void;
  startSpeed(): void;
  cancelSpeed(): void;
  /** reads a log; one that cannot be used is told and leaves the one on screen */
  openLog(name: string, text: string): void;
  /** a setting of the log's simulation, set by hand */
  setLogParameter(path: string, value: number | string | boolean): void;
  cancelLog(): void;
  closeLog(): void;
  tell(problem: string | null): void;
  dismissNotice(): void;
  link(): string;
  killWorker(): void;
}
