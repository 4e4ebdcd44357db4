import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useApp } from '../store/store.ts';
import styles from './App.module.css';
import { FailoverWorkspace } from './failover/FailoverWorkspace.tsx';
import { Header } from './shell/Header.tsx';
import { useKeyboard } from './shell/keyboard.ts';
import { Notices } from './shell/Notices.tsx';
import { SentenceBar } from './shell/sentence/SentenceBar.tsx';
import { theme, variables } from './shell/theme.ts';
import { usePresent } from './shell/use-present.ts';

const Panels = lazy(() => import('./shell/panels/Panels.tsx'));

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <Page />
    </MantineProvider>
  );
}

function Page() {
  useKeyboard();
  usePresent();
  const asked = useApp((state) => state.panel !== 'none');
  return (
    <div className={styles.page}>
      <Header />
      <Notices />
      <main className={styles.main}>
        <SentenceBar />
        <FailoverWorkspace />
      </main>
      <Suspense>{asked && <Panels />}</Suspense>
    </div>
  );
}
