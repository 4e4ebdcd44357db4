import { expect, test } from 'vitest';
import { WorkerGone } from '../../../src/worker/client.ts';
import { question, settled, spec, world, zigIsRight } from './predict-world.ts';

const askHere = ({ operation, step }: Record<string, unknown>) => ({
  question: question(`${operation}:${step}`, operation as number, step as number),
});

test('before each decision: steps up to it, stands until it is answered, then goes on', async () => {
  const w = world({ ask: askHere, answer: zigIsRight }, ['0:2', '0:4']);
  w.arrive({ operation: 0, step: 0 });
  w.actions.predictEvery(true);
  w.actions.stepForward();
  expect(w.predict().question).toBeNull();
  w.actions.stepForward();
  await settled();
  expect(w.predict().question?.id).toBe('0:2');

  w.actions.stepForward();
  await settled();
  expect(w.store.getState().position.step, 'an open question holds the picture').toBe(2);
  expect(w.asked.filter(({ name }) => name === 'ask')).toHaveLength(1);
  w.actions.nextQuestion();
  expect(w.store.getState().position.step, 'there is no going on without an answer').toBe(2);

  w.actions.choose('zig');
  await settled();
  expect(w.predict()).toMatchObject({ chosen: 'zig', answer: { right: true }, right: 1, asked: 1 });
  w.actions.nextQuestion();
  expect(w.store.getState().position.step).toBe(3);
  w.actions.stepForward();
  await settled();
  expect(w.predict().question?.id).toBe('0:4');
  w.actions.choose('none');
  await settled();
  expect(w.predict()).toMatchObject({ answer: { right: false }, right: 1, asked: 2 });
});

test('the question that stopped the playback sets it going again', async () => {
  const w = world({ ask: askHere, answer: zigIsRight }, ['0:2']);
  w.arrive({ operation: 0, step: 0 });
  w.actions.predictEvery(true);
  w.actions.play();
  w.forward();
  w.forward();
  await settled();
  expect(w.store.getState().playing).toBe(false);
  expect(w.predict().question?.id).toBe('0:2');
  w.actions.play();
  expect(w.store.getState().playing).toBe(false);
  w.actions.choose('zig');
  await settled();
  w.actions.nextQuestion();
  expect(w.store.getState().playing).toBe(true);
  w.forward();
  w.actions.nextQuestion();
  expect(w.store.getState().playing, 'on the way the key for going on pauses').toBe(false);
});

test('turned on in front of a decision it asks at once, and accesses become steps', async () => {
  const w = world({ ask: askHere }, ['0:2']);
  w.arrive({ operation: 0, step: 2 });
  w.store.setState({ speed: { unit: 'accesses', perSecond: 10 } });
  w.actions.predictEvery(true);
  await settled();
  expect(w.predict().question?.id).toBe('0:2');
  expect(w.store.getState().speed.unit).toBe('steps');
});

test('walking back closes an open question, coming again asks it again; an answered one is not asked twice', async () => {
  const w = world({ ask: askHere, answer: zigIsRight }, ['0:2']);
  w.actions.predictEvery(true);
  w.arrive({ operation: 0, step: 2 });
  await settled();
  w.arrive({ operation: 0, step: 1 });
  expect(w.predict().question).toBeNull();
  w.arrive({ operation: 0, step: 2 });
  await settled();
  expect(w.predict().question?.id).toBe('0:2');
  w.actions.choose('zig');
  await settled();
  w.arrive({ operation: 0, step: 1 });
  w.arrive({ operation: 0, step: 2 });
  await settled();
  expect(w.free()).toBe(true);
  expect(w.predict().asked).toBe(1);
});

test('a late question is dropped when the picture has gone elsewhere', async () => {
  const w = world({ ask: askHere }, ['0:2']);
  w.actions.predictEvery(true);
  w.arrive({ operation: 0, step: 2 });
  w.arrive({ operation: 0, step: 1 });
  await settled();
  expect(w.predict().question).toBeNull();
});

const QUESTIONS = [question('a', 3, 2), question('b', 8, 0, { kind: 'root', options: [4, 9] })];

function withSet() {
  const w = world({ quiz: () => ({ questions: QUESTIONS }), answer: zigIsRight });
  w.arrive({ operation: 5, step: 6 });
  w.actions.startQuiz(11, 2);
  return w;
}

test('a set goes to each question, keeps the answers and ends with them; leaving restores the position', async () => {
  const w = withSet();
  await settled();
  expect(w.store.getState().position).toEqual({ operation: 3, step: 2 });
  expect(w.free()).toBe(false);
  w.actions.choose('zig');
  await settled();
  expect(w.free(), 'after the answer it can be watched').toBe(true);
  w.actions.nextQuestion();
  expect(w.store.getState().position).toEqual({ operation: 8, step: 0 });
  expect(w.predict()).toMatchObject({ at: 1, chosen: null, answer: null });
  w.actions.skipQuestion();
  await settled();
  expect(w.predict()).toMatchObject({ chosen: null, answer: { right: false }, right: 1, asked: 2 });
  w.actions.nextQuestion();
  expect(w.predict().finished).toBe(true);
  expect(w.predict().given.map(({ question: { id }, chosen }) => [id, chosen])).toEqual([
    ['a', 'zig'],
    ['b', null],
  ]);
  w.actions.leavePredict();
  expect(w.store.getState().position).toEqual({ operation: 5, step: 6 });
  expect(w.predict()).toMatchObject({ mode: 'off', seed: 11, count: 2 });
});

test('nobody looks behind an open question of a set', async () => {
  const w = withSet();
  await settled();
  w.arrive({ operation: 3, step: 4 });
  expect(w.store.getState().position).toEqual({ operation: 3, step: 2 });
  w.arrive({ operation: 2, step: 0 });
  expect(w.store.getState().position, 'looking back is fine').toEqual({ operation: 2, step: 0 });
});

test('an option that was not offered, or a second answer, is no answer', async () => {
  const w = withSet();
  await settled();
  w.actions.choose('zig-zig');
  await settled();
  expect(w.predict().answer).toBeNull();
  w.actions.choose('zig');
  w.actions.choose('none');
  await settled();
  expect(w.predict()).toMatchObject({ chosen: 'zig', asked: 1 });
});

test('another lab gets a set of its own, the same lab again keeps what was answered', async () => {
  const w = withSet();
  await settled();
  w.actions.choose('zig');
  await settled();
  for (const run of w.core.onLab) run();
  await settled();
  expect(w.predict()).toMatchObject({ asked: 1, answer: { right: true } });
  w.openLab({ ...spec, tree: { kind: 'splay', parameters: {} } });
  await settled();
  expect(w.predict()).toMatchObject({ mode: 'set', seed: 11, asked: 0, at: 0, answer: null });
});

test('a lab with nothing to ask says so; a failure is told, a dead worker is not', async () => {
  const empty = world({ quiz: () => ({ questions: [] }) });
  empty.actions.startQuiz(1, 5);
  await settled();
  expect(empty.predict().problem).toMatch(/nothing to ask/);

  const failing = world({
    quiz: () => {
      throw new Error('No lab of that key is open; open one first.');
    },
  });
  failing.actions.startQuiz(1, 5);
  await settled();
  expect(failing.predict().problem).toBe('No lab of that key is open; open one first.');

  const dead = world({
    quiz: () => {
      throw new WorkerGone('The worker ended.');
    },
  });
  dead.actions.startQuiz(1, 5);
  await settled();
  expect(dead.predict().problem).toBeNull();
});

const EXERCISE = {
  exerciseKey: 'x',
  start: '((1 2 3) 4 5)',
  target: '(1 2 (3 4 5))',
  nodes: new Int32Array(0),
  moves: 1,
};

test('an exercise opens its own lab, checks after every operation and gives the old lab back', async () => {
  const w = world({
    exercise: () => EXERCISE,
    checkExercise: ({ operation }) => ({ done: operation === 1, difference: null }),
  });
  w.arrive({ operation: 5, step: 3 });
  w.actions.startExercise(4, 7, 1);
  await settled();
  expect(w.store.getState().spec).toMatchObject({ start: EXERCISE.start, stream: { length: 0 } });
  expect(w.predict().check, 'at the start too, for the hint').toMatchObject({ done: false });
  w.arrive({ operation: 0, step: 3 });
  await settled();
  expect(w.predict().check, 'not in the middle of an operation').toBeNull();
  w.arrive({ operation: 0, step: 6 });
  await settled();
  expect(w.predict().check).toEqual({ done: false, difference: null });
  w.arrive({ operation: 1, step: 6 });
  await settled();
  expect(w.predict().check?.done).toBe(true);
  w.actions.leavePredict();
  await settled();
  expect(w.store.getState().spec).toEqual(spec);
  expect(w.store.getState().position).toEqual({ operation: 5, step: 3 });
});

test('in an exercise typed operations leave it open, another tree begins anew, another lab ends it', async () => {
  const w = world({ exercise: () => EXERCISE, checkExercise: () => ({ done: false, difference: null }) });
  w.actions.startExercise(4, 7, 1);
  await settled();
  const mine = w.store.getState().spec ?? spec;
  w.openLab({ ...mine, typed: [{ operation: 'find', key: 3, before: 0 }] });
  await settled();
  expect(w.predict().mode).toBe('build');
  expect(w.asked.filter(({ name }) => name === 'exercise')).toHaveLength(1);
  w.openLab({ ...mine, tree: { kind: 'splay', parameters: {} } });
  await settled();
  expect(w.asked.filter(({ name }) => name === 'exercise')).toHaveLength(2);
  w.openLab(spec);
  expect(w.predict().mode).toBe('off');
});

test('from an exercise to a set: the set is made of the lab before', async () => {
  const w = world({ exercise: () => EXERCISE, quiz: () => ({ questions: QUESTIONS }) });
  w.actions.startExercise(4, 7, 1);
  await settled();
  w.actions.startQuiz(2, 2);
  await settled();
  expect(w.store.getState().spec).toEqual(spec);
  expect(w.predict()).toMatchObject({ mode: 'set', question: { id: 'a' } });
});
