import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { appStore, useApp } from '../store/store.ts';
import styles from './App.module.css';
import type { PageFrame } from './embed/frame.tsx';
import { FailoverWorkspace } from './failover/FailoverWorkspace.tsx';
import { LoadingFailure, tellPage } from './shared/LoadingFailure.tsx';
import { Header } from './shell/Header.tsx';
import { useKeyboard } from './shell/keyboard.ts';
import { Notices } from './shell/Notices.tsx';
import { SentenceBar } from './shell/sentence/SentenceBar.tsx';
import { theme, variables } from './shell/theme.ts';
import { usePresent } from './shell/use-present.ts';
import { UI } from './shell/words.ts';

const Panels = lazy(() => import('./shell/panels/Panels.tsx'));
const Desk = lazy(() => import('./desk/Desk.tsx'));
const Intake = lazy(() => import('./desk/import/Intake.tsx').catch(() => ({ default: () => null })));
/** The Failover workspace comes with the page, the others when they are asked for. */
const LATER = {
  migration: lazy(() => import('./migration/MigrationWorkspace.tsx')),
  trees: lazy(() => import('./trees/TreesWorkspace.tsx')),
  explore: lazy(() => import('./explore/ExploreWorkspace.tsx')),
  evidence: lazy(() => import('./evidence/EvidencePage.tsx')),
};

/** @param frame what the address asks for around the page, as a rule nothing */
export function App({ frame }: { frame: PageFrame | null }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      {...frame?.scheme}
    >
      <Page frame={frame} />
    </MantineProvider>
  );
}

function Page({ frame }: { frame: PageFrame | null }) {
  usePresent();
  const workspace = useApp((state) => state.workspace);
  const panel = useApp((state) => state.panel);
  return (
    <div className={styles.page}>
      <Header />
      {frame?.above}
      <Notices />
      <Suspense>
        <Intake />
      </Suspense>
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
      {frame?.below}
      <LoadingFailure key={panel} tell={panelFailed}>
        <Suspense>{panel === 'desk' ? <Desk /> : panel !== 'none' && <Panels />}</Suspense>
      </LoadingFailure>
    </div>
  );
}

/** A panel stands over the page: where it would be there is nothing, so the page's own notice tells. */
function panelFailed(text: string): void {
  appStore.setState({ panel: 'none' });
  tellPage(text);
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
