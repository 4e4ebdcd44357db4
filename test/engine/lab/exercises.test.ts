import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkExercise, EXERCISE_LIMITS, makeExercise } from '../../../src/engine/lab/exercises.ts';
import { runCommand } from '../../../src/engine/trees/run-operations.ts';
import { bracketText } from '../../../src/engine/trees/shape-text.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import { SEED } from '../trees/arbitrary.ts';
import { labVariants } from './variants.ts';

describe.each(labVariants)('exercises for $title', ({ entry, parameters }) => {
  const { kind } = entry;
  test('the solution leads from the start to a target that is another shape', () => {
    fc.assert(
      fc.property(
        fc.nat(2_147_483_647),
        fc.integer({ min: 5, max: 15 }),
        fc.integer({ min: 1, max: 10 }),
        (seed, size, moves) => {
          const { start, target, solution } = makeExercise({ kind, parameters, seed, size, moves });
          expect(start).toHaveLength(size);
          const tree = createTreeFrom(kind, start, parameters);
          if (entry.prepare !== undefined) {
            // opened in a lab, the yardstick arranges its keys: as they stand
            expect(bracketText(entry.prepare(tree, []))).toBe(bracketText(tree));
          }
          expect(checkExercise(tree, target).done).toBe(false);
          for (const command of solution) runCommand(tree, command);
          expect(checkExercise(tree, target)).toEqual({ done: true, difference: null });
          expect(solution.length).toBeGreaterThanOrEqual(moves);
          expect(makeExercise({ kind, parameters, seed, size, moves })).toEqual({
            start,
            target,
            solution,
          });
        },
      ),
      { ...SEED, numRuns: 60 },
    );
  });

  test('trees that rotate are asked to rotate', () => {
    if (entry.decides === 'none') return;
    let raised = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { solution } = makeExercise({ kind, parameters, seed, size: 9, moves: 3 });
      if (solution.every(({ operation }) => operation === 'access')) raised++;
    }
    expect(raised).toBeGreaterThan(30);
  });
});

describe('what is wrong is named from the root downward', () => {
  const target = '((1 2 3) 4 5)';
  const rows = createTreeFrom('splay', target);
  test.each([
    ['((1 2 3) 4 5)', null],
    ['((1 2 3) 4 -)', { template: 'exercise.missing', slots: { key: 5 } }],
    ['((1 2 3) 4 (- 5 6))', { template: 'exercise.extra', slots: { key: 6 } }],
    ['(1 2 (3 4 5))', { template: 'exercise.root', slots: { key: 4, rootKey: 2 } }],
    [
      '(((1 2 -) 3 -) 4 5)',
      { template: 'exercise.parent', slots: { key: 2, parentKey: 3, targetParentKey: 4 } },
    ],
    ['-', { template: 'exercise.missing', slots: { key: 4 } }],
  ])('%s', (shape, difference) => {
    const wanted = rows.preorder().map(([key, depth]) => ({ key, depth, self: 1 }));
    expect(checkExercise(createTreeFrom('splay', shape), wanted)).toEqual({
      done: difference === null,
      difference,
    });
  });

  test('counts do not matter', () => {
    const wanted = rows.preorder().map(([key, depth]) => ({ key, depth, self: 9 }));
    expect(checkExercise(createTreeFrom('lazy-counting', target), wanted).done).toBe(true);
  });
});

test.each([
  [{ size: 4 }, 'An exercise has 5 to 15 keys, not 4.'],
  [{ size: 5.5 }, 'An exercise has 5 to 15 keys, not 5.5.'],
  [{ moves: 11 }, 'An exercise has 1 to 10 changes of shape, not 11.'],
  [{ kind: 'rope' }, 'There is no tree kind "rope"'],
])('%j', (part, message) => {
  expect(() => makeExercise({ kind: 'splay', parameters: {}, seed: 1, size: 7, moves: 3, ...part })).toThrow(
    message,
  );
  expect(EXERCISE_LIMITS.size).toEqual([5, 15]);
});
