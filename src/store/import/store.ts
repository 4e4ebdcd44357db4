/** The importer's store, loaded when something is brought along first. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Found, ImportRequests } from '../../protocol/import/requests.ts';
import { format } from '../../protocol/texts.ts';
import { Cancelled, WorkerClient } from '../../worker/client.ts';
import { traces as browserTraces, type Traces } from '../traces/store.ts';
import { moveWithTrace, openFound, treesWithTrace } from './destinations.ts';
import { browserEnvironment, type ImportEnvironment } from './environment.ts';
import type { ImportItem, ImportState, Source, Use } from './types.ts';
import { WORDS } from './words.ts';

/** What was brought along before is told of for a while. */
const MOST_ITEMS = 20;
/** Reading that takes so many ms is shown, soon if there is progress to show; the worker itself may take a while to come. */
const PATIENCE: readonly (readonly [ms: number, leastDone: number])[] = [
  [400, 0.01],
  [3000, 0],
];

/** @param opens what brings things on screen; tests watch it */
export function createImportApp(
  env: ImportEnvironment,
  traces: Traces,
  opens = { openFound, moveWithTrace, treesWithTrace },
): StoreApi<ImportState> {
  const store = createStore<ImportState>(() => ({ items: [], notice: null, actions: undefined as never }));
  let nextId = 1;
  let client: WorkerClient<ImportRequests> | null = null;
  const reading = new Map<number, AbortController>();
  const contents = new Map<number, Source>();
  let turn: Promise<unknown> = Promise.resolve();

  const patch = (id: number, part: Partial<ImportItem>) =>
    store.setState(({ items }) => ({
      items: items.map((item) => (item.id === id ? { ...item, ...part } : item)),
    }));
  const itemOf = (id: number) => store.getState().items.find((item) => item.id === id);
  const fail = (id: number, problem: string) => patch(id, { status: 'failed', found: null, problem });

  const worker = () => {
    client ??= new WorkerClient<ImportRequests>({
      create: env.createWorker,
      onDeath: () => {
        client = null;
      },
      visible: env.visible,
    });
    return client;
  };

  /** Reads one item. @returns what it is, null where it was given up or cannot be read */
  const read = async (id: number, as: 'anything' | 'trace'): Promise<Found | null> => {
    const source = contents.get(id);
    if (source === undefined || itemOf(id) === undefined) return null;
    const abort = new AbortController();
    reading.set(id, abort);
    patch(id, { status: 'reading', done: 0, rows: 0, found: null, problem: null });
    try {
      const found = await worker().call(
        'read',
        { ...source, here: env.here(), as },
        {
          signal: abort.signal,
          onProgress: ({ read: bytes, total, rows }) =>
            patch(id, { done: total > 0 ? bytes / total : 0, rows }),
        },
      );
      if (found.kind === 'problem') {
        fail(id, found.text);
        return null;
      }
      const lasts = found.kind === 'trace' ? await traces.keep(source.name, found.reading) : null;
      patch(id, { status: 'read', done: 1, found, lasts });
      return found;
    } catch (error) {
      if (!(error instanceof Cancelled)) {
        const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
        fail(id, format(WORDS.stopped, { name: source.name, reason }));
      }
      return null;
    } finally {
      reading.delete(id);
    }
  };

  /** Brings it on screen. @returns whether that was possible */
  const open = async (id: number, name: string, found: Found): Promise<void> => {
    if (found.kind === 'link') env.go(found.hash);
    const problem = found.kind === 'link' ? null : await opens.openFound(name, found);
    if (problem === null) patch(id, { status: 'used', found: null });
    else fail(id, format(WORDS.notOpened, { name, problem }));
  };

  const begin = async (ids: readonly number[]): Promise<void> => {
    const [only] = ids.length === 1 ? ids : [];
    const quiet = only !== undefined && !env.isDeskOpen();
    if (only === undefined) env.openDesk();
    else
      for (const [ms, leastDone] of PATIENCE)
        env.later(ms, () => {
          const item = itemOf(only);
          if (item?.status === 'reading' && item.done >= leastDone) env.openDesk();
        });
    for (const id of ids) await read(id, 'anything');
    // Nobody waits for it any more, and what it read lies elsewhere.
    if (reading.size === 0) {
      client?.close();
      client = null;
    }
    if (only === undefined) return;
    const item = itemOf(only);
    if (item?.found && meansOneThing(item.found)) {
      await open(only, item.name, item.found);
      if (itemOf(only)?.status === 'used') env.closeDesk();
    } else if (item?.found) env.openDesk();
    const problem = itemOf(only)?.problem ?? null;
    if (problem !== null && quiet && !env.isDeskOpen())
      store.setState({ notice: { kind: 'error', text: problem } });
  };

  const sendTrace = async (name: string, use: 'migration' | 'trees'): Promise<string | null> => {
    const info = await traces.info(name);
    if (info === null) return format(WORDS.gone, { name });
    return use === 'migration' ? opens.moveWithTrace(info) : opens.treesWithTrace(info);
  };

  const use = async (id: number, how: Use): Promise<void> => {
    const item = itemOf(id);
    const found = item?.found;
    if (!item || !found) return;
    if (how === 'pages') {
      await read(id, 'trace');
      return;
    }
    if (found.kind === 'trace') {
      const { name } = found.reading.trace;
      const problem = await sendTrace(name, how === 'trees' ? 'trees' : 'migration');
      if (problem === null) env.closeDesk();
      else patch(id, { problem });
      return;
    }
    const meant: Found = found.kind === 'numbers' ? { kind: 'tree-text', text: found.text } : found;
    await open(id, item.name, meant);
    if (itemOf(id)?.status === 'used') env.closeDesk();
  };

  store.setState({
    actions: {
      take: async (sources) => {
        const refusal = env.refusal();
        if (refusal !== null) {
          store.setState({ notice: { kind: 'info', text: refusal } });
          return;
        }
        const items = sources.map(({ name, content }): ImportItem => {
          const id = nextId;
          nextId += 1;
          contents.set(id, { name, content });
          const size = typeof content === 'string' ? null : content.size;
          const blank = { done: 0, rows: 0, found: null, lasts: null, problem: null };
          return { id, name, size, status: 'waiting', ...blank };
        });
        store.setState((state) => ({
          items: [...items, ...state.items].slice(0, Math.max(MOST_ITEMS, items.length)),
          notice: null,
        }));
        for (const id of contents.keys()) if (itemOf(id) === undefined) contents.delete(id);
        const mine = turn.then(() => begin(items.map(({ id }) => id)));
        turn = mine.catch(() => {});
        await mine;
      },
      drop: (id) => {
        reading.get(id)?.abort();
        contents.delete(id);
        store.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }));
      },
      use,
      sendTrace: async (name, how) => {
        const problem = await sendTrace(name, how);
        if (problem === null) env.closeDesk();
        else store.setState({ notice: { kind: 'error', text: problem } });
      },
      traceFile: async (name) => {
        const { bringTraces } = await import('../traces/bring.ts');
        if ((await bringTraces(worker(), [name], traces)) !== null) return null;
        const { file } = await worker().call('csv', { name });
        return file as Blob;
      },
      dismissNotice: () => store.setState({ notice: null }),
    },
  });
  return store;
}

/** A trace goes to several places, plain numbers may be two things: somebody must say. */
function meansOneThing({ kind }: Found): boolean {
  return kind !== 'trace' && kind !== 'numbers';
}

export const importStore = createImportApp(browserEnvironment(), browserTraces);

export function useImport<T>(selector: (state: ImportState) => T): T {
  return useStore(importStore, selector);
}
