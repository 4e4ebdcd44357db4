/** Brings what was read on screen, in the workspace it belongs to. Workspaces are loaded when they are needed. */
import type { Found } from '../../protocol/import/requests.ts';
import type { Workspace } from '../../protocol/link.ts';
import type { MoveLab } from '../../protocol/migration/model.ts';
import { appStore } from '../store.ts';
import type { TraceInfo } from '../traces/shelf.ts';
import { WORDS } from './words.ts';

/** Resolves to one sentence where it cannot be; nothing on screen is lost then. */
type Opened = Promise<string | null>;

interface Readable<S> {
  getState(): S;
  subscribe(listener: (state: S) => void): () => void;
}

/** @returns false if it failed for good */
function until<S extends { readonly status: string }>(
  store: Readable<S>,
  isReady: (state: S) => boolean,
): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (state: S): boolean => {
      if (state.status !== 'failed' && !isReady(state)) return false;
      resolve(state.status !== 'failed');
      return true;
    };
    if (look(store.getState())) return;
    const stop = store.subscribe((state) => {
      // First, for what follows may change the store again.
      if (look(state)) stop();
    });
  });
}

const show = (workspace: Workspace) => appStore.getState().actions.openWorkspace(workspace);

export async function openFound(name: string, found: Found): Opened {
  switch (found.kind) {
    case 'failover':
      show('failover');
      appStore.getState().actions.playRun(found.run, 0);
      return null;
    case 'migration':
      return openMove(() => found.lab);
    case 'trees': {
      const store = await trees();
      return store?.actions.openLab(found.spec) ?? WORDS.notReady;
    }
    case 'tree-text': {
      if ((await trees()) === null) return WORDS.notReady;
      const { offerText } = await import('../trees/incoming.ts');
      offerText({ text: found.text, source: name === WORDS.pasted ? null : name });
      return null;
    }
    case 'sweep': {
      const { exploreStore } = await import('../explore/store.ts');
      show('explore');
      const stands = await until(exploreStore, ({ status, sweep }) => status === 'ready' && sweep !== null);
      return stands ? exploreStore.getState().actions.openSweep(found.spec) : WORDS.notReady;
    }
    case 'log': {
      const { evidenceStore } = await import('../evidence/store.ts');
      show('evidence');
      if (!(await until(evidenceStore, ({ status }) => status === 'ready'))) return WORDS.notReady;
      const { openLog, openSection } = evidenceStore.getState().actions;
      openSection('log');
      openLog(name, found.text);
      return null;
    }
    default:
      return null;
  }
}

async function openMove(change: (before: MoveLab) => MoveLab): Opened {
  const { migrationStore } = await import('../migration/store.ts');
  show('migration');
  const stands = await until(migrationStore, ({ status, lab }) => status === 'ready' && lab !== null);
  const { lab, actions } = migrationStore.getState();
  return stands && lab !== null ? actions.openLab(change(lab)) : WORDS.notReady;
}

async function trees() {
  const { treesStore } = await import('../trees/store.ts');
  show('trees');
  const stands = await until(treesStore, ({ status, spec }) => status === 'ready' && spec !== null);
  return stands ? treesStore.getState() : null;
}

const EXTENT_PAGES = 16;
/** accesses a tree is asked for at once; a longer recording is cut there */
const MOST_ACCESSES = 20_000;

/** What the guest on screen writes becomes this recording; memory grows where it does not hold the recording's pages. */
export function moveWithTrace({ name, pages }: TraceInfo): Opened {
  return openMove(({ spec, against }) => {
    const { vm } = spec;
    const needed = Math.ceil(pages / EXTENT_PAGES) * EXTENT_PAGES;
    let { memoryMiB } = vm;
    while (Math.floor((memoryMiB * 1_048_576) / vm.pageBytes) < needed) memoryMiB *= 2;
    const workload = { ...vm.workload, pattern: 'trace' as const, file: name };
    return { spec: { ...spec, vm: { ...vm, memoryMiB, workload } }, against };
  });
}

/** The recording's pages become the keys an empty tree is asked for. */
export async function treesWithTrace({ name, rows }: TraceInfo): Opened {
  const store = await trees();
  const { spec, actions } = store ?? {};
  if (!spec || !actions) return WORDS.notReady;
  const length = Math.min(MOST_ACCESSES, rows);
  return actions.openLab({
    ...spec,
    start: 'empty',
    stream: { kind: 'trace', parameters: { trace: name }, length, keys: spec.stream.keys, list: [] },
    typed: [],
  });
}
