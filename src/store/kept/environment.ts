/** What keeping needs of the world outside, so that tests can stand in for the browser. */
import type { exploreStore } from '../explore/store.ts';
import { goTo } from '../go-to.ts';
import { appStore } from '../store.ts';
import type { Taken } from '../taken.ts';
import type { AppState } from '../types.ts';
import { openDatabase } from './database.ts';
import type { Shelf } from './shelf.ts';

export type ExploreStore = typeof exploreStore;
export type ExploreState = ReturnType<ExploreStore['getState']>;

export interface KeptEnvironment {
  /** @throws Denied where the browser keeps nothing */
  openShelf(): Promise<Shelf>;
  /** wall time, ms since 1970 */
  now(): number;
  /** what is on screen; null before anything is */
  take(): Promise<Taken | null>;
  /** brings a hash on screen, as if it were followed */
  go(hash: string): void;
  /** the app and what it shows */
  app(): AppState;
  /** one sentence on the page itself */
  tell(problem: string): void;
  openExplore(): void;
  /** the Explore workspace's store, a chunk of its own */
  explore(): Promise<ExploreStore>;
  estimate(): Promise<{ readonly usedBytes: number; readonly quotaBytes: number } | null>;
  /** @param heard called when another tab has changed what is kept @returns tells the other tabs */
  otherTabs(heard: () => void): () => void;
}

const CHANNEL = 'migrascope-kept';

export function browserEnvironment(): KeptEnvironment {
  return {
    openShelf: openDatabase,
    now: () => Date.now(),
    take: () => appStore.getState().actions.take(),
    go: goTo,
    app: () => appStore.getState(),
    tell: (problem) => appStore.setState({ notice: { kind: 'error', text: problem } }),
    openExplore: () => appStore.getState().actions.openWorkspace('explore'),
    explore: async () => (await import('../explore/store.ts')).exploreStore,
    estimate: async () => {
      try {
        const { usage, quota } = await navigator.storage.estimate();
        return usage === undefined || quota === undefined ? null : { usedBytes: usage, quotaBytes: quota };
      } catch {
        return null;
      }
    },
    otherTabs: (heard) => {
      try {
        const channel = new BroadcastChannel(CHANNEL);
        channel.onmessage = heard;
        return () => channel.postMessage(null);
      } catch {
        return () => {};
      }
    },
  };
}
