import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REASONS } from '../../../src/engine/lab/question-reasons.ts';
import {
  type CommandList,
  makeQuestions,
  type Question,
  questionAt,
  questionSet,
} from '../../../src/engine/lab/questions.ts';
import { createStream } from '../../../src/engine/lab/stream-registry.ts';
import { record, type TreeCommand } from '../../../src/engine/trees/recorder.ts';
import { runCommand } from '../../../src/engine/trees/run-operations.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import { commands, SEED, starts } from '../trees/arbitrary.ts';
import { labVariants } from './variants.ts';

/** Accesses by Zipf's law with some deletions and searches in vain among them. */
function mixed(count: number, keys: number, seed: number): TreeCommand[] {
  const stream = createStream('zipf', { length: count, keys, seed, parameters: {} });
  return Array.from({ length: count }, (_, i) => {
    const key = stream.next();
    if (i % 17 === 5) return { operation: 'delete', key };
    return i % 13 === 3 ? { operation: 'find', key: 1000 + key } : { operation: 'access', key };
  });
}

const asking = labVariants.filter(({ entry }) => entry.decides !== 'none');
const silent = labVariants.filter(({ entry }) => entry.decides === 'none').map(({ entry }) => entry.kind);

const answersOf = (questions: readonly Question[], kind: string): Map<string | number, number> => {
  const answers = new Map<string | number, number>();
  for (const question of questions)
    if (question.kind === kind) answers.set(question.answer, (answers.get(question.answer) ?? 0) + 1);
  return answers;
};

describe.each(asking)('questions about $title', ({ entry: { kind }, parameters }) => {
  test('every answer is what the tree does, and is among the options', () => {
    fc.assert(
      fc.property(starts, commands, fc.nat(1000), (start, list, seed) => {
        const tree = createTreeFrom(kind, start, parameters);
        const before = tree.preorder();
        const questions = makeQuestions({ tree, commands: list, seed, count: 12 });
        expect(tree.preorder()).toEqual(before);
        expect(questions.length).toBeLessThanOrEqual(12);
        expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
        const states = list.map((command) => {
          const copy = tree.clone();
          runCommand(tree, command);
          return copy;
        });
        for (const question of questions) {
          const command = list[question.operation] as TreeCommand;
          const state = states[question.operation]?.clone();
          if (state === undefined) throw new Error('There is no such operation.');
          expect(question.key).toBe(command.key);
          const { rotations } = state.totals;
          const steps = record(state, command);
          const next = steps[question.step];
          const does = {
            case: next?.kind === 'decide' ? next.case : null,
            root: state.keyAt(state.root),
            rotations: state.totals.rotations - rotations,
          }[question.kind];
          expect(question.answer).toBe(does);
          expect(question.options).toContain(question.answer);
          expect(new Set(question.options).size).toBe(question.options.length);
          expect(question.options.length).toBeGreaterThan(1);
          if (question.kind !== 'case') expect(question.step).toBe(0);
          expect(REASONS).toContain(question.reason.template);
          for (const value of Object.values(question.reason.slots)) expect(value).not.toBeNaN();
        }
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  test('no answer dominates, operations differ, and each kind that can be asked is', () => {
    for (const seed of [1, 2, 3]) {
      const tree = createTreeFrom(kind, 'balanced:60', parameters);
      const questions = makeQuestions({ tree, commands: mixed(4000, 60, seed), seed, count: 20 });
      expect(questions).toHaveLength(20);
      expect(new Set(questions.map(({ operation }) => operation)).size).toBe(20);
      const kinds = new Set(questions.map((question) => question.kind));
      expect([...kinds].sort()).toEqual(
        kind === 'move-to-root' ? ['root', 'rotations'] : ['case', 'root', 'rotations'],
      );
      for (const asked of kinds) {
        const answers = [...answersOf(questions, asked).values()];
        expect(answers.length).toBeGreaterThan(1);
        const total = answers.reduce((sum, n) => sum + n, 0);
        if (total > 3) expect(Math.max(...answers) / total).toBeLessThanOrEqual(0.6);
      }
      // they follow the run
      const places = questions.map(({ operation, step }) => operation * 1e6 + step);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test('the same seed gives the same set, another seed another one', () => {
    const tree = createTreeFrom(kind, 'balanced:31', parameters);
    const list = mixed(600, 31, 5);
    const set = (seed: number) => makeQuestions({ tree, commands: list, seed, count: 10 });
    expect(set(4)).toEqual(set(4));
    expect(set(5)).not.toEqual(set(4));
    expect(structuredClone(set(4))).toEqual(set(4));
  });

  test('a question of the set is the one asked at its place', () => {
    const tree = createTreeFrom(kind, 'balanced:31', parameters);
    const list = mixed(600, 31, 6);
    const questions = makeQuestions({ tree, commands: list, seed: 9, count: 10, kinds: ['case'] });
    if (kind === 'move-to-root')
      expect(questions).toEqual([]); // every decision is a zig
    else expect(questions.length).toBeGreaterThan(4);
    list.forEach((command, operation) => {
      for (const question of questions.filter((asked) => asked.operation === operation)) {
        expect(questionAt(tree, command, operation, question.step, 9)).toEqual(question);
        expect(questionAt(tree, command, operation, 0, 9)).toBeNull();
        expect(questionAt(tree, command, operation, 100_000, 9)).toBeNull();
      }
      runCommand(tree, command);
    });
  });
});

test.each(silent)('%s decides nothing, so nothing is asked', (kind) => {
  const tree = createTreeFrom(kind, 'balanced:31');
  expect(makeQuestions({ tree, commands: mixed(300, 31, 1), seed: 1, count: 10 })).toEqual([]);
});

test('where nothing ever happens, nothing is asked', () => {
  const tree = createTreeFrom('splay', '5');
  const root = Array.from({ length: 50 }, () => ({ operation: 'access' as const, key: 5 }));
  expect(makeQuestions({ tree, commands: root, seed: 1, count: 10 })).toEqual([]);
  expect(makeQuestions({ tree, commands: [], seed: 1, count: 10 })).toEqual([]);
});

test('the right key and the right number stand at every place of the options alike', () => {
  const places = { root: [0, 0, 0, 0], rotations: [0, 0, 0, 0] };
  const tree = createTreeFrom('splay', 'random:500');
  const list = mixed(5000, 500, 2);
  for (let seed = 0; seed < 20; seed++) {
    for (const { kind, options, answer } of makeQuestions({
      tree,
      commands: list,
      seed,
      count: 30,
      kinds: ['root', 'rotations'],
    })) {
      if (kind === 'case' || Number(answer) < 3 || options.length < 4) continue;
      const place = options.indexOf(answer);
      places[kind][place] = (places[kind][place] ?? 0) + 1;
    }
  }
  for (const counts of Object.values(places)) {
    const total = counts.reduce((sum, n) => sum + n, 0);
    expect(total).toBeGreaterThan(100);
    for (const count of counts) expect(Math.abs(count / total - 0.25)).toBeLessThan(0.1);
  }
});

describe('reasons name the real operands', () => {
  /** The question before the first decision of an access. */
  const asked = (kind: string, shape: string, key: number) => {
    const tree = createTreeFrom(kind, shape);
    const step = record(tree.clone(), { operation: 'access', key }).findIndex((at) => at.kind === 'decide');
    return questionAt(tree, { operation: 'access', key }, 0, step, 1);
  };

  test('the counting rule', () => {
    // with this access 4 counts 4; below 5, between 4 and 6, lie 9; sibling = 1 of 6 itself + 2 of 8
    expect(asked('lazy-counting', '((- 4:3 5:9) 6 8:2)', 4)).toMatchObject({
      options: ['zig', 'zig-zag', 'none'],
      answer: 'zig-zag',
      reason: {
        template: 'counts.zig-zag',
        slots: {
          parentKey: 6,
          childKey: 4,
          innerKey: 5,
          inner: 9,
          outer: 4,
          childSelf: 4,
          childFar: 0,
          sibling: 3,
          parentSelf: 1,
          parentOther: 2,
        },
      },
    });
    expect(asked('lazy-counting', '((2:4 4:3 5) 6 8:2)', 4)?.reason).toMatchObject({
      template: 'counts.zig',
    });
    expect(asked('lazy-counting', '(4 6:9 8:2)', 4)?.reason).toEqual({
      template: 'counts.none',
      slots: {
        parentKey: 6,
        childKey: 4,
        inner: 0,
        outer: 2,
        childSelf: 2,
        childFar: 0,
        sibling: 11,
        parentSelf: 9,
        parentOther: 2,
      },
    });
  });

  test('the shape', () => {
    expect(asked('splay', '((1 2 3) 4 5)', 1)).toMatchObject({
      options: ['zig', 'zig-zig', 'zig-zag'],
      reason: { template: 'shape.zig-zig', slots: { key: 1, parentKey: 2, grandparentKey: 4 } },
    });
    expect(asked('splay', '((1 2 3) 4 5)', 3)?.reason).toEqual({
      template: 'shape.zig-zag',
      slots: { key: 3, parentKey: 2, grandparentKey: 4 },
    });
    expect(asked('splay', '((1 2 3) 4 5)', 5)?.reason).toEqual({
      template: 'shape.zig',
      slots: { key: 5, parentKey: 4 },
    });
  });

  test('the next root and the rotations', () => {
    const later: TreeCommand[] = [3, 2, 2].map((key) => ({ operation: 'access', key }));
    const all = (kind: string, shape: string, command: TreeCommand) =>
      makeQuestions({
        tree: createTreeFrom(kind, shape),
        commands: [command, ...later],
        seed: 1,
        count: 20,
      })
        .filter(({ operation, kind: about }) => operation === 0 && about !== 'case')
        .map(({ answer, reason }) => [answer, reason.template]);
    expect(all('splay', '((1 2 3) 4 5)', { operation: 'access', key: 1 })).toEqual([
      [1, 'root.raised'],
      [2, 'rotations.sum'],
    ]);
    expect(all('splay', '((1 2 3) 4 (5 6 9))', { operation: 'find', key: 7 })).toEqual([
      [9, 'root.last-visited'],
      [2, 'rotations.sum'],
    ]);
    expect(all('splay', '((1 2 3) 4 5)', { operation: 'delete', key: 4 })).toEqual([
      [3, 'root.replaced'],
      [1, 'rotations.sum'],
    ]);
    expect(all('splay', '((1 2 3) 4 5)', { operation: 'access', key: 4 })).toEqual([
      [4, 'root.stays'],
      [0, 'rotations.none'],
    ]);
  });
});

test('a long run is looked at in slices and only so far; its commands may be columns', () => {
  let asked = 0;
  const commandsOf: CommandList = {
    length: 1_000_000,
    at: (index) => {
      asked = Math.max(asked, index);
      return { operation: 'access', key: (index * 7919) % 1000 };
    },
  };
  const tree = createTreeFrom('lazy-counting', 'balanced:1000');
  const job = questionSet({ tree, commands: commandsOf, seed: 3, count: 10 });
  let slices = 0;
  let next = job.next();
  for (; next.done !== true; next = job.next()) slices++;
  expect(slices).toBeGreaterThan(10);
  expect(asked).toBeLessThan(20_000);
  expect(next.value).toEqual(makeQuestions({ tree, commands: commandsOf, seed: 3, count: 10 }));
});
