/** What is kept, loaded with whatever shows it first. Everything that changes it is an action; views only read and call. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { keep, keepItem, remove, rename, undoRemove } from './changing.ts';
import type { KeptCore } from './core.ts';
import { drawBehind } from './draw-behind.ts';
import { browserEnvironment, type KeptEnvironment } from './environment.ts';
import { compare, openItem, sweepAround } from './further.ts';
import { shelfOf } from './reading.ts';
import type { KeptState } from './types.ts';

export function createKept(env: KeptEnvironment): StoreApi<KeptState> {
  const store = createStore<KeptState>(() => ({
    status: 'unread',
    denial: null,
    items: [],
    damaged: [],
    deleted: [],
    notice: null,
    usage: null,
    actions: undefined as never,
  }));
  const core: KeptCore = {
    store,
    env,
    shelf: null,
    turn: Promise.resolve(),
    removed: [],
    tellOthers: () => {},
  };
  store.setState({
    actions: {
      read: async () => {
        await shelfOf(core);
      },
      keep: (name) => keep(core, name),
      keepItem: (item) => keepItem(core, item),
      rename: (id, name) => rename(core, id, name),
      remove: (ids) => remove(core, ids),
      undoRemove: () => undoRemove(core),
      open: (id) => openItem(core, id),
      compare: (a, b) => compare(core, a, b),
      sweepAround: (id) => sweepAround(core, id),
      drawBehind: (id) => drawBehind(core, id),
      dismissNotice: () => store.setState({ notice: null, deleted: [] }),
    },
  });
  return store;
}

export const keptStore = createKept(browserEnvironment());

export function useKept<T>(selector: (state: KeptState) => T): T {
  return useStore(keptStore, selector);
}
