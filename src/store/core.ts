/** What the parts of the store share beside the state itself. One object, made with the store. */
import type { StoreApi } from 'zustand/vanilla';
import type { Micros } from '../base/units.ts';
import type { Workspace } from '../protocol/link.ts';
import type { Comparison } from '../protocol/requests.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { Environment } from './environment.ts';
import type { AppState, PlaybackSlice, WorkspaceDoor } from './types.ts';

export interface Core {
  readonly store: StoreApi<AppState>;
  env: Environment | null;
  client: WorkerClient | null;
  /** grows with every seek, branch and restart; answers of older ones are dropped */
  generation: number;
  /** moment of the frame on screen */
  shownUs: Micros;
  /** false from a jump until its frame is there: what lies between was not played through */
  continuous: boolean;
  /** hold at the next turning point, whatever the setting: the clicker's step */
  holdOnce: boolean;
  /** runs being opened; the clock waits for them */
  opening: number;
  /** ends when the last of the runs asked for is on screen */
  turn: Promise<unknown>;
  /** keys the present worker knows */
  readonly opened: Set<string>;
  /** keys whose rows must be asked for from the first on */
  readonly stale: Set<string>;
  readonly summaryShown: Set<string>;
  readonly comparisons: Map<string, Comparison>;
  /** keys whose comparison is being run */
  readonly comparing: Set<string>;
  /** said when the worker has answered again */
  resumedNotice: boolean;
  readonly deathsMs: number[];
  /** writes the address bar now, as a new entry of the browser's history or over the present one */
  writeAddress: (how: 'push' | 'replace') => void;
  /** workspaces with stores of their own, once they were opened */
  readonly doors: Map<Workspace, WorkspaceDoor>;
  /** the Failover workspace has been asked for: its run is opened or being opened */
  begun: boolean;
  /** the address it was left at for another workspace: coming back there, it stands as it was left */
  leftAt: string | null;
  /** opens that run */
  begin: () => Promise<void>;
}

export function createCore(store: StoreApi<AppState>): Core {
  return {
    store,
    env: null,
    client: null,
    generation: 0,
    shownUs: 0,
    continuous: false,
    holdOnce: false,
    opening: 0,
    turn: Promise.resolve(),
    opened: new Set(),
    stale: new Set(),
    summaryShown: new Set(),
    comparisons: new Map(),
    comparing: new Set(),
    resumedNotice: false,
    deathsMs: [],
    writeAddress: () => {},
    doors: new Map(),
    begun: false,
    leftAt: null,
    begin: async () => {},
  };
}

/**
 * Whatever puts another run on screen waits for what was asked before it, the page's own opening included: otherwise
 * two openings could overtake each other, and the later one would begin from a run that is not there yet.
 */
export function inTurn<T>(core: Core, run: () => Promise<T>): Promise<T> {
  const mine = core.turn.then(run);
  core.turn = mine.catch(() => {});
  return mine;
}

/** For promises nobody waits for: their failure must be seen, not swallowed. */
export function raise(reason: unknown): void {
  queueMicrotask(() => {
    throw reason;
  });
}

export function setPlayback(core: Core, part: Partial<PlaybackSlice>): void {
  const { playback } = core.store.getState();
  core.store.setState({ playback: { ...playback, ...part } });
}
