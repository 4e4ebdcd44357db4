import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import { isTooDeep } from '../../../src/engine/trees/depth-limit.ts';
import { record } from '../../../src/engine/trees/recorder.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import { bracketText, parseBracketText } from './bracket-text.ts';

const treeOf = (text: string) => createTreeFrom('lazy-counting', parseBracketText(text));

/** Runs one operation and shows keys with their self counts, by the fast way and by the recorded one. */
function treeAfter(text: string, operation: 'access' | 'find' | 'delete', key: number): string {
  const tree = treeOf(text);
  const recorded = tree.clone();
  tree[operation](key);
  recorded[operation](key, []);
  expect(bracketText(recorded, true)).toBe(bracketText(tree, true));
  return bracketText(tree, true);
}

describe('one access counts first and then weighs the lowest pair (paper B, Table 2)', () => {
  test.each([
    ['nothing, as the child is no heavier', '((1:1 2:1 3:1) 4:3 5:2)', 2, '((1:1 2:2 3:1) 4:3 5:2)'],
    ['zig: outer 6 > sibling 5', '((1:2 2:3 3:1) 4:3 5:2)', 2, '(1:2 2:4 (3:1 4:3 5:2))'],
    ['nothing at outer = sibling', '((1:2 2:2 3:1) 4:3 5:2)', 2, '((1:2 2:3 3:1) 4:3 5:2)'],
    ['zig-zag at inner = sibling', '((1:1 2:1 3:5) 4:3 5:2)', 2, '((1:1 2:2 -) 3:5 (- 4:3 5:2))'],
    ['zig-zag goes before zig', '((1:9 2:1 3:6) 4:3 5:2)', 2, '((1:9 2:2 -) 3:6 (- 4:3 5:2))'],
    ['zig, mirrored', '(1:2 2:3 (3:1 4:3 5:2))', 4, '((1:2 2:3 3:1) 4:4 5:2)'],
    ['zig-zag, mirrored', '(1:2 2:3 (3:5 4:1 5:1))', 4, '((1:2 2:3 -) 3:5 (- 4:2 5:1))'],
    ['the root has no pair', '(1:9 2:1 3:1)', 2, '(1:9 2:2 3:1)'],
    ['only the lowest pair is weighed', '(((1:1 2:50 -) 4:60 -) 6:1 -)', 1, '(((1:2 2:50 -) 4:60 -) 6:1 -)'],
  ])('%s', (_name, before, key, expected) => {
    expect(treeAfter(before, 'access', key)).toBe(expected);
  });

  test('a new key weighs every pair up to the root', () => {
    // zig of 2 over 4 first (outer 10 > sibling 3), then zig-zag at 6 (inner 3 ≥ sibling 1)
    expect(treeAfter('(((- 2:9 -) 4:3 -) 6:1 -)', 'access', 1)).toBe('((1:1 2:9 -) 4:3 6:1)');
  });

  test('inner subtrees move with their counts', () => {
    expect(treeAfter('((1:1 2:1 (3:2 4:1 5:3)) 6:1 7:1)', 'access', 2)).toBe(
      '((1:1 2:2 3:2) 4:1 (5:3 6:1 7:1))',
    );
  });
});

describe('depth 2·log₂ n', () => {
  test('is reached where 2^depth ≥ n²', () => {
    const wrong: string[] = [];
    for (let n = 1; n <= 5000; n++) {
      for (let depth = 0; depth <= 26; depth++) {
        if (isTooDeep(depth, n) !== 2 ** depth >= n * n) wrong.push(`depth ${depth}, ${n} nodes`);
      }
    }
    expect(wrong).toEqual([]);
    expect(isTooDeep(45, 2 ** 23)).toBe(false);
    expect(isTooDeep(46, 2 ** 23)).toBe(true);
    expect(isTooDeep(46, 2 ** 23 + 1)).toBe(false);
  });

  test('a key at that depth weighs every pair, one above it only its own', () => {
    const pairs = (key: number) =>
      record(createTreeFrom('lazy-counting', 'chain:64'), { operation: 'access', key }).filter(
        (step) => step.kind === 'decide',
      ).length;
    expect(pairs(63 - 11)).toBe(1);
    expect(pairs(63 - 12)).toBe(12);
  });
});

describe('deletion, which the paper leaves open', () => {
  test.each([
    ['a leaf', '((1:1 2:2 3:3) 4:4 5:5)', 3, '((1:1 2:2 -) 4:4 5:5)'],
    ['one child moves up', '((1:1 2:2 -) 4:4 5:5)', 2, '(1:1 4:4 5:5)'],
    ['the successor takes the place', '(1:1 2:2 ((3:3 4:4 -) 5:5 6:6))', 2, '(1:1 3:3 (4:4 5:5 6:6))'],
    ['the successor is the right child', '(1:1 2:2 (- 5:5 6:6))', 2, '(1:1 5:5 6:6)'],
    ['the successor leaves a child behind', '(1:1 2:2 ((- 3:3 4:4) 5:5 -))', 2, '(1:1 3:3 (4:4 5:5 -))'],
    ['an absent key', '(1:1 2:2 -)', 7, '(1:1 2:2 -)'],
    ['the last node', '7:3', 7, '-'],
  ])('%s', (_name, before, key, expected) => {
    expect(treeAfter(before, 'delete', key)).toBe(expected);
  });
});

test('an unsuccessful find counts nothing but its visits', () => {
  expect(treeAfter('((1:1 2:2 3:3) 4:4 5:5)', 'find', 9)).toBe('((1:1 2:2 3:3) 4:4 5:5)');
  const tree = treeOf('((1:1 2:2 3:3) 4:4 5:5)');
  expect(tree.find(9)).toBe(false);
  expect(tree.totals).toMatchObject({ operations: 1, nodesVisited: 2, rotations: 0 });
});

test('the last rotation keeps its rule and operands', () => {
  const tree = treeOf('((1:2 2:3 3:1) 4:3 5:2)');
  expect(tree.lastRotation).toBeNull();
  tree.access(5);
  tree.access(2);
  tree.access(2);
  expect(tree.lastRotation).toEqual({
    operation: 3,
    case: 'zig',
    parentKey: 4,
    childKey: 2,
    innerKey: 3,
    inner: 1,
    outer: 7,
    sibling: 6,
  });
  tree.access(2);
  expect(tree.lastRotation).toMatchObject({ operation: 3 });
});

test('a hot key climbs to the root and stays; rotations become rare', () => {
  const random = new RandomStream(3, 'hot');
  const tree = createTreeFrom('lazy-counting', 'balanced:1000');
  for (let i = 0; i < 20_000; i++) tree.access(i % 2 === 0 ? 123 : random.below(1000));
  expect(tree.depthOf(123)).toBe(0);
  expect(tree.totals.rotations / tree.totals.operations).toBeLessThan(0.03);
});
