import { describe, expect, it, vi } from 'vitest';
import { tracesStore } from '../../../src/store/traces/store.ts';
import { importing } from './importing.ts';

const TRACE = 'window,page,reads,writes\n0,4,1,0\n0,9,0,1\n';

describe('a single thing', () => {
  it('that can only be meant in one way is opened at once', async () => {
    const { take, opened, items, isDeskOpen, alive } = importing();
    await take('{"version": 1, "vm": {"memoryMiB": 64}}');
    expect(opened).toEqual([['file-0.txt', 'migration']]);
    expect(items()).toMatchObject([{ status: 'used', found: null, problem: null }]);
    expect(isDeskOpen()).toBe(false);
    // Nobody waits for the worker any more.
    expect(alive()).toBe(0);
  });

  it('that is a link is followed', async () => {
    const { take, opened } = importing();
    await take('https://example.org/#/trees?at=3');
    expect(opened).toEqual(['#/trees?at=3']);
  });

  it('that cannot be read is one sentence over the workspace, or in the desk’s list', async () => {
    const { take, store, opened, openDesk, items } = importing();
    await take('milk');
    expect(store.getState().notice?.text).toMatch(/^file-0\.txt is nothing that can be read here/);
    openDesk();
    await take('butter');
    expect(store.getState().notice).toBeNull();
    expect(items().map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(opened).toEqual([]);
  });

  it('that is refused where it would be opened is told with its name', async () => {
    const { take, items } = importing();
    const sweep = {
      version: 1,
      subject: { migration: { version: 1 } },
      axes: [{ parameter: 'link.bandwidthBytesPerSecond', values: [1e8] }],
    };
    await take(JSON.stringify(sweep));
    expect(items()[0]?.problem).toBe('file-0.txt cannot be opened: It cannot be.');
  });

  it('of plain numbers is asked about; as keys it goes to Trees, as pages it becomes a trace', async () => {
    const { take, items, isDeskOpen, actions, opened } = importing();
    await take('3 1 4 1 5');
    expect(isDeskOpen()).toBe(true);
    const id = items()[0]?.id ?? 0;
    await actions.use(id, 'pages');
    expect(items()[0]?.found).toMatchObject({ kind: 'trace' });
    expect(opened).toEqual([]);
    await take('3 1 4 1 5');
    await actions.use(items()[0]?.id ?? 0, 'keys');
    expect(opened).toEqual([['file-0.txt', 'tree-text']]);
    expect(isDeskOpen()).toBe(false);
  });

  it('of plain numbers is keys in the Trees workspace', async () => {
    const { take, stand, opened } = importing();
    stand('trees');
    await take('3 1 4 1 5');
    expect(opened).toEqual([['file-0.txt', 'tree-text']]);
  });

  it('that takes a while opens the desk, which can cancel it', async () => {
    const { take, hold, patienceEnds, isDeskOpen, items, actions, opened } = importing();
    let letGo = () => {};
    hold(
      () =>
        new Promise((resolve) => {
          letGo = resolve;
        }),
    );
    const taken = take('{"version": 1}');
    await vi.waitFor(() => expect(items()[0]?.status).toBe('reading'));
    patienceEnds();
    expect(isDeskOpen()).toBe(true);
    actions.drop(items()[0]?.id ?? 0);
    await taken;
    letGo();
    expect(items()).toEqual([]);
    expect(opened).toEqual([]);
  });

  it('is not opened where the page’s link fixes everything', async () => {
    const { take, store, opened, items } = importing({ refusal: 'This link fixes the parameters.' });
    await take('{"version": 1}');
    expect(store.getState().notice).toEqual({ kind: 'info', text: 'This link fixes the parameters.' });
    expect([opened, items()]).toEqual([[], []]);
  });
});

describe('several things', () => {
  it('are each told, and none is opened by itself', async () => {
    const { take, items, isDeskOpen, opened, actions } = importing();
    await take('{"version": 1, "stream": {"length": 4}}', 'milk', TRACE, '(1 2 3)');
    expect(isDeskOpen()).toBe(true);
    expect(opened).toEqual([]);
    expect(items().map(({ status, found }) => found?.kind ?? status)).toEqual([
      'trees',
      'failed',
      'trace',
      'tree-text',
    ]);
    await actions.use(items()[0]?.id ?? 0, 'open');
    expect(opened).toEqual([['file-0.txt', 'trees']]);
  });

  it('beyond what the list holds push older ones off it, never each other', async () => {
    const { take, items } = importing();
    await take('milk');
    await take(...Array.from({ length: 30 }, (_, i) => `(${i})`));
    expect(items()).toHaveLength(30);
    expect(items().every(({ status }) => status === 'failed' || status === 'read')).toBe(true);
  });
});

describe('a page trace', () => {
  it('is kept under a name that tells its rows, and used in Migration or Trees', async () => {
    const { take, items, actions, opened, traces } = importing();
    await take(TRACE);
    const [item] = items();
    if (item?.found?.kind !== 'trace') throw new Error(item?.status);
    const { name } = item.found.reading.trace;
    expect(name).toMatch(/^file-0~[0-9a-f]{12}$/);
    expect(item.lasts).toBe(true);
    expect(tracesStore.getState().list).toMatchObject([{ name, rows: 2, pages: 2, writes: 1 }]);
    await actions.use(item.id, 'migration');
    await actions.sendTrace(name, 'trees');
    expect(opened).toEqual([
      ['migration', name],
      ['trees', name],
    ]);
    const csv = await (await actions.traceFile(name))?.text();
    await traces.remove(name);
    expect(tracesStore.getState().list).toEqual([]);
    await take(csv ?? '');
    expect(tracesStore.getState().list.map((info) => info.name)).toEqual([name]);
  });

  it('lasts as long as the page where the browser keeps nothing, and that is said', async () => {
    const { take, items, traces } = importing({ denied: true });
    await take(TRACE);
    const [item] = items();
    expect(item?.lasts).toBe(false);
    expect(tracesStore.getState().status).toBe('denied');
    const name = item?.found?.kind === 'trace' ? item.found.reading.trace.name : '';
    expect(await traces.info(name)).toMatchObject({ name });
    expect((await traces.part(name, 0))?.pages).toHaveLength(2);
  });
});

it('a worker that dies is one sentence, and the next thing gets a new one', async () => {
  const { take, hold, items, killWorker, store } = importing();
  hold(() => new Promise(() => {}));
  const taken = take('(1 2 3)');
  await vi.waitFor(() => expect(items()[0]?.status).toBe('reading'));
  killWorker('out of memory');
  await taken;
  expect(store.getState().notice?.text).toMatch(
    /^Reading file-0\.txt failed \(.*\); nothing on screen was changed/,
  );
  hold(null);
  await take('(1 2 3)');
  expect(items()[0]?.status).toBe('used');
});
