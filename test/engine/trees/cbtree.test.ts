import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyStep } from '../../../src/engine/trees/apply-step.ts';
import type { BinaryTree } from '../../../src/engine/trees/binary-tree.ts';
import { record } from '../../../src/engine/trees/recorder.ts';
import { bracketText, parseBracketText } from '../../../src/engine/trees/shape-text.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';
import { commands, SEED, starts } from './arbitrary.ts';

function treeAfter(text: string, key: number, epsilon: number): string {
  const tree = createTreeFrom('cbtree', parseBracketText(text), { epsilon });
  tree.access(key);
  return bracketText(tree, true);
}

describe('a step is made where Φ falls by more than ε', () => {
  test.each([
    // before: W(2) = 8, W(4) = 10; after a zig W(4) = 3: log₂ 8 − log₂ 3 = 1.42
    ['zig above ε', '((1:2 2:4 3:1) 4:1 5:1)', 2, 1.4, '(1:2 2:5 (3:1 4:1 5:1))'],
    ['nothing below ε', '((1:2 2:4 3:1) 4:1 5:1)', 2, 1.45, '((1:2 2:5 3:1) 4:1 5:1)'],
    [
      'zig-zig rotates the upper edge',
      '(((1:9 2:9 3:1) 4:1 5:1) 6:1 7:1)',
      2,
      1,
      '((1:9 2:10 3:1) 4:1 (5:1 6:1 7:1))',
    ],
    [
      'zig-zag rotates twice',
      '((1:1 2:1 (3:1 4:9 5:1)) 6:1 7:1)',
      4,
      1,
      '((1:1 2:1 3:1) 4:10 (5:1 6:1 7:1))',
    ],
    ['zig-zag, mirrored', '(1:1 2:1 ((3:1 4:9 5:1) 6:1 7:1))', 4, 1, '((1:1 2:1 3:1) 4:10 (5:1 6:1 7:1))'],
  ])('%s', (_name, before, key, epsilon, expected) => {
    expect(treeAfter(before, key, epsilon)).toBe(expected);
  });

  test('the decision tells by how much: it is what Φ then falls by, and more than ε exactly where it rotates', () => {
    const phi = (tree: Tree): number => {
      let sum = 0;
      tree.visit((node) => {
        sum += Math.log2(tree.selfAt(node) + tree.leftCountAt(node) + tree.rightCountAt(node));
      });
      return sum;
    };
    let rotated = 0;
    fc.assert(
      fc.property(starts, commands, fc.constantFrom(0.05, 0.5, 1, 1.5, 1.95), (start, list, epsilon) => {
        const tree = createTreeFrom('cbtree', start, { epsilon });
        for (const command of list) {
          const replayed = tree.clone() as Tree & BinaryTree;
          const steps = record(tree, command);
          let promised: number | null = null;
          let before = 0;
          steps.forEach((step, i) => {
            applyStep(replayed, step);
            if (step.kind === 'decide') {
              expect(step.potential?.epsilon).toBe(epsilon);
              const drop = step.potential?.drop ?? Number.NaN;
              if (Math.abs(drop - epsilon) > 1e-9) expect(drop > epsilon).toBe(step.case !== 'none');
              promised = step.case === 'none' ? null : drop;
              before = phi(replayed);
            } else if (step.kind === 'rotate' && steps[i + 1]?.kind !== 'rotate' && promised !== null) {
              expect(before - phi(replayed)).toBeCloseTo(promised, 9);
              rotated++;
            }
          });
        }
      }),
      { ...SEED, numRuns: 60 },
    );
    expect(rotated).toBeGreaterThan(100);
  });
});
