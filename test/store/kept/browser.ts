/** A browser for the tests of keeping: a database in memory, a clock turned by hand, something on screen. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect } from 'vitest';
import type { SweepLine, SweepSpec } from '../../../src/protocol/explore/requests.ts';
import { createExploreApp } from '../../../src/store/explore/store.ts';
import { openDatabase } from '../../../src/store/kept/database.ts';
import type { KeptEnvironment } from '../../../src/store/kept/environment.ts';
import { createKept } from '../../../src/store/kept/store.ts';
import type { KeptItem, NewItem } from '../../../src/store/kept/types.ts';
import { appStore } from '../../../src/store/store.ts';
import type { Taken } from '../../../src/store/taken.ts';
import { sampleRun } from '../sample-run.ts';

export const stop: Taken = {
  workspace: 'failover',
  name: 'stop of node 1 at 18.0 s',
  link: '#/failover?v=1&run=abc&t=20000',
  file: null,
  subject: { kind: 'failover', run: sampleRun },
  figures: [
    { label: 'downtime, ms', value: 61.25 },
    { label: 'outcome', value: 'completed' },
    { label: 'lost pings', value: null },
  ],
  series: [],
  texts: [],
};

export function newItem(part: Partial<NewItem> = {}): NewItem {
  const { workspace, name, link, subject, figures } = stop;
  return { workspace, name, link, subject, figures, sweep: null, ...part };
}

export const sweepSpec: SweepSpec = {
  version: 1,
  name: 'bandwidth',
  subject: { kind: 'failover', run: sampleRun },
  axes: [{ parameter: 'network.bandwidthMbps', values: [500, 1000] }],
  variants: [{ label: 'as it is', set: {} }],
  seeds: { first: 1, count: 1 },
  figure: 'downtimeMs',
};

export const sweepLine: SweepLine = {
  index: 1,
  variant: 'as it is',
  x: 1000,
  y: null,
  seed: 1,
  outcome: 'completed',
  problem: null,
  figures: { downtimeMs: 61.25, lostPings: null },
};

/** What several tabs of one browser share. */
export class Browser {
  readonly #listeners: (() => void)[] = [];
  nowMs = 1_000_000;
  onScreen: Taken | null = stop;
  readonly gone: string[] = [];
  readonly told: string[] = [];
  /** the Explore workspace, whose workers never come */
  readonly explore = createExploreApp().store;

  constructor() {
    globalThis.indexedDB = new IDBFactory();
  }

  /** A page of its own over the same database. */
  tab(part: Partial<KeptEnvironment> = {}) {
    const store = createKept({
      openShelf: openDatabase,
      now: () => {
        this.nowMs += 1000;
        return this.nowMs;
      },
      take: async () => this.onScreen,
      go: (hash) => {
        this.gone.push(hash);
      },
      app: () => appStore.getState(),
      tell: (problem) => {
        this.told.push(problem);
      },
      openExplore: () => {
        this.gone.push('#/explore');
      },
      explore: async () => this.explore,
      estimate: async () => ({ usedBytes: 1_200_000, quotaBytes: 2_000_000_000 }),
      otherTabs: (heard) => {
        this.#listeners.push(heard);
        return () => {
          for (const listener of this.#listeners) if (listener !== heard) listener();
        };
      },
      ...part,
    });
    return {
      store,
      get state() {
        return store.getState();
      },
      get actions() {
        return store.getState().actions;
      },
      get names() {
        return store.getState().items.map(({ name }) => name);
      },
    };
  }
}

/** Everything of an item, the lines of its sweep read. */
export function whole(item: KeptItem | undefined): unknown {
  expect(item).toBeDefined();
  return item && { ...item, sweep: item.sweep && { spec: item.sweep.spec, lines: [...item.sweep.lines] } };
}
