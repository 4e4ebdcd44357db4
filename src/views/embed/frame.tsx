/**
 * The page inside somebody else's page, or under a teacher's locks. Everything of it is here and loaded only where the
 * address asks for it; what a workspace shows is marked with `data-region`, and one rule of style hides the rest.
 */
import './frame.css';
import type { ReactNode } from 'react';
import { formatSearch, type PageWish, WHOLE } from '../../protocol/embed.ts';
import { type Workspace, workspaceOf } from '../../protocol/link.ts';
import { applySearch } from '../../store/embed.ts';
import { appStore } from '../../store/store.ts';
import { prefersReducedMotion } from '../shared/motion.ts';
import { Foot } from './Foot.tsx';
import { LockNote } from './LockNote.tsx';
import { Title } from './Title.tsx';
import { WORDS } from './words.ts';

export interface PageFrame {
  readonly scheme: { readonly forceColorScheme?: 'light' | 'dark' };
  readonly below: ReactNode;
  readonly above: ReactNode;
  /** the simulation can run here */
  readonly runs: boolean;
}

/** Reads the address, puts its locks into force and marks the page. Called once, before anything is drawn. */
export function framePage(): PageFrame | null {
  const wish = applySearch(location.search, location.hash, prefersReducedMotion());
  if (formatSearch(wish) === '' && wish.problem === null) return null;
  const { dataset } = document.documentElement;
  dataset.locks = wish.locks.join(' ');
  if (wish.panel !== null) embed(wish, wish.panel);
  // A sandbox without an origin lets no worker start.
  const runs = self.origin !== 'null';
  if (!runs) appStore.setState({ status: 'failed', notice: { kind: 'error', text: WORDS.noOrigin } });
  return {
    scheme: wish.theme === 'auto' ? {} : { forceColorScheme: wish.theme },
    above: wish.panel === null ? wish.locks.length > 0 && <LockNote wish={wish} /> : <Title wish={wish} />,
    below: wish.panel === null ? null : <Foot wish={wish} />,
    runs,
  };
}

function embed(wish: PageWish, panel: string): void {
  const { dataset } = document.documentElement;
  dataset.controls = wish.controls ? '1' : '0';
  const own = workspaceOf(location.hash);
  const shown = `[data-region="${panel}"]`;
  const rule = document.createElement('style');
  rule.textContent = `:root[data-embed="one"] :is([data-region], [data-regions]):not(${shown}, :has(${shown})) { display: none !important }`;
  document.head.append(rule);
  // Another workspace has other panels: there, the whole of it is shown.
  const mark = (workspace: Workspace) => {
    dataset.embed = panel !== WHOLE && workspace === own ? 'one' : 'all';
  };
  mark(own);
  appStore.subscribe(({ workspace }, before) => {
    if (workspace !== before.workspace) mark(workspace);
  });
  keepToItself(wish.controls);
}

/** The page around keeps its wheel (Ctrl or Cmd with it zooms), and without controls its keys, too. */
function keepToItself(controls: boolean): void {
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) event.stopImmediatePropagation();
  };
  window.addEventListener('wheel', wheel, { capture: true, passive: true });
  if (controls) return;
  const key = (event: KeyboardEvent) => event.stopImmediatePropagation();
  window.addEventListener('keydown', key, true);
  window.addEventListener('keyup', key, true);
}
