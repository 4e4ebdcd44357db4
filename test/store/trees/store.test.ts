import { beforeEach, expect, test } from 'vitest';
import { defaultLab } from '../../../src/engine/lab/spec.ts';
import { createTreesApp, type TreesApp } from '../../../src/store/trees/store.ts';
import type { TreesState } from '../../../src/store/trees/types.ts';
import { InProcessWorker } from '../../worker/trees/in-process.ts';

let app: TreesApp;
let workers: InProcessWorker[];
let nowMs: number;
let frame: ((nowMs: number) => void) | null;

const state = (): TreesState => app.store.getState();
const actions = () => state().actions;

/** Waits until the store says so; the worker's answers come by themselves. */
function until(holds: (state: TreesState) => boolean): Promise<void> {
  return new Promise((done) => {
    if (holds(state())) return done();
    const stop = app.store.subscribe((now) => {
      if (!holds(now)) return;
      stop();
      done();
    });
  });
}

const standsAt =
  (operation: number, step: number) =>
  ({ moment }: TreesState) =>
    moment?.operation === operation && moment.step === (step < 0 ? moment.steps : step);

/** Lets wall time pass in frames of 20 ms until the store says so, with the worker's answers in between. */
async function playUntil(holds: (state: TreesState) => boolean): Promise<void> {
  for (let i = 0; i < 20_000; i += 1) {
    if (holds(state())) return;
    nowMs += 20;
    const run = frame;
    frame = null;
    run?.(nowMs);
    await new Promise((done) => setImmediate(done));
  }
  throw new Error('It did not come to that in 400 s of playing.');
}

beforeEach(async () => {
  workers = [];
  nowMs = 0;
  frame = null;
  app = createTreesApp();
  await app.start(
    {
      createWorker: () => {
        const worker = new InProcessWorker();
        workers.push(worker);
        return worker;
      },
      now: () => nowMs,
      nextFrame: (run) => {
        frame = run;
      },
      visible: () => true,
      onVisible: () => {},
      reducedMotion: () => false,
    },
    '#/trees',
  );
  await until(({ moment }) => moment !== null);
  return () => app.core.client?.close();
});

test('it opens the default lab at its start', () => {
  expect(state()).toMatchObject({ status: 'ready', spec: defaultLab, playing: false });
  expect(state().moment).toMatchObject({ operation: 0, step: 0, operations: 1000, size: 31 });
});

test('steps and operations, forward and back, to both ends', async () => {
  actions().stepForward();
  await until(standsAt(0, 1));
  actions().operationForward();
  await until(standsAt(0, -1));
  actions().stepForward();
  await until(standsAt(1, 1));
  actions().stepBack();
  await until(standsAt(0, -1));
  actions().operationBack();
  await until(standsAt(0, 0));
  actions().stepBack(); // there is nothing before
  actions().goToEnd();
  await until(standsAt(999, -1));
  actions().stepForward(); // nor after
  actions().stepBack();
  await until(({ moment }) => moment?.operation === 999 && moment.step === moment.steps - 1);
  actions().goToStart();
  await until(standsAt(0, 0));
});

test('playing goes step by step and rests at the end; once more begins from the start', async () => {
  await actions().changeLab({ stream: { ...defaultLab.stream, length: 3 } });
  const met: string[] = [];
  app.store.subscribe(({ moment }, before) => {
    if (moment && moment !== before.moment) met.push(`${moment.operation}.${moment.step}`);
  });
  actions().play();
  await playUntil(({ playing }) => !playing);
  expect(standsAt(2, -1)(state())).toBe(true);
  expect(met).toHaveLength(new Set(met).size);
  expect(met.length).toBeGreaterThan(12);
  expect(nowMs).toBeGreaterThan(4000);
  actions().play();
  await until(standsAt(0, 0));
});

test('whole accesses play at their rate', async () => {
  actions().setSpeed({ unit: 'accesses', perSecond: 100 });
  const start = nowMs;
  actions().play();
  await playUntil(({ playing }) => !playing);
  expect(standsAt(999, -1)(state())).toBe(true);
  expect((nowMs - start) / 1000).toBeGreaterThan(9);
  expect((nowMs - start) / 1000).toBeLessThan(13);
});

test('typed operations run at once in front of what comes next, and can be taken back', async () => {
  actions().goTo({ operation: 4, step: -1 });
  await until(standsAt(4, -1));
  expect(await actions().runText('insert 100 101; delete 100')).toBeNull();
  expect(state().playing).toBe(true);
  await playUntil(({ playing }) => !playing);
  expect(state().moment).toMatchObject({
    operation: 7,
    operations: 1003,
    size: 32,
    command: { operation: 'delete', key: 100, typed: true },
  });
  expect(await actions().undoTyped()).toBeNull();
  await until(({ moment }) => moment?.operations === 1000);
  expect(standsAt(4, -1)(state())).toBe(true);
  expect(state().moment?.size).toBe(31);
  expect(await actions().undoTyped()).toBe('Nothing was typed yet that could be taken back.');
});

test('a wrong text says what is wrong and changes nothing', async () => {
  const { spec, moment } = state();
  expect(await actions().runText('insert five')).toMatch(/^Operation 1 .*"five".*\.$/);
  expect(await actions().runText(' ; ')).toMatch(/^There is nothing to run/);
  expect(await actions().changeLab({ start: '(((' })).toMatch(/\.$/);
  expect(await actions().changeLab({ tree: { kind: 'oak', parameters: {} } })).toMatch(
    /^There is no tree kind "oak"/,
  );
  expect(state().spec).toBe(spec);
  expect(state().moment).toBe(moment);
  expect(state().opening).toBeNull();
});

test('another tree over the same operations keeps the place', async () => {
  actions().goTo({ operation: 20, step: 0 });
  await until(standsAt(20, 0));
  expect(await actions().changeLab({ tree: { kind: 'splay', parameters: {} } })).toBeNull();
  await until(({ moment, lab }) => moment?.labKey === lab?.labKey && moment !== null);
  expect(state().moment).toMatchObject({ operation: 20, counts: false });
  expect(await actions().changeLab({ seed: 9 })).toBeNull();
  await until(({ moment, lab }) => moment?.labKey === lab?.labKey);
  expect(state().moment?.operation).toBe(0);
});

test('a worker that dies is replaced and stands where the old one stood', async () => {
  actions().goTo({ operation: 12, step: 3 });
  await until(standsAt(12, 3));
  const { nodes } = state().moment ?? { nodes: null };
  actions().killWorker();
  expect(state().status).toBe('restarting');
  expect(state().moment?.operation).toBe(12);
  await until(({ status }) => status === 'ready');
  expect(workers).toHaveLength(2);
  expect(state().moment).toMatchObject({ operation: 12, step: 3 });
  expect([...(state().moment?.nodes ?? [])]).toEqual([...(nodes ?? [])]);
  expect(state().notice?.text).toMatch(/resumed at operation 13/);
});

test('the link leads to the very same picture', async () => {
  await actions().changeLab({ tree: { kind: 'cbtree', parameters: { epsilon: 1 } }, start: 'chain:20' });
  actions().goTo({ operation: 77, step: 2 });
  await until(standsAt(77, 2));
  const link = actions().link();
  const nodes = [...(state().moment?.nodes ?? [])];
  const other = createTreesApp();
  await other.start(
    {
      createWorker: () => new InProcessWorker(),
      now: () => 0,
      nextFrame: () => {},
      visible: () => true,
      onVisible: () => {},
      reducedMotion: () => false,
    },
    link,
  );
  await new Promise<void>((done) => {
    const look = () => other.store.getState().moment && done();
    other.store.subscribe(look);
    look();
  });
  expect(other.store.getState().moment).toMatchObject({ operation: 77, step: 2 });
  expect([...(other.store.getState().moment?.nodes ?? [])]).toEqual(nodes);
  other.core.client?.close();
});
