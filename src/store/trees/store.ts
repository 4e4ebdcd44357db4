/** The Trees workspace's store, loaded with it. Everything that changes it is an action; views only read and call. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { encodeTreesLink } from '../../protocol/trees/link.ts';
import { page } from '../page.ts';
import { appStore } from '../store.ts';
import { tellMoments } from '../tell-moments.ts';
import { askedOf } from './asked.ts';
import type { TreesCore } from './core.ts';
import { browserEnvironment, type TreesEnvironment } from './environment.ts';
import { initialState } from './initial.ts';
import { labActions } from './labs.ts';
import { ledgerActions } from './ledger.ts';
import { follow, start } from './lifecycle.ts';
import { ask } from './moments.ts';
import { playbackActions } from './playback.ts';
import { predictActions } from './predict.ts';
import { raceActions } from './race.ts';
import type { TreesState } from './types.ts';

export interface TreesApp {
  store: StoreApi<TreesState>;
  core: TreesCore;
  start(env: TreesEnvironment, hash: string): Promise<void>;
}

export function createTreesApp(): TreesApp {
  const store = createStore<TreesState>(() => ({ ...initialState(), actions: undefined as never }));
  const core: TreesCore = {
    store,
    env: null,
    client: null,
    generation: 0,
    active: true,
    playUntil: null,
    batches: [],
    deathsMs: [],
    addressChanged: () => {},
    opening: null,
    onLab: [],
    onMoment: [],
    mayGoOn: [],
  };
  const set = (part: Partial<TreesState>) => store.setState(part);
  store.setState({
    actions: page.guarded(
      'trees',
      {
        ...playbackActions(core),
        ...labActions(core),
        ...raceActions(core),
        ...ledgerActions(core),
        ...predictActions(core),
        setWindow: (from, to) => {
          const { window, moment } = store.getState();
          if (window.from === from && window.to === to) return;
          set({ window: { from, to } });
          if (moment && !moment.whole) ask(core);
        },
        setDetail: (detail) => set({ detail }),
        pickKey: (picked) => set({ picked }),
        openPanel: (panel) => set({ panel }),
        tell: (problem) => problem !== null && set({ notice: { kind: 'error', text: problem } }),
        dismissNotice: () => set({ notice: null }),
        link: () => linkOf(store.getState()),
        killWorker: () => core.client?.kill('it was ended on purpose'),
      },
      store.getState,
    ),
  });
  return { store, core, start: (env, hash) => start(core, env, hash) };
}

/** The link to what is on screen; empty before anything is. */
function linkOf(state: TreesState): string {
  const { spec, catalogue, position } = state;
  if (!spec || !catalogue) return '';
  const { operation, step } = position;
  const at = { operation: Math.min(operation, 999_999_999), step: step < 0 ? 999_999_999 : step };
  const asked = askedOf(state);
  // A set begins where it begins; where its maker stood would only give away what comes.
  return encodeTreesLink({ spec, at: asked ? null : at, asked }, catalogue.defaultLab);
}

const app = createTreesApp();

export const treesStore = app.store;

export function useTrees<T>(selector: (state: TreesState) => T): T {
  return useStore(treesStore, selector);
}

let started = false;

/** Called whenever the workspace comes on screen; the first time it starts the worker and reads the address bar. */
export function enterTrees(): void {
  app.core.active = true;
  if (started) return;
  started = true;
  const shell = appStore.getState().actions;
  app.core.addressChanged = (how) => shell.addressChanged(how);
  tellMoments(
    app.store,
    (state, before) => state.position !== before.position || state.predict.mode !== before.predict.mode,
    () => shell.addressChanged('replace'),
  );
  const hash = shell.registerWorkspace('trees', {
    link: () => linkOf(app.store.getState()),
    follow: (to) => {
      follow(app.core, to).catch(() => {});
    },
    take: async () => (await import('./take.ts')).takeTrees(app.core),
  });
  window.__migrascope.trees = app.store;
  offerImportedTraces().catch(() => {});
  app.start(browserEnvironment(), hash).catch((reason: unknown) => {
    app.store.setState({ status: 'failed', notice: { kind: 'error', text: String(reason) } });
  });
}

/** The lab lists imported traces beside those that come with the app. */
async function offerImportedTraces(): Promise<void> {
  const [{ offerTraces }, { withTraces }] = await Promise.all([
    import('../traces/offer.ts'),
    import('./trace-choices.ts'),
  ]);
  offerTraces(
    {
      get: () => app.store.getState().catalogue,
      put: (catalogue) => app.store.setState({ catalogue }),
      subscribe: app.store.subscribe,
    },
    withTraces,
  );
}

/** Playback waits until it is on screen again. */
export function leaveTrees(): void {
  app.core.active = false;
}
