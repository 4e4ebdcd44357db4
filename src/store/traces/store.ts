/** The page traces somebody imported into this browser. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TraceReading } from '../../protocol/import/requests.ts';
import type { TracePart } from '../../protocol/trace-requests.ts';
import { databaseShelf, memoryShelf, type TraceInfo, type TraceShelf } from './shelf.ts';

export interface TracesState {
  /** 'denied': they last as long as the page */
  readonly status: 'unread' | 'ready' | 'denied';
  /** newest first */
  readonly list: readonly TraceInfo[];
}

export interface Traces {
  /** reads the list, once; later calls do nothing */
  read(): Promise<void>;
  /** null where it is not here */
  info(name: string): Promise<TraceInfo | null>;
  /** the part that begins with a row; null where it is not here */
  part(name: string, from: number): Promise<TracePart | null>;
  /** @returns whether it lasts longer than the page */
  keep(file: string, reading: TraceReading): Promise<boolean>;
  remove(name: string): Promise<void>;
}

export const tracesStore = createStore<TracesState>(() => ({ status: 'unread', list: [] }));

export function useTraces<T>(selector: (state: TracesState) => T): T {
  return useStore(tracesStore, selector);
}

/** @param openShelf @throws where nothing can be kept */
export function createTraces(openShelf: () => Promise<TraceShelf>, now: () => number): Traces {
  /** of this page: what the browser would not keep */
  const page = memoryShelf();
  let opening: Promise<TraceShelf | null> | null = null;
  let reading: Promise<void> | null = null;
  const shelf = (): Promise<TraceShelf | null> => {
    opening ??= openShelf().catch(() => null);
    return opening;
  };
  const list = async () => {
    const kept = await shelf();
    const all = await kept?.list().catch(() => []);
    const here = await page.list();
    const both = [...here, ...(all ?? []).filter(({ name }) => !here.some((one) => one.name === name))];
    tracesStore.setState({
      status: kept === null ? 'denied' : 'ready',
      list: both.sort((a, b) => b.savedAt - a.savedAt),
    });
  };
  const read = () => {
    reading ??= list();
    return reading;
  };
  return {
    read,
    info: async (name) => {
      await read();
      return tracesStore.getState().list.find((info) => info.name === name) ?? null;
    },
    part: async (name, from) => {
      const here = await page.part(name, from);
      if (here !== null) return here;
      return (await (await shelf())?.part(name, from).catch(() => null)) ?? null;
    },
    keep: async (file, { form, writes, trace }) => {
      const { name, pages, pageCount } = trace;
      const info = { name, file, form, rows: pages.length, writes, pages: pageCount, savedAt: now() };
      const kept = await shelf();
      const lasts =
        kept !== null &&
        (await kept.put(info, trace).then(
          () => true,
          () => false,
        ));
      if (!lasts) await page.put(info, trace);
      await list();
      return lasts;
    },
    remove: async (name) => {
      await page.remove(name);
      await (await shelf())?.remove(name).catch(() => {});
      await list();
    },
  };
}

export const traces: Traces = createTraces(databaseShelf, () => Date.now());
