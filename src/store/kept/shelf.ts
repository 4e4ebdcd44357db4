/** Where records stand: in the browser's database, or, where it refuses, in this page's memory. */
import type { KeptRecord } from './record.ts';

export interface Shelf {
  /** everything, each with its id, damaged or not */
  all(): Promise<readonly Stored[]>;
  /** whole or not at all @returns the id it was given */
  add(record: KeptRecord): Promise<number>;
  /** puts things back under the ids they had, all of them or none */
  restore(stored: readonly Stored[]): Promise<void>;
  /** @returns false where there is no such record any more */
  rename(id: number, name: string): Promise<boolean>;
  /** @returns what was there, for `restore` */
  remove(ids: readonly number[]): Promise<readonly Stored[]>;
}

/** A record as it stands there: written by this version, by another one, or damaged. */
export interface Stored {
  readonly id: number;
  readonly raw: unknown;
}

/** Lasts as long as the page. */
export function memoryShelf(stored: readonly Stored[] = []): Shelf {
  const records = new Map(stored.map(({ id, raw }) => [id, raw]));
  let nextId = 1 + Math.max(0, ...records.keys());
  return {
    all: async () => Array.from(records, ([id, raw]) => ({ id, raw })),
    add: async (record) => {
      records.set(nextId, record);
      return nextId++;
    },
    restore: async (removed) => {
      for (const { id, raw } of removed) records.set(id, raw);
    },
    rename: async (id, name) => {
      if (!records.has(id)) return false;
      records.set(id, { ...(records.get(id) as KeptRecord), name });
      return true;
    },
    remove: async (ids) =>
      ids.flatMap((id) => {
        const raw = records.get(id);
        return records.delete(id) ? [{ id, raw }] : [];
      }),
  };
}
