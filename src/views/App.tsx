import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useApp } from '../store/store.ts';
import styles from './App.module.css';
import { FailoverWorkspace } from './failover/FailoverWorkspace.tsx';
import { Header } from './shell/Header.tsx';
import { useKeyboard } from './shell/keyboard.ts';
import { LoadingFailure } from './shell/LoadingFailure.tsx';
import { Notices } from './shell/Notices.tsx';
import { SentenceBar } from './shell/sentence/SentenceBar.tsx';
import { theme, variables } from './shell/theme.ts';
import { usePresent } from './shell/use-present.ts';
import { UI } from './shell/words.ts';

const Panels = lazy(() => import('./shell/panels/Panels.tsx'));
const Desk = lazy(() => import('./desk/Desk.tsx'));
/** The Failover workspace comes with the page, the others when they are asked for. */
const LATER = {
  migration: lazy(() => import('./migration/MigrationWorkspace.tsx')),
  trees: lazy(() => import('./trees/TreesWorkspace.tsx')),
  explore: lazy(() => import('./explore/ExploreWorkspace.tsx')),
  evidence: lazy(() => import('./evidence/EvidencePage.tsx')),
};

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <Page />
    </MantineProvider>
  );
}

function Page() {
  usePresent();
  const workspace = useApp((state) => state.workspace);
  const panel = useApp((state) => state.panel);
  return (
    <div className={styles.page}>
      <Header />
      <Notices />
      <main className={styles.main}>
        {workspace === 'failover' ? (
          <Failover />
        ) : (
          <LoadingFailure key={workspace}>
            <Suspense fallback={<p className={styles.loading}>{UI.loading}</p>}>
              <Later name={workspace} />
            </Suspense>
          </LoadingFailure>
        )}
      </main>
      <Suspense>{panel === 'desk' ? <Desk /> : panel !== 'none' && <Panels />}</Suspense>
    </div>
  );
}

function Later({ name }: { name: keyof typeof LATER }) {
  const Workspace = LATER[name];
  return <Workspace />;
}

function Failover() {
  useKeyboard();
  return (
    <>
      <SentenceBar />
      <FailoverWorkspace />
    </>
  );
}
