/** The Explore workspace's store, loaded with it. Everything that changes it is an action; views only read and call. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { page } from '../page.ts';
import { appStore } from '../store.ts';
import { aroundActions } from './around.ts';
import { caseActions } from './cases.ts';
import { compareActions } from './comparing.ts';
import type { ExploreCore } from './core.ts';
import { browserEnvironment, type ExploreEnvironment } from './environment.ts';
import { initialState } from './initial.ts';
import { start } from './lifecycle.ts';
import { follow, linkOf } from './places.ts';
import { rankActions } from './ranking.ts';
import { Shelf } from './shelf.ts';
import { sweepActions } from './sweeps.ts';
import type { ExploreState } from './types.ts';

export interface ExploreApp {
  store: StoreApi<ExploreState>;
  core: ExploreCore;
  start(env: ExploreEnvironment, hash: string): Promise<void>;
  follow(hash: string): Promise<void>;
}

export function createExploreApp(): ExploreApp {
  const store = createStore<ExploreState>(() => ({ ...initialState(), actions: undefined as never }));
  const core: ExploreCore = {
    store,
    env: null,
    pool: null,
    addressChanged: () => {},
    wish: 0,
    shelf: new Shelf(),
    show: async () => null,
  };
  store.setState({
    actions: page.guarded(
      'explore',
      {
        ...sweepActions(core),
        ...caseActions(core),
        ...aroundActions(core),
        ...rankActions(core),
        ...compareActions(core),
        setView: (view) => {
          if (store.getState().view === view) return;
          store.setState({ view });
          core.addressChanged('push');
        },
        setFigure: (figure) => {
          store.setState({ figure });
          core.addressChanged('replace');
        },
        openPanel: (panel) => store.setState({ panel }),
        file: () => store.getState().sweep,
        link: () => linkOf(store.getState()),
        dismissNotice: () => store.setState({ notice: null }),
        killWorker: () => core.pool?.kill('it was ended on purpose'),
      },
      store.getState,
    ),
  });
  return {
    store,
    core,
    start: (env, hash) => start(core, env, hash),
    follow: (hash) => follow(core, hash),
  };
}

const app = createExploreApp();

export const exploreStore = app.store;

export function useExplore<T>(selector: (state: ExploreState) => T): T {
  return useStore(exploreStore, selector);
}

let started = false;

/** Called whenever the workspace comes on screen; the first time it starts a worker and reads the address bar. */
export function enterExplore(): void {
  if (started) return;
  started = true;
  const shell = appStore.getState().actions;
  app.core.addressChanged = (how) => {
    // A sweep that comes on screen behind another workspace has no address yet.
    if (appStore.getState().workspace === 'explore') shell.addressChanged(how);
  };
  const hash = shell.registerWorkspace('explore', {
    link: () => linkOf(app.store.getState()),
    follow: (to) => {
      app.follow(to).catch(() => {});
    },
    take: async () => (await import('./take.ts')).takeExplore(app.core),
  });
  window.__migrascope.explore = app.store;
  app.start(browserEnvironment(), hash).catch((reason: unknown) => {
    app.store.setState({ status: 'failed', notice: { kind: 'error', text: String(reason) } });
  });
}

/** Long work goes on while another workspace is on screen: there is nothing here that plays. */
export function leaveExplore(): void {
  app.core.pool?.rest();
}
