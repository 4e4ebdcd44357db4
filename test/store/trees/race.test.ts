import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { OpenedLab, RaceReply } from '../../../src/protocol/trees/requests.ts';
import { patch, type TreesCore } from '../../../src/store/trees/core.ts';
import { initialState } from '../../../src/store/trees/initial.ts';
import { raceActions } from '../../../src/store/trees/race.ts';
import type { TreesState } from '../../../src/store/trees/types.ts';
import { Cancelled, WorkerGone } from '../../../src/worker/client.ts';

interface Call {
  readonly name: string;
  readonly request: Record<string, unknown>;
  readonly signal: AbortSignal | undefined;
  readonly progress: (progress: unknown) => void;
  answer(reply: unknown): Promise<void>;
  fail(reason: Error): Promise<void>;
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A store with a client whose calls the test answers. */
function world() {
  const calls: Call[] = [];
  const store = createStore<TreesState>(() => initialState() as TreesState);
  const call = (
    name: string,
    request: Record<string, unknown>,
    options: { signal?: AbortSignal; onProgress?: (progress: unknown) => void } = {},
  ) =>
    new Promise((resolve, reject) => {
      options.signal?.addEventListener('abort', () => reject(new Cancelled('cancelled')));
      calls.push({
        name,
        request,
        signal: options.signal,
        progress: (progress) => options.onProgress?.(progress),
        answer: (reply) => {
          resolve(reply);
          return settled();
        },
        fail: (reason) => {
          reject(reason);
          return settled();
        },
      });
    });
  const core = { store, client: { call }, onLab: [], onMoment: [], mayGoOn: [] } as unknown as TreesCore;
  const actions = raceActions(core);
  const open = (labKey: string, part: Partial<OpenedLab> = {}) => {
    const lab = {
      labKey,
      operations: 1000,
      streamOperations: 1000,
      startSize: 31,
      distinctKeys: 31,
      code: [],
      ...part,
    };
    patch(core, { lab });
    for (const run of core.onLab) run();
  };
  const last = () => {
    const newest = calls.at(-1);
    if (newest === undefined) throw new Error('Nothing was asked.');
    return newest;
  };
  return { actions, calls, open, last, state: () => store.getState() };
}

const reply = (labKey: string): RaceReply => ({
  labKey,
  lines: [],
  optimum: 3,
  operations: 1000,
  hotKeys: [],
});

describe('the race', () => {
  test('of a small lab starts by itself, with the trees chosen', async () => {
    const { open, last, state } = world();
    open('a');
    expect(last()).toMatchObject({
      name: 'race',
      request: { labKey: 'a', contestants: state().contestants },
    });
    expect(state().race).toMatchObject({ busy: true, result: null });
    last().progress({ ...reply('a'), done: 0.5 });
    expect(state().race).toMatchObject({ busy: true, done: 0.5, result: { optimum: 3 } });
    await last().answer(reply('a'));
    expect(state().race).toMatchObject({ busy: false, done: 1, result: reply('a') });
  });

  test.each([
    ['many operations', { operations: 20_001 }],
    ['many keys', { startSize: 5001 }],
    ['no operations', { operations: 0 }],
  ])('with %s waits for the button', (_, part) => {
    const { actions, calls, open } = world();
    open('a', part);
    expect(calls).toEqual([]);
    actions.startRace();
    expect(calls).toHaveLength(1);
  });

  test('ends with its lab, and its late answers are not heard', async () => {
    const { calls, open, state } = world();
    open('a');
    open('b');
    const [first, second] = calls;
    expect(first?.signal?.aborted).toBe(true);
    first?.progress({ ...reply('a'), done: 0.9 });
    await first?.answer(reply('a'));
    expect(state().race).toMatchObject({ busy: true, result: null });
    await second?.answer(reply('b'));
    expect(state().race.result?.labKey).toBe('b');
  });

  test('can be cancelled, and keeps what is there', async () => {
    const { actions, last, open, state } = world();
    open('a');
    last().progress({ ...reply('a'), done: 0.3 });
    actions.cancelRace();
    await settled();
    expect(state().race).toMatchObject({ busy: false, done: 0.3, result: { labKey: 'a' }, problem: null });
    expect(last().signal?.aborted).toBe(true);
  });

  test('says what went wrong, but complains of no worker that ended', async () => {
    const { actions, last, open, state } = world();
    open('a');
    await last().fail(new WorkerGone('The worker ended.'));
    expect(state().race).toMatchObject({ busy: false, problem: null });
    actions.startRace();
    await last().fail(new Error('The lab a is not open; open it first.'));
    expect(state().race.problem).toContain('not open');
  });

  test('is run again with other trees', async () => {
    const { actions, last, open, state } = world();
    open('a');
    await last().answer(reply('a'));
    const contestants = [{ kind: 'splay', parameters: {} }];
    actions.setContestants(contestants);
    expect(last().request).toMatchObject({ contestants });
    expect(state().race).toMatchObject({ busy: true, result: null });
  });
});

describe('the trees at a moment', () => {
  test('one request at a time, and then only the newest moment', async () => {
    const { actions, calls, open, state } = world();
    open('a', { operations: 100_000 });
    for (const moment of [5, 6, 7, 8]) actions.showRacers(moment);
    expect(calls.map(({ request }) => request.operation)).toEqual([5]);
    await calls[0]?.answer({ pictures: [] });
    expect(state().racers).toEqual({ operation: 5, pictures: [] });
    expect(calls.map(({ request }) => request.operation)).toEqual([5, 8]);
    await calls[1]?.answer({ pictures: [] });
    expect(state().racers?.operation).toBe(8);
    expect(calls).toHaveLength(2);
  });

  test('are gone with their lab, also those still on their way', async () => {
    const { actions, last, open, state } = world();
    open('a', { operations: 100_000 });
    actions.showRacers(5);
    const late = last();
    open('b', { operations: 100_000 });
    await late.answer({ pictures: [] });
    expect(state().racers).toBeNull();
    actions.showRacers(9);
    expect(last().request).toMatchObject({ labKey: 'b', operation: 9 });
  });

  test('a request that fails says why and does not block the next', async () => {
    const { actions, calls, last, open, state } = world();
    open('a', { operations: 100_000 });
    actions.showRacers(5);
    await last().fail(new Error('The lab a is not open; open it first.'));
    expect(state().notice?.text).toContain('not open');
    actions.showRacers(6);
    expect(calls).toHaveLength(2);
  });
});

test('the figures go over the powers of two, whatever the lab', async () => {
  const { actions, last, open, state } = world();
  actions.startFigures({ contestants: [{ kind: 'splay', parameters: {} }], largest: 512 });
  expect(last()).toMatchObject({ name: 'figures', request: { sizes: [64, 128, 256, 512] } });
  const row = { kind: 'splay', keys: 64, visited: 5, rotations: 4, microseconds: 0.1 };
  last().progress({ rows: [row], done: 0.25 });
  const figures = last();
  open('b', { operations: 0 });
  expect(state().figures).toMatchObject({ busy: true, result: [row] });
  await figures.answer({ rows: [row, row] });
  expect(state().figures).toMatchObject({ busy: false, result: [row, row] });
  actions.startFigures({ contestants: [], largest: 64 });
  actions.cancelFigures();
  await settled();
  expect(state().figures).toMatchObject({ busy: false, problem: null });
});
