import { describe, expect, test } from 'vitest';
import { bracketText, parseBracketText } from '../../../src/engine/trees/shape-text.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';

function treeAfter(kind: string, text: string, operation: 'access' | 'find' | 'delete', key: number): string {
  const tree = createTreeFrom(kind, parseBracketText(text));
  const recorded = tree.clone();
  tree[operation](key);
  recorded[operation](key, []);
  expect(bracketText(recorded)).toBe(bracketText(tree));
  expect(recorded.totals).toEqual(tree.totals);
  return bracketText(tree);
}

describe('semi-splaying (Sleator and Tarjan 1985, section 5)', () => {
  test.each([
    ['a zig-zig rotates the grandparent’s edge only', '(((1 2 3) 4 5) 6 7)', 2, '((1 2 3) 4 (5 6 7))'],
    ['mirrored', '(1 2 (3 4 (5 6 7)))', 6, '((1 2 3) 4 (5 6 7))'],
    ['a zig-zag is a splay’s', '((1 2 (3 4 5)) 6 7)', 4, '((1 2 3) 4 (5 6 7))'],
    ['it goes on from the parent', '((((1 2 -) 3 -) 4 -) 5 -)', 1, '((1 2 3) 4 5)'],
    ['a lone edge stays', '((1 2 3) 4 5)', 2, '((1 2 3) 4 5)'],
    ['a new key', '((1 3 -) 5 -)', 2, '((1 2 3) 5 -)'],
  ])('%s', (_name, before, key, expected) => {
    expect(treeAfter('semi-splay', before, 'access', key)).toBe(expected);
  });

  test('a missing key semi-splays the last node visited', () => {
    expect(treeAfter('semi-splay', '(((1 2 3) 4 5) 6 7)', 'find', 0)).toBe('((1 2 (3 4 5)) 6 7)');
  });

  test('a deletion takes the largest key on the left for the place, wherever both ended up', () => {
    expect(treeAfter('semi-splay', '((1 2 3) 4 (5 6 7))', 'delete', 2)).toBe('((- 1 3) 4 (5 6 7))');
    expect(treeAfter('semi-splay', '((1 2 (- 3 4)) 5 6)', 'delete', 5)).toBe('(((1 2 -) 3 -) 4 6)');
  });
});

describe('move to root (Allen and Munro 1978)', () => {
  test.each([
    ['single rotations bring a key up', '(((1 2 3) 4 5) 6 7)', 2, '(1 2 ((3 4 5) 6 7))'],
    ['from the inside like a zig-zag', '((1 2 (3 4 5)) 6 7)', 4, '((1 2 3) 4 (5 6 7))'],
    ['a chain stays a chain', '(((1 2 -) 3 -) 4 -)', 1, '(- 1 ((2 3 -) 4 -))'],
  ])('%s', (_name, before, key, expected) => {
    expect(treeAfter('move-to-root', before, 'access', key)).toBe(expected);
  });

  test('a deletion joins at the largest key on the left', () => {
    expect(treeAfter('move-to-root', '((1 2 3) 4 (5 6 7))', 'delete', 4)).toBe('((1 2 -) 3 (5 6 7))');
  });
});

describe('the plain search tree (Hibbard 1962)', () => {
  test('keeps every key where it came to lie', () => {
    const tree = createTreeFrom('unbalanced', 'empty');
    for (const key of [4, 2, 6, 1, 3, 5, 7, 4, 1]) tree.access(key);
    expect(bracketText(tree)).toBe('((1 2 3) 4 (5 6 7))');
    tree.delete(4);
    expect(bracketText(tree)).toBe('((1 2 3) 5 (- 6 7))');
    expect(tree.totals).toMatchObject({ operations: 10, rotations: 0 });
  });
});
