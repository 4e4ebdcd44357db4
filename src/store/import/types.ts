/** The shape of the importer's store, made when something is brought along first. */
import type { FileLike, Found } from '../../protocol/import/requests.ts';

/** What is brought along: a file, or a text that was pasted. */
export interface Source {
  readonly name: string;
  readonly content: FileLike | string;
}

/** What can be done with something that was read. */
export type Use = 'open' | 'keys' | 'pages' | 'migration' | 'trees';

export interface ImportItem {
  readonly id: number;
  readonly name: string;
  /** bytes; null of a text */
  readonly size: number | null;
  readonly status: 'waiting' | 'reading' | 'read' | 'used' | 'failed';
  /** 0–1, of its bytes */
  readonly done: number;
  /** of a trace, so far */
  readonly rows: number;
  /** null before it was read, and once it is used up */
  readonly found: Found | null;
  /** of a trace: whether it lasts longer than the page; null for all others */
  readonly lasts: boolean | null;
  /** one sentence where it cannot be used */
  readonly problem: string | null;
}

export interface ImportState {
  /** newest first */
  readonly items: readonly ImportItem[];
  /** one sentence of the last single thing that came in beside the desk */
  readonly notice: { readonly kind: 'error' | 'info'; readonly text: string } | null;
  readonly actions: ImportActions;
}

export interface ImportActions {
  /**
   * Reads these one after the other. A single one that can only be meant in one way is opened at once; for all others
   * the desk opens and asks.
   */
  take(sources: readonly Source[]): Promise<void>;
  /** ends the reading of one, or takes it off the list */
  drop(id: number): void;
  use(id: number, use: Use): Promise<void>;
  /** an imported trace in a workspace */
  sendTrace(name: string, use: 'migration' | 'trees'): Promise<void>;
  /** as CSV; null where it is not there any more */
  traceFile(name: string): Promise<Blob | null>;
  dismissNotice(): void;
}
