/** Predict, asked through the real worker in process: what goes out, what is right, and that the reasons have words. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeExercise } from '../../../src/engine/lab/exercises.ts';
import { defaultLab, type LabSpec } from '../../../src/engine/lab/spec.ts';
import { treeKinds } from '../../../src/engine/trees/registry.ts';
import { NODE, NODE_WIDTH, type TreeMoment } from '../../../src/protocol/trees/moment.ts';
import type { QuestionView, TreesRequests } from '../../../src/protocol/trees/requests.ts';
import { reasonWords } from '../../../src/views/trees/predict/answer-words.ts';
import { differenceWords } from '../../../src/views/trees/predict/exercise-words.ts';
import { WorkerClient } from '../../../src/worker/client.ts';
import { InProcessWorker } from './in-process.ts';

let client: WorkerClient<TreesRequests>;

beforeEach(() => {
  client = new WorkerClient<TreesRequests>({ create: () => new InProcessWorker(), onDeath: () => {} });
});
afterEach(() => client.close());

async function opened(part: Partial<LabSpec> = {}): Promise<string> {
  const reply = await client.call('open', { spec: { ...defaultLab, ...part } });
  if ('problem' in reply) throw new Error(reply.problem);
  return reply.labKey;
}

async function momentAt(labKey: string, operation: number, step: number): Promise<TreeMoment> {
  const window = { from: 0, to: 1e9 };
  const request = { labKey, generation: 1, operation, step, window, limit: 20_000, strip: 5, bins: 10 };
  const moment = await client.frame(request);
  if (moment === null) throw new Error('no moment');
  return moment;
}

function rootKey({ nodes }: TreeMoment): number | undefined {
  for (let at = 0; at < nodes.length; at += NODE_WIDTH)
    if (nodes[at + NODE.parent] === -1) return nodes[at + NODE.key];
  return undefined;
}

/** What the tree really does, read from the moments that follow. */
async function truth(
  labKey: string,
  { kind, operation, step }: QuestionView,
): Promise<string | number | undefined> {
  if (kind === 'case') return (await momentAt(labKey, operation, step + 1)).current?.weighing?.case;
  const end = await momentAt(labKey, operation, -1);
  return kind === 'root' ? rootKey(end) : end.rotations;
}

const rotating = treeKinds.filter(({ decides }) => decides !== 'none').map(({ kind }) => kind);

describe.each(rotating)('%s', (kind) => {
  test('a set gives nothing away, and the answers are what the tree does then', async () => {
    const labKey = await opened({ tree: { kind, parameters: {} } });
    const { questions } = await client.call('quiz', { labKey, seed: 3, count: 12 });
    expect(questions.length).toBeGreaterThan(4);
    for (const question of questions) {
      const told = ['id', 'key', 'kind', 'operation', 'options', 'step'];
      const weighs = kind === 'lazy-counting' && question.kind === 'case';
      expect(Object.keys(question).sort()).toEqual(weighs ? [...told, 'pair'].sort() : told);
      const right = await truth(labKey, question);
      for (const choice of question.options) {
        const answer = await client.call('answer', { id: question.id, choice });
        expect(answer.answer).toBe(right);
        expect(answer.right).toBe(choice === right);
        expect(reasonWords(answer.reason)).toMatch(/^[^{}]+\.$/);
      }
      expect(question.options).toContain(right);
      const skipped = await client.call('answer', { id: question.id, choice: '' });
      expect(skipped.right).toBe(false);
    }
  });

  test('in front of a decision there is a question, or the rule knows but one case; elsewhere there is none', async () => {
    const labKey = await opened({ tree: { kind, parameters: {} } });
    const cases = treeKinds
      .find((entry) => entry.kind === kind)
      ?.code.filter(({ tag }) => ['zig', 'zig-zig', 'zig-zag', 'none'].includes(tag ?? ''));
    const several = new Set(cases?.map(({ tag }) => tag)).size > 1;
    let asked = 0;
    for (let step = 0; step < (await momentAt(labKey, 5, -1)).steps; step += 1) {
      const { next } = await momentAt(labKey, 5, step);
      const { question } = await client.call('ask', { labKey, operation: 5, step });
      expect(question !== null, `step ${step}`).toBe(next === 'decide' && several);
      if (question === null) continue;
      asked += 1;
      const { answer } = await client.call('answer', { id: question.id, choice: 'zig' });
      expect(answer).toBe(await truth(labKey, question));
    }
    expect(asked > 0).toBe(several);
  });

  test('an exercise is done by its own solution, and before that it says what hangs elsewhere', async () => {
    const tree = { kind, parameters: {} };
    const order = { tree, seed: 5, size: 9, moves: 2 };
    const exercise = await client.call('exercise', order);
    const { solution } = makeExercise({ ...order, ...tree });
    expect(exercise.moves).toBe(solution.length);
    expect(exercise.nodes.length).toBeGreaterThanOrEqual(8 * NODE_WIDTH);
    const labKey = await opened({
      seed: 5,
      tree,
      start: exercise.start,
      stream: { kind: 'list', parameters: {}, length: 0, keys: 1, list: [] },
      typed: solution.map((command) => ({ ...command, before: 0 })),
    });
    const { exerciseKey } = exercise;
    const check = (operation: number, step: number) =>
      client.call('checkExercise', { exerciseKey, labKey, operation, step });
    const begin = await check(0, 0);
    expect(begin.done).toBe(false);
    expect(begin.difference && differenceWords(begin.difference)).toMatch(/^[^{}]*\d[^{}]*\.$/);
    expect(await check(solution.length - 1, -1)).toEqual({ done: true, difference: null });
  });
});

test('the same seed gives a class the same set, another seed another one; only what is wanted is asked', async () => {
  const labKey = await opened({ tree: { kind: 'splay', parameters: {} } });
  const quiz = async (seed: number) => (await client.call('quiz', { labKey, seed, count: 10 })).questions;
  expect(await quiz(4)).toEqual(await quiz(4));
  expect(await quiz(4)).not.toEqual(await quiz(5));
  const roots = await client.call('quiz', { labKey, seed: 4, count: 5, kinds: ['root'] });
  expect(new Set(roots.questions.map(({ kind }) => kind))).toEqual(new Set(['root']));
});

test('an answer outlives the worker that asked', async () => {
  const labKey = await opened();
  const { questions } = await client.call('quiz', { labKey, seed: 1, count: 5 });
  const [first] = questions;
  if (first === undefined) throw new Error('no question');
  const before = await client.call('answer', { id: first.id, choice: 'zig' });
  client.restart();
  await opened();
  expect(await client.call('answer', { id: first.id, choice: 'zig' })).toEqual(before);
});

test('yardsticks have nothing to ask; an unknown question is told in one sentence', async () => {
  const labKey = await opened({ tree: { kind: 'balanced', parameters: {} } });
  expect(await client.call('quiz', { labKey, seed: 1, count: 5 })).toEqual({ questions: [] });
  await expect(client.call('answer', { id: `${labKey} case:0:9999:1`, choice: 'zig' })).rejects.toThrow(
    /\.$/,
  );
  await expect(client.call('answer', { id: `${labKey} case:99999:1:1`, choice: 'zig' })).rejects.toThrow(
    /\.$/,
  );
});
