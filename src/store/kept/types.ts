/** What people keep in their browser: runs and sweeps, by name. */
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

/** Something that is kept but cannot be read; it stays where it is until somebody deletes it. */
export interface DamagedItem {
  readonly id: number;
  /** as far as it has one */
  readonly name: string;
  /** why, to be read after a colon */
  readonly reason: string;
}

export interface KeptState {
  /** 'denied': the browser lets nothing be kept here; what is kept then lasts as long as the page */
  readonly status: 'unread' | 'ready' | 'denied';
  /** where it is denied: one sentence why, and what it means */
  readonly denial: string | null;
  /** newest first */
  readonly items: readonly KeptItem[];
  readonly damaged: readonly DamagedItem[];
  /** what was deleted last and can be had back */
  readonly deleted: readonly (KeptItem | DamagedItem)[];
  /** one sentence about what just happened: kept, deleted, the quota is full … */
  readonly notice: { readonly kind: 'info' | 'error'; readonly text: string } | null;
  /** bytes this site takes in the browser, and how many it may; null where the browser does not tell */
  readonly usage: { readonly usedBytes: number; readonly quotaBytes: number } | null;
  readonly actions: KeptActions;
}

export interface KeptActions {
  /** reads what is kept, once; later calls do nothing */
  read(): Promise<void>;
  /** keeps what is on screen @returns its id, null where it could not be kept (the notice says why) */
  keep(name?: string): Promise<number | null>;
  keepItem(item: NewItem): Promise<number | null>;
  rename(id: number, name: string): Promise<void>;
  /** at once; `undoRemove` brings them back. Damaged ones, too */
  remove(ids: readonly number[]): Promise<void>;
  undoRemove(): Promise<void>;
  /** brings it on screen; a sweep with its lines */
  open(id: number): Promise<void>;
  /** two of a kind over each other, in the Explore workspace */
  compare(a: number, b: number): Promise<void>;
  /** sets up a sweep around a kept run, in the Explore workspace */
  sweepAround(id: number): Promise<void>;
  /**
   * A kept failover as thin lines behind the one on screen, with signed differences.
   * @returns whether it is drawn; the notice says why not
   */
  drawBehind(id: number): Promise<boolean>;
  dismissNotice(): void;
}

export type NewItem = Omit<KeptItem, 'id' | 'version' | 'savedAt'>;
