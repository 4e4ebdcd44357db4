/** The browser's database of kept things. One record a thing, so that none is ever half-written. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptRecord } from './record.ts';
import type { Shelf, Stored } from './shelf.ts';

const NAME = 'migrascope';
/** of the database's stores; records have versions of their own */
const VERSION = 1;
const STORE = 'kept';

interface Schema extends DBSchema {
  [STORE]: { key: number; value: KeptRecord };
}

/** Why the database cannot be had. */
export class Denied extends Error {
  readonly why: 'refused' | 'newer-tab' | 'older-tab';

  constructor(why: Denied['why']) {
    super(why);
    this.why = why;
  }
}

/** A browser that does not answer at all refuses, too. */
const PATIENCE_MS = 10_000;

/** @throws Denied, from here and from everything the shelf does */
export async function openDatabase(): Promise<Shelf> {
  const connection = new Connection();
  await connection.get();
  return {
    all: () =>
      connection.use(async (db) => {
        const { store, done } = db.transaction(STORE);
        const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll(), done]);
        return keys.map((id, i): Stored => ({ id, raw: values[i] }));
      }),
    add: (record) =>
      connection.use(async (db) => {
        const tx = db.transaction(STORE, 'readwrite');
        // Both, so that no refusal goes unheard: the write may be refused when the transaction ends.
        const [id] = await Promise.all([tx.store.add(record), tx.done]);
        return id;
      }),
    restore: (stored) =>
      connection.use(async (db) => {
        const tx = db.transaction(STORE, 'readwrite');
        const written = stored.map(({ id, raw }) => tx.store.put(raw as KeptRecord, id));
        await Promise.all([...written, tx.done]);
      }),
    rename: (id, name) =>
      connection.use(async (db) => {
        const tx = db.transaction(STORE, 'readwrite');
        const there = await tx.store.get(id);
        await Promise.all([there && tx.store.put({ ...there, name }, id), tx.done]);
        return there !== undefined;
      }),
    remove: (ids) =>
      connection.use(async (db) => {
        const tx = db.transaction(STORE, 'readwrite');
        const there = await Promise.all(ids.map((id) => tx.store.get(id)));
        await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
        return ids.flatMap((id, i) => (there[i] === undefined ? [] : [{ id, raw: there[i] }]));
      }),
  };
}

class Connection {
  #open: Promise<IDBPDatabase<Schema>> | null = null;

  get(): Promise<IDBPDatabase<Schema>> {
    if (this.#open === null) {
      const opening = this.#try();
      this.#open = opening;
      opening.catch(() => this.#forget(opening));
    }
    return this.#open;
  }

  /** A connection another tab or the browser has closed is opened once more. */
  async use<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.get());
    } catch (reason) {
      if (!(reason instanceof DOMException) || reason.name !== 'InvalidStateError') throw reason;
      this.#open = null;
      return work(await this.get());
    }
  }

  #forget(opening: Promise<IDBPDatabase<Schema>>): void {
    if (this.#open === opening) this.#open = null;
  }

  /** Never throws at once, whatever the browser does when it is asked. */
  async #try(): Promise<IDBPDatabase<Schema>> {
    let deny: (why: Denied['why']) => void = () => {};
    const denied = new Promise<never>((_, reject) => {
      deny = (why) => reject(new Denied(why));
    });
    const timer = setTimeout(() => deny('refused'), PATIENCE_MS);
    try {
      const opening = openDB<Schema>(NAME, VERSION, {
        upgrade: (db, from) => {
          if (from < 1) db.createObjectStore(STORE, { autoIncrement: true });
        },
        blocked: () => deny('older-tab'),
        // A newer tab wants to upgrade: it shall not wait for this one.
        blocking: (_from, _to, event) => {
          (event.target as IDBDatabase).close();
          this.#open = null;
        },
        terminated: () => {
          this.#open = null;
        },
      });
      // Should it open after all, too late, nobody must be kept waiting by it.
      denied.catch(() => opening.then((db) => db.close()).catch(() => {}));
      return await Promise.race([opening, denied]);
    } catch (reason) {
      if (reason instanceof Denied) throw reason;
      throw new Denied(
        reason instanceof DOMException && reason.name === 'VersionError' ? 'newer-tab' : 'refused',
      );
    } finally {
      clearTimeout(timer);
    }
  }
}
