import { expect, test } from 'vitest';
import { hashState } from '../../../src/base/clone.ts';
import { RandomStream } from '../../../src/base/random.ts';
import type { BinaryTree } from '../../../src/engine/trees/binary-tree.ts';
import { layOutInBlocks } from '../../../src/engine/trees/block-layout.ts';
import { checkTree } from '../../../src/engine/trees/invariants.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';

test.each(['empty', 'chain:100', 'balanced:1000'])('%s keeps its meaning in blocks', (start) => {
  const tree = createTreeFrom('lazy-counting', start);
  for (let key = 0; key < 300; key += 2) tree.delete(key);
  const before = hashState(tree);
  layOutInBlocks(tree as Tree & BinaryTree);
  expect(hashState(tree)).toBe(before);
  expect(checkTree(tree)).toEqual([]);
  for (let key = 0; key < 300; key += 3) tree.access(key);
  expect(checkTree(tree)).toEqual([]);
});

test('the top of a balanced tree lies together, level by level', () => {
  const tree = createTreeFrom('lazy-counting', 'balanced:255');
  layOutInBlocks(tree as Tree & BinaryTree);
  const handles: number[] = [];
  tree.forEachByDepth((node) => handles.push(node) < 15);
  expect(handles).toEqual(Array.from({ length: 15 }, (_, i) => 4 * (i + 1)));
});

test.each([
  ['lazy-counting', 'laidOutAt', 20_000, 0],
  ['splay', 'layoutDueAt', 40_000, 16_384],
] as const)(
  'a large %s that is rearranged on the way is the tree that is not',
  (kind, field, atLeast, untouched) => {
    const random = new RandomStream(11, 'large');
    const rearranged = createTreeFrom(kind, 'balanced:20000');
    const recorded = rearranged.clone();
    for (let i = 0; i < 40_000; i++) {
      const key = random.below(40_000);
      if (i % 7 === 0) expect(rearranged.delete(key)).toBe(recorded.delete(key, []));
      else expect(rearranged.access(key)).toBe(recorded.access(key, []));
    }
    expect(rearranged).toHaveProperty(
      field,
      expect.toSatisfy((operations: number) => operations >= atLeast),
    );
    expect(recorded).toHaveProperty(field, untouched);
    expect(hashState(rearranged)).toBe(hashState(recorded));
    expect(rearranged.preorder()).toEqual(recorded.preorder());
    expect(checkTree(rearranged)).toEqual([]);
  },
);
