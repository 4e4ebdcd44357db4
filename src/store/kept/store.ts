/** What is kept, loaded with whatever shows it first. Everything that changes it is an action; views only read and call. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { keep, keepItem, remove, rename, undoRemove } from './changing.ts';
import { itemOf, type KeptCore } from './core.ts';
import { browserEnvironment, type KeptEnvironment } from './environment.ts';
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
      open: (id) => {
        const item = itemOf(core, id);
        if (item !== null) env.go(item.link);
      },
      dismissNotice: () => store.setState({ notice: null, deleted: [] }),
    },
  });
  return store;
}

export const keptStore = createKept(browserEnvironment());

export function useKept<T>(selector: (state: KeptState) => T): T {
  return useStore(keptStore, selector);
}
