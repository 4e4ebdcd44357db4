/** Where imported page traces lie: in the browser's database, or in memory where it lets nothing be kept. */
import { type DBSchema, openDB } from 'idb';
import type { Trace, TraceFormName } from '../../protocol/import/requests.ts';
import type { TracePart } from '../../protocol/trace-requests.ts';
import { partsOf } from './parts.ts';

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
  /** the part that begins with a row; null where it is not there */
  part(name: string, from: number): Promise<TracePart | null>;
  /** over one of the same name, which holds the same rows */
  put(info: TraceInfo, trace: Trace): Promise<void>;
  remove(name: string): Promise<void>;
}

const NAME = 'migrascope-traces';
const VERSION = 1;

interface Schema extends DBSchema {
  /** apart from the rows, so that a list reads no rows */
  info: { key: string; value: TraceInfo };
  parts: { key: [name: string, from: number]; value: TracePart };
}

/** @throws whatever the browser says where it lets nothing be kept */
export async function databaseShelf(): Promise<TraceShelf> {
  const open = () =>
    openDB<Schema>(NAME, VERSION, {
      upgrade: (db, from) => {
        if (from >= 1) return;
        db.createObjectStore('info', { keyPath: 'name' });
        db.createObjectStore('parts', { keyPath: ['name', 'from'] });
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
    part: (name, from) => use(async (db) => (await db.get('parts', [name, from])) ?? null),
    put: (info, trace) =>
      use(async (db) => {
        const tx = db.transaction(['info', 'parts'], 'readwrite');
        // Heard at its end; before that it is nobody's failure.
        tx.done.catch(() => {});
        for (const part of partsOf(trace)) await tx.objectStore('parts').put(part);
        await tx.objectStore('info').put(info);
        await tx.done;
      }),
    remove: (name) =>
      use(async (db) => {
        const tx = db.transaction(['info', 'parts'], 'readwrite');
        const parts = IDBKeyRange.bound([name, 0], [name, Number.MAX_VALUE]);
        await Promise.all([
          tx.objectStore('info').delete(name),
          tx.objectStore('parts').delete(parts),
          tx.done,
        ]);
      }),
  };
}

export function memoryShelf(): TraceShelf {
  const there = new Map<string, { readonly info: TraceInfo; readonly trace: Trace }>();
  return {
    list: async () => [...there.values()].map(({ info }) => info),
    part: async (name, from) => {
      const trace = there.get(name)?.trace;
      return trace === undefined ? null : (partsOf(trace, from).next().value ?? null);
    },
    put: async (info, trace) => {
      there.set(info.name, { info, trace });
    },
    remove: async (name) => {
      there.delete(name);
    },
  };
}
