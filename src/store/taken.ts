/** What can be taken from what a workspace shows: kept, exported, explored further. */
import type { Subject } from '../protocol/explore/requests.ts';
import type { Workspace } from '../protocol/link.ts';

export interface Taken {
  readonly workspace: Workspace;
  /** what it is called until somebody names it, e.g. "Stop of node 1 at 18 s" */
  readonly name: string;
  /** the moment on screen in words, e.g. "at 20.10 s"; absent where there is none */
  readonly moment?: string;
  /** the hash that shows it again, with its '#' */
  readonly link: string;
  /** the very file an import (and the command line) reads again; `name` ends with its kind, e.g. "scenario.json" */
  readonly file: { readonly name: string; readonly json: unknown } | null;
  /** what the engine can run whole; null where there is nothing to run */
  readonly subject: Subject | null;
  /** figures as far as they are on screen, each with its unit in its label */
  readonly figures: readonly { readonly label: string; readonly value: number | string | null }[];
  readonly series: readonly Series[];
  /** texts of its own, e.g. a tree as brackets */
  readonly texts: readonly TakenText[];
}

/** A text that is long, or must be asked for, is made when somebody wants it. */
export interface TakenText {
  readonly name: string;
  readonly file: string;
  readonly text: string | (() => Promise<string>);
}

export type SeriesRow = readonly (number | string | null)[];

/** A table as it goes into a CSV file; NaN and null are empty cells. No row lies beyond what was reached. */
export interface Series {
  readonly name: string;
  readonly file: string;
  /** each with its unit, e.g. "sent_at_ms" */
  readonly columns: readonly string[];
  readonly rows: Iterable<SeriesRow> | (() => Promise<Iterable<SeriesRow>>);
}
