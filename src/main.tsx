import '@fontsource-variable/inter';
import './views/shell/mantine.css';
import './views/shared/theme.css';
import './views/shell/shell.css';
import { createRoot } from 'react-dom/client';
import type { StoreApi } from 'zustand/vanilla';
import type { EvidenceState } from './store/evidence/types.ts';
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
      evidence?: StoreApi<EvidenceState>;
    };
  }
}

window.__migrascope = { store: appStore, hashAt: hashAtMoment };

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
startApp().catch((reason: unknown) => {
  appStore.setState({ status: 'failed', notice: { kind: 'error', text: String(reason) } });
});
