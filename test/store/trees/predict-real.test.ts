/** Predict in the real store with the real worker in process: what people live through, without a page. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeExercise } from '../../../src/engine/lab/exercises.ts';
import { createTreesApp, type TreesApp } from '../../../src/store/trees/store.ts';
import type { TreesState } from '../../../src/store/trees/types.ts';
import { InProcessWorker } from '../../worker/trees/in-process.ts';

let nowMs = 0;
let frame: ((nowMs: number) => void) | null = null;
const open: TreesApp[] = [];

async function start(hash: string): Promise<TreesApp> {
  const app = createTreesApp();
  open.push(app);
  await app.start(
    {
      createWorker: () => new InProcessWorker(),
      now: () => nowMs,
      nextFrame: (run) => {
        frame = run;
      },
      visible: () => true,
      onVisible: () => {},
      reducedMotion: () => false,
    },
    hash,
  );
  await passes(app, ({ moment }) => moment !== null);
  return app;
}

/** Lets wall time pass in frames until the store says so. */
async function passes(app: TreesApp, holds: (state: TreesState) => boolean): Promise<void> {
  for (let i = 0; i < 20_000; i += 1) {
    if (holds(app.store.getState())) return;
    nowMs += 50;
    const run = frame;
    frame = null;
    run?.(nowMs);
    await new Promise((done) => setImmediate(done));
  }
  throw new Error('It did not come to that.');
}

let app: TreesApp;
const state = () => app.store.getState();
const asked = ({ predict }: TreesState) => predict.question !== null && predict.answer === null;
const answered = ({ predict }: TreesState) => predict.answer !== null;

beforeEach(async () => {
  app = await start('#/trees');
});
afterEach(() => {
  for (const one of open.splice(0)) one.core.client?.close();
});

test.each(['lazy-counting', 'splay'])(
  '%s played: it stops in front of every decision, and only there',
  async (kind) => {
    await state().actions.changeLab({ tree: { kind, parameters: {} } });
    await passes(app, ({ moment, spec }) => moment?.operation === 0 && spec?.tree.kind === kind);
    state().actions.setSpeed({ unit: 'steps', factor: 16 });
    state().actions.predictEvery(true);
    state().actions.play();
    const seen: string[] = [];
    const decisions: string[] = [];
    const stop = app.store.subscribe(({ moment }) => {
      const name = `${moment?.operation}:${moment?.step}`;
      if (moment?.current?.kind === 'decide' && decisions.at(-1) !== name) decisions.push(name);
    });
    for (let i = 0; i < 6; i += 1) {
      await passes(app, asked);
      const { predict, moment, playing } = state();
      expect(playing).toBe(false);
      expect(moment?.next).toBe('decide');
      expect(moment).toMatchObject({ operation: predict.question?.operation, step: predict.question?.step });
      seen.push(`${moment?.operation}:${(moment?.step ?? 0) + 1}`);
      state().actions.stepForward();
      state().actions.operationForward();
      await new Promise((done) => setImmediate(done));
      expect(state().position).toEqual({ operation: moment?.operation, step: moment?.step });
      state().actions.choose('zig');
      await passes(app, answered);
      state().actions.nextQuestion();
      await passes(app, (now) => !answered(now) || now.moment?.step !== moment?.step);
    }
    await passes(app, asked);
    stop();
    expect(decisions).toEqual(seen);
    expect(state().predict.asked).toBe(6);
  },
);

test('a class gets the same set by the link, which says nothing of the answers', async () => {
  state().actions.startQuiz(12, 6);
  await passes(app, asked);
  const link = state().actions.link();
  expect(link).toBe('#/trees?ask=set.12.6');
  const pupil = await start(link);
  await passes(pupil, asked);
  expect(pupil.store.getState().predict.questions).toEqual(state().predict.questions);
  await passes(pupil, ({ moment }) => moment?.operation === state().predict.question?.operation);
});

test('a set from start to end, answered by the first option each time; leaving gives the old place back', async () => {
  state().actions.goTo({ operation: 7, step: 2 });
  await passes(app, ({ moment }) => moment?.operation === 7);
  state().actions.startQuiz(3, 5);
  for (let i = 0; i < 5; i += 1) {
    await passes(app, (now) => asked(now) && now.predict.at === i);
    const { question } = state().predict;
    await passes(
      app,
      ({ moment }) => moment?.operation === question?.operation && moment?.step === question?.step,
    );
    state().actions.goToEnd();
    await passes(
      app,
      ({ moment, position }) => moment?.operation === question?.operation && position.step === question?.step,
    );
    state().actions.choose(question?.options[0] ?? '');
    await passes(app, answered);
    state().actions.nextQuestion();
  }
  expect(state().predict).toMatchObject({ finished: true, asked: 5 });
  expect(state().predict.given).toHaveLength(5);
  state().actions.leavePredict();
  await passes(app, ({ moment }) => moment?.operation === 7 && moment.step === 2);
});

test('the worker dies while a question is open: it can be answered all the same', async () => {
  state().actions.startQuiz(3, 5);
  await passes(app, asked);
  const { question } = state().predict;
  state().actions.killWorker();
  await passes(app, ({ status }) => status === 'restarting');
  await passes(app, ({ status }) => status === 'ready');
  expect(state().predict.question).toEqual(question);
  state().actions.skipQuestion();
  await passes(app, answered);
  expect(state().predict).toMatchObject({ right: 0, asked: 1, chosen: null });
});

test('a shape is built by the operations it was made with; then the lab of before is back', async () => {
  state().actions.goTo({ operation: 4, step: 1 });
  await passes(app, ({ moment }) => moment?.operation === 4);
  const before = state().spec;
  await state().actions.changeLab({ tree: { kind: 'splay', parameters: {} } });
  await passes(app, ({ spec, moment }) => spec?.tree.kind === 'splay' && moment?.operation === 4);
  state().actions.startExercise(9, 9, 3);
  await passes(app, ({ predict }) => predict.check !== null);
  expect(state().predict.check?.done).toBe(false);
  const { solution } = makeExercise({ kind: 'splay', parameters: {}, seed: 9, size: 9, moves: 3 });
  state().actions.setSpeed({ unit: 'steps', factor: 16 });
  for (const { operation, key } of solution) {
    expect(await state().actions.runOperation(operation, key)).toBeNull();
    await passes(app, ({ moment, playing }) => !playing && moment !== null && moment.step === moment.steps);
    await passes(app, ({ predict }) => predict.check !== null);
  }
  expect(state().predict.check).toEqual({ done: true, difference: null });
  await state().actions.undoTyped();
  await passes(app, ({ predict }) => predict.check?.done === false);
  state().actions.leavePredict();
  await passes(app, ({ moment }) => moment?.operation === 4 && moment.operations === 1000);
  expect(state().spec).toEqual({ ...before, tree: { kind: 'splay', parameters: {} } });
  expect(state().predict.mode).toBe('off');
});
