import '@fontsource-variable/inter';
import './views/shell/mantine.css';
import './views/shared/theme.css';
import './views/shell/shell.css';
import { createRoot } from 'react-dom/client';
import { appStore, hashAtMoment, startApp } from './store/store.ts';
import { App } from './views/App.tsx';

declare global {
  interface Window {
    /** for browser tests and the curious */
    __migrascope: { store: typeof appStore; hashAt: typeof hashAtMoment };
  }
}

window.__migrascope = { store: appStore, hashAt: hashAtMoment };

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
startApp().catch((reason: unknown) => {
  appStore.setState({ status: 'failed', notice: { kind: 'error', text: String(reason) } });
});
