/** The Evidence page's store, loaded with it. Everything that changes it is an action; views only read and call. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { encodeEvidenceLink } from '../../protocol/migration/evidence-link.ts';
import { page } from '../page.ts';
import { appStore } from '../store.ts';
import type { EvidenceCore } from './core.ts';
import { browserEnvironment, type EvidenceEnvironment } from './environment.ts';
import { figureActions } from './figures.ts';
import { initialState } from './initial.ts';
import { follow, start } from './lifecycle.ts';
import { logActions } from './log.ts';
import { twinActions } from './twins.ts';
import type { EvidenceState } from './types.ts';

export interface EvidenceApp {
  store: StoreApi<EvidenceState>;
  core: EvidenceCore;
  start(env: EvidenceEnvironment, hash: string): Promise<void>;
}

export function createEvidenceApp(): EvidenceApp {
  const store = createStore<EvidenceState>(() => ({ ...initialState(), actions: undefined as never }));
  const core: EvidenceCore = {
    store,
    env: null,
    client: null,
    deathsMs: [],
    addressChanged: () => {},
    onDeath: [],
  };
  const setSection = (section: EvidenceState['section']) => {
    if (store.getState().section === section) return;
    store.setState({ section });
    core.addressChanged('replace');
  };
  store.setState({
    actions: page.guarded(
      'evidence',
      {
        ...twinActions(core),
        ...figureActions(core),
        ...logActions(core),
        setSection,
        openSection: (section) => {
          setSection(section);
          store.setState(({ summons }) => ({ summons: summons + 1 }));
        },
        tell: (problem) => problem !== null && store.setState({ notice: { kind: 'error', text: problem } }),
        dismissNotice: () => store.setState({ notice: null }),
        link: () => linkOf(store.getState()),
        killWorker: () => core.client?.kill('it was ended on purpose'),
      },
      store.getState,
    ),
  });
  return { store, core, start: (env, hash) => start(core, env, hash) };
}

function linkOf({ section, chosen }: EvidenceState): string {
  return encodeEvidenceLink({ section, run: chosen });
}

const app = createEvidenceApp();

export const evidenceStore = app.store;

export function useEvidence<T>(selector: (state: EvidenceState) => T): T {
  return useStore(evidenceStore, selector);
}

let started = false;

/** Called whenever the page comes on screen; the first time it starts the worker and reads the address bar. */
export function enterEvidence(): void {
  if (started) return;
  started = true;
  const shell = appStore.getState().actions;
  const hash = shell.registerWorkspace('evidence', {
    link: () => linkOf(app.store.getState()),
    follow: (to) => follow(app.core, to),
    take: async () => (await import('./take.ts')).takeEvidence(app.core),
  });
  app.core.addressChanged = (how) => shell.addressChanged(how);
  window.__migrascope.evidence = app.store;
  app.start(browserEnvironment(), hash).catch((reason: unknown) => {
    app.store.setState({ status: 'failed', notice: { kind: 'error', text: String(reason) } });
  });
}

/** Long work goes on while another workspace is on screen: there is nothing here that plays. */
export function leaveEvidence(): void {}
