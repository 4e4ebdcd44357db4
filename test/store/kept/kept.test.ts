import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Denied } from '../../../src/store/kept/database.ts';
import type { Shelf } from '../../../src/store/kept/shelf.ts';
import { Browser, newItem, stop, sweepLine, sweepSpec, whole } from './browser.ts';

let browser: Browser;

beforeEach(() => {
  browser = new Browser();
});

describe('keeping', () => {
  test('what is on screen stands in the next page as it was kept', async () => {
    const tab = browser.tab();
    const id = await tab.actions.keep();
    expect(tab.state.notice).toEqual({ kind: 'info', text: 'Kept as “stop of node 1 at 18.0 s”.' });
    const later = browser.tab();
    await later.actions.read();
    expect(later.state.items).toEqual([
      {
        version: 1,
        id,
        name: stop.name,
        savedAt: 1_001_000,
        workspace: 'failover',
        link: stop.link,
        subject: stop.subject,
        figures: stop.figures,
        sweep: null,
      },
    ]);
    later.actions.open(id ?? -1);
    expect(browser.gone).toEqual([stop.link]);
  });

  test('the newest is first, and the same thing kept twice gets a number', async () => {
    const tab = browser.tab();
    await tab.actions.keep();
    await tab.actions.keep(stop.name);
    await tab.actions.keep('my own');
    expect(tab.names).toEqual(['my own', `${stop.name} (2)`, stop.name]);
  });

  test('a sweep comes back with its lines', async () => {
    const tab = browser.tab();
    await tab.actions.keepItem(
      newItem({ workspace: 'explore', sweep: { spec: sweepSpec, lines: [sweepLine] } }),
    );
    const later = browser.tab();
    await later.actions.read();
    expect(whole(later.state.items[0])).toEqual(whole(tab.state.items[0]));
    expect(later.state.items[0]?.sweep?.lines).toEqual([sweepLine]);
  });

  test('with nothing on screen nothing is kept, and that is said', async () => {
    browser.onScreen = null;
    const tab = browser.tab();
    expect(await tab.actions.keep()).toBeNull();
    expect(tab.state.notice?.text).toMatch(/Nothing is on screen yet/);
  });

  test('how much room is taken is told', async () => {
    const tab = browser.tab();
    await tab.actions.read();
    await vi.waitFor(() =>
      expect(tab.state.usage).toEqual({ usedBytes: 1_200_000, quotaBytes: 2_000_000_000 }),
    );
  });
});

describe('changing', () => {
  test('a new name lasts; an empty one is refused', async () => {
    const tab = browser.tab();
    const id = (await tab.actions.keep()) ?? -1;
    await tab.actions.rename(id, '  for the lecture ');
    expect(tab.names).toEqual(['for the lecture']);
    await tab.actions.rename(id, '   ');
    expect(tab.state.notice).toMatchObject({
      kind: 'error',
      text: expect.stringMatching(/at least one letter/),
    });
    const later = browser.tab();
    await later.actions.read();
    expect(later.names).toEqual(['for the lecture']);
  });

  test('deleted is deleted, and undone it is back under its id at its place', async () => {
    const tab = browser.tab();
    for (const name of ['a', 'b', 'c', 'd']) await tab.actions.keep(name);
    const before = tab.state.items.map(whole);
    await tab.actions.remove(
      tab.state.items.filter(({ name }) => name === 'b' || name === 'c').map(({ id }) => id),
    );
    expect(tab.names).toEqual(['d', 'a']);
    expect(tab.state.notice?.text).toBe('Deleted 2 kept things.');
    const without = browser.tab();
    await without.actions.read();
    expect(without.names).toEqual(['d', 'a']);
    await tab.actions.undoRemove();
    expect(tab.state.items.map(whole)).toEqual(before);
    expect(tab.state.deleted).toEqual([]);
    const later = browser.tab();
    await later.actions.read();
    expect(later.state.items.map(whole)).toEqual(before);
  });
});

describe('two tabs', () => {
  test('both see what either keeps, renames and deletes; nothing is lost', async () => {
    const [a, b] = [browser.tab(), browser.tab()];
    await Promise.all([a.actions.read(), b.actions.read()]);
    await Promise.all([a.actions.keep('from a'), b.actions.keep('from b'), a.actions.keep('from a again')]);
    await vi.waitFor(() => expect(a.names.toSorted()).toEqual(['from a', 'from a again', 'from b']));
    await vi.waitFor(() => expect(b.names).toEqual(a.names));
    const id = a.state.items.find(({ name }) => name === 'from b')?.id ?? -1;
    await a.actions.rename(id, 'renamed by a');
    await vi.waitFor(() => expect(b.names).toEqual(a.names));
    await b.actions.remove([id]);
    await vi.waitFor(() => expect(a.names.toSorted()).toEqual(['from a', 'from a again']));
  });

  test('a name for what another tab has just deleted is refused in words', async () => {
    const [a, b] = [browser.tab(), browser.tab({ otherTabs: () => () => {} })];
    const id = (await a.actions.keep('short-lived')) ?? -1;
    await b.actions.read();
    await a.actions.remove([id]);
    await b.actions.rename(id, 'too late');
    expect(b.state.notice?.text).toBe('“short-lived” was deleted in another tab meanwhile.');
    expect(b.names).toEqual([]);
  });

  test('a newer version in another tab may upgrade at once; this page says so and loses nothing', async () => {
    const tab = browser.tab();
    await tab.actions.keep('before');
    const newer = await openDB('migrascope', 2);
    expect(await newer.count('kept')).toBe(1);
    expect(await tab.actions.keep('after')).not.toBeNull();
    expect(tab.state.status).toBe('denied');
    expect(tab.state.denial).toMatch(/newer version .* Reload this page/);
    expect(tab.names).toEqual(['after', 'before']);
    newer.close();
  });

  test('an older tab that holds the database is named', async () => {
    const tab = browser.tab({
      openShelf: async () => {
        throw new Denied('older-tab');
      },
    });
    await tab.actions.read();
    expect(tab.state.denial).toMatch(/Close that tab/);
  });
});

describe('a browser that refuses', () => {
  test.for([
    ['there is no database', undefined],
    [
      'opening throws',
      {
        open() {
          throw new DOMException('denied', 'SecurityError');
        },
      },
    ],
  ] as const)('%s: things last as long as the page, and that is said', async ([, database]) => {
    globalThis.indexedDB = database as unknown as IDBFactory;
    const tab = browser.tab();
    await tab.actions.read();
    expect(tab.state).toMatchObject({ status: 'denied', notice: null });
    expect(tab.state.denial).toMatch(/keeps nothing for this page/);
    const id = (await tab.actions.keep()) ?? -1;
    await tab.actions.rename(id, 'kept for now');
    expect(tab.names).toEqual(['kept for now']);
    await tab.actions.remove([id]);
    await tab.actions.undoRemove();
    expect(tab.names).toEqual(['kept for now']);
  });

  test('a full quota: one sentence, the list unchanged, nothing half-written', async () => {
    const tab = browser.tab();
    await tab.actions.keep('first');
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await tab.actions.keep('second')).toBeNull();
    add.mockRestore();
    expect(tab.state.notice).toEqual({
      kind: 'error',
      text: 'The browser’s storage is full, so “second” was not kept. Delete something you kept, or take this out as a file under Export.',
    });
    expect(tab.names).toEqual(['first']);
    const later = browser.tab();
    await later.actions.read();
    expect(later.names).toEqual(['first']);
    await tab.actions.remove(tab.state.items.map(({ id }) => id));
    await tab.actions.keep('second');
    expect(tab.names).toEqual(['second']);
  });

  test('a write that fails otherwise is told with its reason', async () => {
    const shelf: Partial<Shelf> = {
      all: async () => [],
      add: async () => {
        throw new Error('the disk is gone');
      },
    };
    const tab = browser.tab({ openShelf: async () => shelf as Shelf });
    expect(await tab.actions.keep()).toBeNull();
    expect(tab.state.notice?.text).toMatch(/\(the disk is gone\)/);
    expect(tab.state.items).toEqual([]);
  });

  test('a connection the browser has closed is opened again', async () => {
    const tab = browser.tab();
    await tab.actions.keep('first');
    // What a browser does when the site's data are cleared: everybody is asked to close.
    await deleteDB('migrascope');
    expect(await tab.actions.keep('second')).not.toBeNull();
    const later = browser.tab();
    await later.actions.read();
    expect(later.names).toEqual(['second']);
  });
});

describe('damaged records', () => {
  test('are named with their reason, kept out of the list, and can be deleted and had back', async () => {
    const tab = browser.tab();
    await tab.actions.keep('sound');
    const db = await openDB('migrascope', 1);
    await db.add('kept', { version: 1, name: 'half a record', savedAt: 5 });
    await db.add('kept', 'no record at all');
    await db.add('kept', { version: 99, name: 'of tomorrow' });
    db.close();
    const later = browser.tab();
    await later.actions.read();
    expect(later.names).toEqual(['sound']);
    expect(later.state.damaged).toEqual([
      { id: 2, name: 'half a record', reason: 'it names no workspace of this app.' },
      { id: 3, name: 'without a name', reason: 'it is no record of this app.' },
      { id: 4, name: 'of tomorrow', reason: expect.stringMatching(/newer version/) },
    ]);
    await later.actions.remove([2, 3]);
    expect(later.state.damaged.map(({ id }) => id)).toEqual([4]);
    await later.actions.undoRemove();
    expect(later.state.damaged.map(({ id }) => id).toSorted()).toEqual([2, 3, 4]);
  });
});
