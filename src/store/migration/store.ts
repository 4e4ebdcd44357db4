/** The Migration workspace's store, loaded with it. Everything that changes it is an action; views only read and call. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { encodeMoveLink } from '../../protocol/migration/link.ts';
import { page } from '../page.ts';
import { appStore } from '../store.ts';
import { tellMoments } from '../tell-moments.ts';
import type { MigrationCore } from './core.ts';
import { browserEnvironment, type MigrationEnvironment } from './environment.ts';
import { faultActions } from './faults.ts';
import { initialState } from './initial.ts';
import { labActions } from './labs.ts';
import { follow, start } from './lifecycle.ts';
import { playbackActions } from './playback.ts';
import { settingActions } from './settings.ts';
import { storyActions } from './stories.ts';
import type { MigrationState } from './types.ts';
import { workActions } from './work.ts';

export interface MigrationApp {
  store: StoreApi<MigrationState>;
  core: MigrationCore;
  start(env: MigrationEnvironment, hash: string): Promise<void>;
}

export function createMigrationApp(): MigrationApp {
  const store = createStore<MigrationState>(() => ({ ...initialState(), actions: undefined as never }));
  const core: MigrationCore = {
    store,
    env: null,
    client: null,
    generation: 0,
    active: true,
    wanted: false,
    clockMs: 0,
    pace: [],
    undoLabs: [],
    deathsMs: [],
    lives: 0,
    addressChanged: () => {},
    opening: null,
    firstHash: '',
    onLab: [],
    onMoment: [],
    onResumed: [],
  };
  const set = (part: Partial<MigrationState>) => store.setState(part);
  store.setState({
    actions: page.guarded(
      'migration',
      {
        ...playbackActions(core),
        ...labActions(core),
        ...settingActions(core),
        ...faultActions(core),
        ...storyActions(core),
        ...workActions(core),
        setView: (view) => {
          if (store.getState().view === view) return;
          set({ view });
          core.addressChanged('push');
        },
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
function linkOf({ lab, catalogue, atMs, view }: MigrationState): string {
  if (lab === null || catalogue === null) return '';
  return encodeMoveLink({ lab, atMs: atMs > 0 ? atMs : null, view }, catalogue.defaultLab);
}

const app = createMigrationApp();

export const migrationStore = app.store;

export function useMigration<T>(selector: (state: MigrationState) => T): T {
  return useStore(migrationStore, selector);
}

let started = false;

/** Called whenever the workspace comes on screen; the first time it starts the worker and reads the address bar. */
export function enterMigration(): void {
  app.core.active = true;
  if (started) return;
  started = true;
  const shell = appStore.getState().actions;
  app.core.addressChanged = (how) => shell.addressChanged(how);
  tellMoments(
    app.store,
    (state, before) => state.atMs !== before.atMs,
    () => shell.addressChanged('replace'),
  );
  const hash = shell.registerWorkspace('migration', {
    link: () => linkOf(app.store.getState()),
    follow: (to) => {
      follow(app.core, to).catch(() => {});
    },
    take: async () => (await import('./take.ts')).takeMigration(app.core),
  });
  window.__migrascope.migration = app.store;
  offerImportedTraces().catch(() => {});
  app.start(browserEnvironment(), hash).catch((reason: unknown) => {
    app.store.setState({ status: 'failed', notice: { kind: 'error', text: String(reason) } });
  });
}

/** Setup lists imported traces beside those that come with the app. */
async function offerImportedTraces(): Promise<void> {
  const { offerTraces } = await import('../traces/offer.ts');
  offerTraces(
    {
      get: () => app.store.getState().catalogue,
      put: (catalogue) => app.store.setState({ catalogue }),
      subscribe: app.store.subscribe,
    },
    (catalogue, names) => ({ ...catalogue, traces: [...catalogue.traces, ...names] }),
  );
}

/** Playback waits until it is on screen again. */
export function leaveMigration(): void {
  app.core.active = false;
}
