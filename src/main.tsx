import '@fontsource-variable/inter';
import './views/shell/mantine.css';
import './views/shared/theme.css';
import './views/shell/shell.css';
import { createRoot } from 'react-dom/client';
import type { StoreApi } from 'zustand/vanilla';
import type { EvidenceState } from './store/evidence/types.ts';
import type { ExploreState } from './store/explore/types.ts';
import type { MigrationState } from './store/migration/types.ts';
import { appStore, hashAtMoment, startApp } from './store/store.ts';
import type { TreesState } from './store/trees/types.ts';
import { App } from './views/App.tsx';

declare global {
  interface Window {
    /** for browser tests and the curious */
    __migrascope: {
      store: typeof appStore;
      hashAt: typeof hashAtMoment;
      /** the other workspaces' stores, once they were opened */
      trees?: StoreApi<TreesState>;
      migration?: StoreApi<MigrationState>;
      explore?: StoreApi<ExploreState>;
      evidence?: StoreApi<EvidenceState>;
    };
  }
}

window.__migrascope = { store: appStore, hashAt: hashAtMoment };

async function begin(): Promise<void> {
  const { hash } = location;
  // One panel alone, a theme, a teacher's locks: loaded only where the address asks for something.
  const frame = location.search === '' ? null : (await import('./views/embed/frame.tsx')).framePage();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App frame={frame} />);
  if (frame?.runs !== false) await startApp();
  if (frame === null)
    import('./store/kept/session-start.ts').then(
      (it) => it.startSessionHere(hash),
      () => {},
    );
  if (import.meta.env.PROD && frame === null) {
    const { holdForOffline } = await import('./views/shell/offline.ts');
    await holdForOffline();
  }
}

begin().catch((reason: unknown) => {
  appStore.setState({ status: 'failed', notice: { kind: 'error', text: String(reason) } });
});
