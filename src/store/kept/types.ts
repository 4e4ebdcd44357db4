/** What people keep in their browser: runs and sweeps, by name, and where the last session was left. */
import type { Subject, SweepLine, SweepSpec } from '../../protocol/explore/requests.ts';
import type { Workspace } from '../../protocol/link.ts';

/** One kept thing. The record is versioned: older ones are upgraded when they are read. */
export interface KeptItem {
  readonly version: 1;
  /** a number the store gives, growing */
  readonly id: number;
  readonly name: string;
  /** wall time, ms since 1970 */
  readonly savedAt: number;
  readonly workspace: Workspace;
  /** the hash that shows it again */
  readonly link: string;
  readonly subject: Subject | null;
  readonly figures: readonly { readonly label: string; readonly value: number | string | null }[];
  /** a kept sweep with what it came to, as far as it was run */
  readonly sweep: { readonly spec: SweepSpec; readonly lines: readonly SweepLine[] } | null;
}

export interface KeptState {
  /** 'denied': the browser lets nothing be kept here; what is kept then lasts as long as the page */
  readonly status: 'unread' | 'ready' | 'denied';
  /** newest first */
  readonly items: readonly KeptItem[];
  /** what was deleted last and can be had back */
  readonly deleted: readonly KeptItem[];
  /** one sentence about what just happened: kept, deleted, the quota is full … */
  readonly notice: { readonly kind: 'info' | 'error'; readonly text: string } | null;
  /** where the last session was left, if it was left anywhere but at the start; null once used or waved away */
  readonly lastSession: { readonly link: string; readonly savedAt: number } | null;
  readonly actions: KeptActions;
}

export interface KeptActions {
  /** reads what is kept, once; later calls do nothing */
  read(): Promise<void>;
  /** keeps what is on screen @returns its id, null where it could not be kept (the notice says why) */
  keep(name?: string): Promise<number | null>;
  keepItem(item: Omit<KeptItem, 'id' | 'version' | 'savedAt'>): Promise<number | null>;
  rename(id: number, name: string): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
  undoRemove(): Promise<void>;
  /** brings it on screen */
  open(id: number): void;
  /** the last session's place */
  goOn(): void;
  forgetLast(): void;
  dismissNotice(): void;
}
