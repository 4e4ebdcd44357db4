import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import { checkTree } from '../../../src/engine/trees/invariants.ts';
import { record } from '../../../src/engine/trees/recorder.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import { bracketText, parseBracketText } from './bracket-text.ts';

/** Runs one access and shows the tree, by the fast way and by the recorded one. */
function afterAccess(text: string, key: number): string {
  const tree = createTreeFrom('splay', parseBracketText(text));
  const recorded = tree.clone();
  tree.access(key);
  recorded.access(key, []);
  expect(bracketText(recorded)).toBe(bracketText(tree));
  return bracketText(tree);
}

describe('splaying (Sleator and Tarjan 1985, figure 3)', () => {
  test.each([
    ['zig', '((1 2 3) 4 5)', 2, '(1 2 (3 4 5))'],
    ['zig, mirrored', '(1 2 (3 4 5))', 4, '((1 2 3) 4 5)'],
    ['zig-zig', '(((1 2 3) 4 5) 6 7)', 2, '(1 2 (3 4 (5 6 7)))'],
    ['zig-zig, mirrored', '(1 2 (3 4 (5 6 7)))', 6, '(((1 2 3) 4 5) 6 7)'],
    ['zig-zag', '((1 2 (3 4 5)) 6 7)', 4, '((1 2 3) 4 (5 6 7))'],
    ['zig-zag, mirrored', '(1 2 ((3 4 5) 6 7))', 4, '((1 2 3) 4 (5 6 7))'],
    ['a new key', '(1 2 -)', 3, '((1 2 -) 3 -)'],
    ['a new key under the root’s child', '(1 4 -)', 2, '(1 2 4)'],
    ['the root', '(1 2 3)', 2, '(1 2 3)'],
    ['the empty tree', '-', 7, '7'],
  ])('%s', (_name, before, key, after) => {
    expect(afterAccess(before, key)).toBe(after);
  });

  test('a zig-zig rotates the grandparent’s edge first, a zig-zag the parent’s', () => {
    const rotations = (text: string, key: number) =>
      record(createTreeFrom('splay', parseBracketText(text)), { operation: 'access', key }).flatMap((step) =>
        step.kind === 'rotate' ? [`${step.childKey} over ${step.parentKey}`] : [],
      );
    expect(rotations('(((1 2 3) 4 5) 6 7)', 2)).toEqual(['4 over 6', '2 over 4']);
    expect(rotations('((1 2 (3 4 5)) 6 7)', 4)).toEqual(['4 over 2', '4 over 6']);
  });

  test('a key that is not found splays the last node visited', () => {
    const tree = createTreeFrom('splay', parseBracketText('((1 3 -) 6 7)'));
    expect(tree.find(2)).toBe(false);
    expect(bracketText(tree)).toBe('(- 1 (- 3 (- 6 7)))');
  });

  test('a deletion joins the subtrees at the largest key on the left', () => {
    const tree = createTreeFrom('splay', parseBracketText('((1 2 3) 4 (5 6 7))'));
    expect(tree.delete(4)).toBe(true);
    expect(bracketText(tree)).toBe('((1 2 -) 3 (5 6 7))');
    expect(tree.delete(4)).toBe(false);
  });
});

test('a deep left chain is halved: 1022 rotations, height 513', () => {
  const tree = createTreeFrom('splay', 'chain:1023');
  expect(tree.access(0)).toBe(1023);
  expect(tree.totals.rotations).toBe(1022);
  expect(tree.height()).toBe(513);
});

test('the widest keys are told apart, whichever came first', () => {
  const keys = [5, -7, 2_147_483_647, -2_147_483_648, 1_073_741_824, -1_073_741_825, 0, 2_147_483_647, -7, 5];
  const fresh = createTreeFrom('splay', 'balanced:9'); // made while all keys were small
  for (const tree of [fresh, createTreeFrom('splay', 'empty')]) {
    const recorded = tree.clone();
    for (const key of keys) expect(tree.access(key)).toBe(recorded.access(key, []));
    expect(bracketText(tree)).toBe(bracketText(recorded));
    expect(checkTree(tree)).toEqual([]);
  }
});

test('every access makes one rotation less than its path has nodes', () => {
  const random = new RandomStream(7, 'splay');
  const tree = createTreeFrom('splay', 'balanced:500');
  for (let i = 0; i < 5000; i++) {
    const before = tree.totals.rotations;
    const visited = tree.access(random.below(500));
    expect(tree.totals.rotations - before).toBe(visited - 1);
  }
  const { rotations, zig, zigZig, zigZag } = tree.totals;
  expect(zig + 2 * (zigZig + zigZag)).toBe(rotations);
});
