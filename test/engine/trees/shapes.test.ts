import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import { checkTree, inOrderKeys } from '../../../src/engine/trees/invariants.ts';
import { createTree } from '../../../src/engine/trees/registry.ts';
import { createTreeFrom, parseStart, shapeFromJson } from '../../../src/engine/trees/shapes.ts';
import { kinds } from './arbitrary.ts';
import { bracketText, parseBracketText } from './bracket-text.ts';

describe.each(kinds)('start shapes of %s', (kind) => {
  test.each([
    ['empty', '-'],
    ['chain:0', '-'],
    ['chain:1', '0'],
    ['chain:4', '(((0 1 -) 2 -) 3 -)'],
    ['balanced:1', '0'],
    ['balanced:4', '(0 1 (- 2 3))'],
    ['balanced:7', '((0 1 2) 3 (4 5 6))'],
  ])('%s', (shape, picture) => {
    const tree = createTreeFrom(kind, shape);
    expect(bracketText(tree)).toBe(picture);
    expect(checkTree(tree)).toEqual([]);
    expect(tree.totals).toEqual({
      operations: 0,
      nodesVisited: 0,
      rotations: 0,
      zig: 0,
      zigZig: 0,
      zigZag: 0,
    });
  });

  test('random:n holds the keys 0 … n − 1, as the seed says', () => {
    const tree = createTreeFrom(kind, 'random:200', undefined, 5);
    expect(checkTree(tree)).toEqual([]);
    expect(inOrderKeys(tree)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect(createTreeFrom(kind, 'random:200', undefined, 5).preorder()).toEqual(tree.preorder());
    expect(createTreeFrom(kind, 'random:200', undefined, 6).preorder()).not.toEqual(tree.preorder());
  });

  test('a printed preorder reads back as the same tree', () => {
    const tree = createTreeFrom(kind, 'balanced:50');
    for (let i = 0; i < 300; i++) tree.access((i * i) % 60);
    const rows = JSON.parse(JSON.stringify({ preorder: tree.preorder() })) as unknown;
    const copy = createTreeFrom(kind, shapeFromJson(rows));
    expect(copy.preorder()).toEqual(tree.preorder());
    expect(checkTree(copy)).toEqual([]);
  });
});

test('a lone right child and negative keys are read from their rows', () => {
  const rows = shapeFromJson([
    [-5, 0, 3],
    [7, 1],
    [-1, 2, 2],
  ]);
  expect(bracketText(createTreeFrom('lazy-counting', rows), true)).toBe('(- -5:3 (-1:2 7:1 -))');
});

test('random:n is the plain search tree of its keys in a random order', () => {
  const n = 60;
  const order = Int32Array.from({ length: n }, (_, i) => i);
  new RandomStream(9, 'start shape').shuffle(order);
  const depths = new Map<number, number>();
  const root: { key: number; left?: Node; right?: Node } = { key: order[0] as number };
  type Node = typeof root;
  depths.set(root.key, 0);
  for (const key of order.subarray(1)) {
    let node = root;
    for (let depth = 1; ; depth++) {
      const side = key < node.key ? 'left' : 'right';
      const next = node[side];
      if (next === undefined) {
        node[side] = { key };
        depths.set(key, depth);
        break;
      }
      node = next;
    }
  }
  expect(new Map(parseStart(`random:${n}`, 9).map((row) => [row.key, row.depth]))).toEqual(depths);
});

test('counts that pass 2³¹ − 1 together are refused', () => {
  expect(() => createTreeFrom('lazy-counting', '(1:2000000000 2:147483647 3)')).toThrow(
    'The counts of the tree shape pass 2147483647 at row 3 (key 3); use smaller ones.',
  );
});

test('bracket text reads what it writes', () => {
  const text = '((1:2 2:1 -) 4:3 (- 5:1 9:7))';
  expect(bracketText(createTreeFrom('lazy-counting', parseBracketText(text)), true)).toBe(text);
});

describe('errors are one sentence', () => {
  test.each(['', 'ring:5', 'chain', 'chain:-1', 'chain:x', 'balanced:1.5', 'chain: 5'])(
    'shape "%s"',
    (shape) => {
      expect(() => parseStart(shape)).toThrow(
        `There is no start shape "${shape}"; use empty, balanced:n, chain:n or random:n with a whole number n, or a tree as bracket text, preorder or JSON.`,
      );
    },
  );

  test('too large', () => {
    expect(() => parseStart('chain:99999999')).toThrow(
      'Start shape "chain:99999999" is too large; n may be at most 4194304.',
    );
  });

  test.each<[string, unknown, string]>([
    ['no list', { rows: [] }, 'A tree shape must be a list of [key, depth] rows'],
    ['null', null, 'A tree shape must be a list of [key, depth] rows'],
    ['a fraction as key', [[1.5, 0]], 'Row 1 of the tree shape needs a 32-bit whole number as its key.'],
    ['a large key', [[2 ** 31, 0]], 'Row 1 of the tree shape needs a 32-bit whole number as its key.'],
    ['no depth', [[1]], 'Row 1 of the tree shape needs a whole number of at least 0 as its depth.'],
    ['count 0', [[1, 0, 0]], 'Row 1 of the tree shape needs a whole number of at least 1 as its self count.'],
    ['no row', [[1, 0], 7], 'Row 2 of the tree shape needs a 32-bit whole number as its key.'],
  ])('rows from a file: %s', (_name, value, message) => {
    expect(() => shapeFromJson(value)).toThrow(message);
  });

  test.each<[string, unknown]>([
    ['no root', [[1, 1]]],
    [
      'two roots',
      [
        [1, 0],
        [2, 0],
      ],
    ],
    [
      'a gap in depth',
      [
        [5, 0],
        [3, 2],
      ],
    ],
    [
      'twice the same key',
      [
        [5, 0],
        [5, 1],
      ],
    ],
    [
      'out of its interval',
      [
        [5, 0],
        [3, 1],
        [6, 2],
      ],
    ],
    [
      'two left children',
      [
        [5, 0],
        [3, 1],
        [2, 1],
      ],
    ],
    [
      'right before left',
      [
        [5, 0],
        [7, 1],
        [3, 1],
      ],
    ],
  ])('rows that are no search tree: %s', (_name, rows) => {
    expect(() => createTreeFrom('splay', shapeFromJson(rows))).toThrow(
      /^Row \d of the tree shape \(key .*\.$/,
    );
  });

  test('an unknown kind', () => {
    expect(() => createTree('red-black')).toThrow(
      /^There is no tree kind "red-black"; use one of lazy-counting, splay/,
    );
  });
});
