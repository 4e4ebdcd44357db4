/** The importer with a worker that is none, a desk that is only told of, and destinations that only remember. */
import type {
  FromImportWorker,
  ImportRequests,
  ToImportWorker,
} from '../../../src/protocol/import/requests.ts';
import type { Workspace } from '../../../src/protocol/link.ts';
import { createImportApp } from '../../../src/store/import/store.ts';
import type { ImportActions } from '../../../src/store/import/types.ts';
import { memoryShelf } from '../../../src/store/traces/shelf.ts';
import { createTraces } from '../../../src/store/traces/store.ts';
import type { WorkerLike } from '../../../src/worker/client.ts';
import { ImportHost } from '../../../src/worker/import/host.ts';
import { library } from '../../engine/recorded.ts';

export function importing({ denied = false, refusal = null as string | null } = {}) {
  const opened: unknown[] = [];
  let desk = false;
  let here: Workspace = 'failover';
  let alive = 0;
  const timers: (() => void)[] = [];
  /** Answers wait until they are let go, where a test wants to look in between. */
  let hold: (() => Promise<void>) | null = null;
  const createWorker = (): WorkerLike<ImportRequests> => {
    alive += 1;
    const worker: WorkerLike<ImportRequests> = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      postMessage: (message: ToImportWorker) => host.handle(message),
      terminate: () => {
        alive -= 1;
        worker.onmessage = null;
      },
    };
    const host = new ImportHost({
      version: 'test',
      now: () => performance.now(),
      pause: async () => {},
      post: (data: FromImportWorker) => {
        void (hold?.() ?? Promise.resolve()).then(() => worker.onmessage?.({ data }));
      },
      loadLibrary: async () => library,
    });
    workers.push(worker);
    return worker;
  };
  const workers: WorkerLike<ImportRequests>[] = [];
  const traces = createTraces(
    async () => {
      if (denied) throw new Error('denied');
      return memoryShelf();
    },
    () => 1,
  );
  const store = createImportApp(
    {
      createWorker,
      visible: () => true,
      refusal: () => refusal,
      here: () => here,
      isDeskOpen: () => desk,
      openDesk: () => {
        desk = true;
      },
      closeDesk: () => {
        desk = false;
      },
      go: (hash) => opened.push(hash),
      later: (_ms, run) => timers.push(run),
    },
    traces,
    {
      openFound: async (name, found) => {
        opened.push([name, found.kind]);
        return found.kind === 'sweep' ? 'It cannot be.' : null;
      },
      moveWithTrace: async ({ name }) => {
        opened.push(['migration', name]);
        return null;
      },
      treesWithTrace: async ({ name }) => {
        opened.push(['trees', name]);
        return null;
      },
    },
  );
  const actions: ImportActions = store.getState().actions;
  return {
    store,
    actions,
    opened,
    traces,
    killWorker: (message: string) => workers.at(-1)?.onerror?.({ message }),
    items: () => store.getState().items,
    take: (...texts: readonly string[]) =>
      actions.take(texts.map((content, i) => ({ name: `file-${i}.txt`, content: new Blob([content]) }))),
    isDeskOpen: () => desk,
    openDesk: () => {
      desk = true;
    },
    stand: (workspace: Workspace) => {
      here = workspace;
    },
    alive: () => alive,
    patienceEnds: () => {
      for (const run of timers.splice(0)) run();
    },
    hold: (wait: (() => Promise<void>) | null) => {
      hold = wait;
    },
  };
}
