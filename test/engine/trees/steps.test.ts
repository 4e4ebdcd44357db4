import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyStep, unapplyStep } from '../../../src/engine/trees/apply-step.ts';
import type { BinaryTree } from '../../../src/engine/trees/binary-tree.ts';
import { inOrderKeys } from '../../../src/engine/trees/invariants.ts';
import { record } from '../../../src/engine/trees/recorder.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';
import { commands, SEED, starts, variants } from './arbitrary.ts';

const inner = (tree: Tree): BinaryTree => tree as Tree & BinaryTree;

/** Everything a tree is, spare room at the end of its storage left out. As text: quickly compared, still readable. */
const contents = (tree: Tree): string =>
  JSON.stringify({
    ...tree,
    nodes: [...inner(tree).nodes.subarray(0, inner(tree).end)],
    tallies: [...inner(tree).tallies],
  });

describe.each(variants)('steps of $title', ({ kind, parameters }) => {
  test('replaying them gives the same tree, taking each back the one before it, exactly', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start, parameters);
        const replayed = tree.clone();
        for (const command of list) {
          const steps = record(tree, command);
          const before = steps.map((step) => {
            const state = contents(replayed);
            applyStep(inner(replayed), step);
            return state;
          });
          expect(contents(replayed)).toBe(contents(tree));
          for (const [i, step] of [...steps.entries()].reverse()) {
            unapplyStep(inner(replayed), step);
            expect(contents(replayed)).toBe(before[i]);
          }
          for (const step of steps) applyStep(inner(replayed), step);
        }
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  test('a rotation leaves the order of the keys alone', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start, parameters);
        for (const command of list) {
          const replayed = tree.clone();
          for (const step of record(tree, command)) {
            const before = step.kind === 'rotate' ? inOrderKeys(replayed) : [];
            applyStep(inner(replayed), step);
            if (step.kind === 'rotate') expect(inOrderKeys(replayed)).toEqual(before);
          }
        }
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  test('steps are plain data', () => {
    const tree = createTreeFrom(kind, 'chain:20', parameters);
    for (const operation of ['access', 'insert', 'find', 'delete'] as const) {
      const steps = record(tree, { operation, key: 10 });
      expect(structuredClone(steps)).toEqual(steps);
      expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
    }
  });
});
