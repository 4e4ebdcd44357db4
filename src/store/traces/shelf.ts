/** Where imported page traces lie: in the browser's database, or in memory where it lets nothing be kept. */
import { type DBSchema, openDB } from 'idb';
import type { Trace, TraceFormName } from '../../protocol/import/requests.ts';

/** What is told of a trace without reading it. */
export interface TraceInfo {
  readonly name: string;
  /** name of the file it was read from */
  readonly file: string;
  readonly form: TraceFormName;
  readonly rows: number;
  readonly writes: number;
  readonly pages: number;
  /** wall time, ms since 1970 */
  readonly savedAt: number;
}

export interface TraceShelf {
  list(): Promise<readonly TraceInfo[]>;
  get(name: string): Promise<Trace | null>;
  /** over one of the same name, which holds the same rows */
  put(info: TraceInfo, trace: Trace): Promise<void>;
  remove(name: string): Promise<void>;
}

const NAME = 'migrascope-traces';
const VERSION = 1;

interface Schema extends DBSchema {
  /** apart from the rows, so that a list reads no rows */
  info: { key: string; value: TraceInfo };
  rows: { key: string; value: Trace };
}

/** @throws whatever the browser says where it lets nothing be kept */
export async function databaseShelf(): Promise<TraceShelf> {
  const open = () =>
    openDB<Schema>(NAME, VERSION, {
      upgrade: (db, from) => {
        if (from >= 1) return;
        db.createObjectStore('info', { keyPath: 'name' });
        db.createObjectStore('rows', { keyPath: 'name' });
      },
    });
  (await open()).close();
  // Opened for each use: seldom enough, and so no tab ever holds another one's upgrade up.
  const use = async <T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const db = await open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  };
  return {
    list: () => use((db) => db.getAll('info')),
    get: (name) => use(async (db) => (await db.get('rows', name)) ?? null),
    put: (info, trace) =>
      use(async (db) => {
        const tx = db.transaction(['info', 'rows'], 'readwrite');
        const written = [tx.objectStore('info').put(info), tx.objectStore('rows').put({ ...trace })];
        await Promise.all([...written, tx.done]);
      }),
    remove: (name) =>
      use(async (db) => {
        const tx = db.transaction(['info', 'rows'], 'readwrite');
        await Promise.all([
          tx.objectStore('info').delete(name),
          tx.objectStore('rows').delete(name),
          tx.done,
        ]);
      }),
  };
}

export function memoryShelf(): TraceShelf {
  const there = new Map<string, { readonly info: TraceInfo; readonly trace: Trace }>();
  return {
    list: async () => [...there.values()].map(({ info }) => info),
    get: async (name) => there.get(name)?.trace ?? null,
    put: async (info, trace) => {
      there.set(info.name, { info, trace });
    },
    remove: async (name) => {
      there.delete(name);
    },
  };
}
