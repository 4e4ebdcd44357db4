import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { TreeMoment } from '../../../src/protocol/trees/moment.ts';
import type { TreesCatalogue } from '../../../src/protocol/trees/requests.ts';
import { patch, type TreesCore } from '../../../src/store/trees/core.ts';
import { initialState } from '../../../src/store/trees/initial.ts';
import { ledgerActions } from '../../../src/store/trees/ledger.ts';
import type { TreesState } from '../../../src/store/trees/types.ts';
import { Cancelled } from '../../../src/worker/client.ts';

interface Call {
  readonly name: string;
  readonly request: Record<string, unknown>;
  readonly signal: AbortSignal | undefined;
  answer(reply: unknown): Promise<void>;
  fail(reason: Error): Promise<void>;
  progress(done: number): void;
}

/** A store with a client whose calls the test answers. */
function world(operations = 100) {
  const calls: Call[] = [];
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  const store = createStore<TreesState>(
    () =>
      ({
        ...initialState(),
        catalogue: {
          trees: [
            { kind: 'splay', counts: false },
            { kind: 'lazy-counting', counts: true },
          ],
        } as unknown as TreesCatalogue,
      }) as unknown as TreesState,
  );
  const core = {
    store,
    client: {
      call: (
        name: string,
        request: Record<string, unknown>,
        options: { signal?: AbortSignal; onProgress?: (done: number) => void } = {},
      ) =>
        new Promise((resolve, reject) => {
          options.signal?.addEventListener('abort', () => reject(new Cancelled('cancelled')));
          calls.push({
            name,
            request,
            signal: options.signal,
            answer: (reply) => {
              resolve(reply);
              return settled();
            },
            fail: (reason) => {
              reject(reason);
              return settled();
            },
            progress: (done) => options.onProgress?.(done),
          });
        }),
    },
    onLab: [],
    onMoment: [],
    mayGoOn: [],
  } as unknown as TreesCore;
  const actions = ledgerActions(core);
  const open = (labKey: string, kind = 'lazy-counting', keys = 31) => {
    patch(core, {
      spec: { tree: { kind, parameters: {} } } as TreesState['spec'],
      lab: {
        labKey,
        operations,
        streamOperations: operations,
        startSize: keys,
        distinctKeys: keys,
        code: [],
      },
    });
    for (const run of core.onLab) run();
  };
  const stand = (operation: number, labKey = 'lab') => {
    const command = { operation: 'access', key: 5, typed: false } as const;
    patch(core, { moment: { labKey, operation, command, size: 31 } as TreeMoment });
    for (const run of core.onMoment) run();
  };
  const asked = () =>
    calls
      .filter(({ name }) => name === 'ledger')
      .map(({ request }) => `${request.operation} ${request.weights}`);
  const runs = () => calls.filter(({ name }) => name === 'ledgerRun');
  return { store, core, calls, actions, open, stand, asked, runs };
}

describe('the ledger of the operation on screen', () => {
  it('is asked for once an operation, and belongs to it', async () => {
    const { store, calls, open, stand, asked } = world();
    open('lab');
    stand(4);
    stand(4);
    expect(asked()).toEqual(['4 equal']);
    await calls.find(({ name }) => name === 'ledger')?.answer({ cost: 3 });
    expect(store.getState().ledger).toEqual({ operation: 4, entry: { cost: 3 } });
    stand(4);
    expect(asked()).toEqual(['4 equal']);
  });

  it('skips what was left behind while an answer was under way', async () => {
    const { calls, open, stand, asked } = world();
    open('lab');
    for (const operation of [4, 5, 6, 7]) stand(operation);
    await calls.find(({ name }) => name === 'ledger')?.answer({ cost: 3 });
    expect(asked()).toEqual(['4 equal', '7 equal']);
  });

  it('is not asked for while operations rush by, but where they come to rest', () => {
    const { core, open, stand, asked } = world();
    open('lab');
    patch(core, { playing: true, speed: { unit: 'accesses', perSecond: 1000 } });
    stand(40);
    expect(asked()).toEqual([]);
    patch(core, { playing: false });
    expect(asked()).toEqual(['40 equal']);
  });

  it('is asked for again with other weights; an answer for the old ones is dropped', async () => {
    const { store, calls, actions, open, stand, asked } = world();
    open('lab');
    stand(4);
    actions.setWeights('stream');
    await calls.find(({ name }) => name === 'ledger')?.answer({ cost: 3 });
    expect(store.getState().ledger).toBeNull();
    expect(asked()).toEqual(['4 equal', '4 stream']);
  });

  it('falls back to equal weights for a tree that keeps no counts', () => {
    const { store, actions, open } = world();
    open('lab');
    actions.setWeights('counts');
    open('other', 'splay');
    expect(store.getState().weights).toBe('equal');
  });

  it('survives a refused request and asks again at the next moment', async () => {
    const { calls, open, stand, asked } = world();
    open('lab');
    stand(4);
    await calls.find(({ name }) => name === 'ledger')?.fail(new Error('no such lab'));
    stand(4);
    expect(asked()).toEqual(['4 equal', '4 equal']);
  });
});

describe('the sums over the run', () => {
  it('start by themselves for a small lab, and anew with other weights', () => {
    const { actions, open, runs } = world();
    open('lab');
    actions.setWeights('stream');
    expect(runs().map(({ request }) => request.weights)).toEqual(['equal', 'stream']);
    expect(runs()[0]?.signal?.aborted).toBe(true);
  });

  it('wait for the button in a large one', () => {
    const { open, actions, runs } = world(5001);
    open('lab');
    expect(runs()).toEqual([]);
    actions.startLedgerRun();
    expect(runs()).toHaveLength(1);
  });

  it('tell how far they are, and can be cancelled without a word of complaint', async () => {
    const { store, actions, open, runs } = world();
    open('lab');
    runs()[0]?.progress(0.4);
    expect(store.getState().ledgerRun).toMatchObject({ busy: true, done: 0.4 });
    actions.cancelLedgerRun();
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.getState().ledgerRun).toEqual({ busy: false, done: 0, result: null, problem: null });
  });

  it('say what went wrong', async () => {
    const { store, open, runs } = world();
    open('lab');
    await runs()[0]?.fail(new Error('There can be no such weights.'));
    expect(store.getState().ledgerRun.problem).toBe('There can be no such weights.');
  });

  it('of another lab are never shown', async () => {
    const { store, open, runs } = world();
    open('lab');
    open('other');
    await runs()[0]?.answer({ rows: 1 });
    expect(store.getState().ledgerRun).toMatchObject({ busy: true, result: null });
    await runs()[1]?.answer({ rows: 2 });
    expect(store.getState().ledgerRun.result).toEqual({ rows: 2 });
  });
});
