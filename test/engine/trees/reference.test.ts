/** The reference run: every tree on the same streams against figures measured with independent implementations. */
import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import { treeKind } from '../../../src/engine/trees/registry.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { Tree, TreeParameters } from '../../../src/engine/trees/tree.ts';
import { permutation, referenceStream, zipfKeys } from './streams.ts';

const KEYS = 1000;
const ACCESSES = 100_000;
/**
 * What the balanced tree visits depends only on where the permutation puts the hottest keys: 6.1 to 9.7 nodes at Zipf
 * 1.5. The reference's hot keys lie a little above the middle; so do those of these seeds, taken together.
 */
const SEEDS = [48, 49, 50, 51, 52];

const finds = (keys: Int32Array) => Array.from(keys, (key) => ({ operation: 'find', key }) as const);

function startTree(kind: string, keys: Int32Array, parameters: TreeParameters): Tree {
  const tree = createTreeFrom(kind, `balanced:${KEYS}`, parameters);
  return treeKind(kind).prepare?.(tree, finds(keys)) ?? tree;
}

/** Mean nodes visited in the second half, and rotations per access over the whole run. */
function measure(kind: string, exponent: number, seed: number, parameters: TreeParameters) {
  const keys = referenceStream(KEYS, exponent, ACCESSES, seed);
  const tree = startTree(kind, keys, parameters);
  let visitedBefore = 0;
  keys.forEach((key, i) => {
    if (i === ACCESSES / 2) visitedBefore = tree.totals.nodesVisited;
    tree.find(key);
  });
  return {
    path: (tree.totals.nodesVisited - visitedBefore) / (ACCESSES / 2),
    rotations: tree.totals.rotations / ACCESSES,
  };
}

const EXPONENTS = [0, 1, 1.5];

describe.each([
  { kind: 'static-optimum', paths: [8.99, 5.73, 3.16], rotations: [0, 0, 0] },
  { kind: 'balanced', paths: [8.99, 8.65, 8.21], rotations: [0, 0, 0] },
  { kind: 'move-to-root', paths: [11.97, 8.26, 4.26], rotations: [10.97, 7.26, 3.28] },
  { kind: 'splay', paths: [12.4, 8.58, 4.43], rotations: [11.4, 7.57, 3.45] },
  { kind: 'semi-splay', paths: [10.96, 7.73, 4.14], rotations: [6.82, 4.43, 1.82] },
  {
    kind: 'cbtree',
    parameters: { epsilon: 1 },
    paths: [8.99, 6.88, 3.9],
    rotations: [0.0003, 0.003, 0.004],
    digits: 4,
    within: [0.1, 0.1, 0.1],
  },
  {
    kind: 'lazy-counting',
    paths: [9.01, 6.4, 3.3],
    rotations: [0.01, 0.013, 0.011],
    digits: 3,
    within: [0.05, 0.05, 0.2],
  },
])(
  '$kind is the reference’s',
  ({ kind, parameters = {}, paths, rotations, digits = 2, within = [0.05, 0.05, 0.05] }) => {
    test.each(EXPONENTS.map((exponent, i) => [exponent, i] as const))('at Zipf %s', (exponent, i) => {
      const runs = SEEDS.map((seed) => measure(kind, exponent, seed, parameters));
      const mean = (pick: (run: { path: number; rotations: number }) => number) =>
        runs.reduce((sum, run) => sum + pick(run), 0) / runs.length;
      const [path, rotated, tolerance] = [paths[i] ?? 0, rotations[i] ?? 0, within[i] ?? 0];
      expect(Math.abs(mean((run) => run.path) / path - 1)).toBeLessThan(tolerance);
      // A figure printed as .013 stands for all that rounds to it; .0003 was a count of 30, uncertain by its own noise.
      const count = rotated * ACCESSES;
      const half = count < 100 ? (2 * Math.sqrt(count)) / ACCESSES : 0.5 * 10 ** -digits;
      const measured = mean((run) => run.rotations);
      expect(measured).toBeGreaterThanOrEqual(rotated === 0 ? 0 : (rotated - half) * (1 - tolerance));
      expect(measured).toBeLessThanOrEqual(rotated === 0 ? 0 : (rotated + half) * (1 + tolerance));
    });
  },
);

describe('exact checks', () => {
  test.each([
    { kind: 'splay', rotations: 1022, height: 513 },
    { kind: 'semi-splay', rotations: 511, height: 512 },
    { kind: 'move-to-root', rotations: 1022, height: 1023 },
  ])(
    'the deepest key of a chain of 1023: $kind makes $rotations rotations and leaves height $height',
    (expected) => {
      for (const steps of [undefined, []]) {
        const tree = createTreeFrom(expected.kind, 'chain:1023');
        expect(tree.access(0, steps)).toBe(1023);
        expect(tree.totals.rotations).toBe(expected.rotations);
        expect(tree.height()).toBe(expected.height);
      }
    },
  );

  test.each(['splay', 'move-to-root'])(
    '%s makes one rotation less than its path has nodes, on every access',
    (kind) => {
      const tree = createTreeFrom(kind, `balanced:${KEYS}`);
      for (const key of referenceStream(KEYS, 1, 20_000, 1)) {
        const before = tree.totals;
        tree.find(key);
        const visited = tree.totals.nodesVisited - before.nodesVisited;
        expect(tree.totals.rotations - before.rotations).toBe(visited - 1);
      }
    },
  );
});

describe('the weakness: hot keys redrawn half way', () => {
  const HALF = 50_000;
  const WINDOW = 500;

  function redrawn(seed: number): Int32Array {
    const random = new RandomStream(seed, 'stream');
    return Int32Array.from(
      ['before', 'after'].flatMap((name) => [
        ...zipfKeys(permutation(KEYS, new RandomStream(seed, name)), 1, HALF, random),
      ]),
    );
  }

  /** Accesses after the change until a window's mean path is within 5 % of that of the last windows before it. */
  function recovery(kind: string, seed: number, parameters: TreeParameters = {}): number {
    const tree = createTreeFrom(kind, `balanced:${KEYS}`, parameters);
    const windows: number[] = [];
    let before = 0;
    redrawn(seed).forEach((key, i) => {
      tree.find(key);
      if ((i + 1) % WINDOW !== 0) return;
      windows.push((tree.totals.nodesVisited - before) / WINDOW);
      before = tree.totals.nodesVisited;
    });
    const change = HALF / WINDOW;
    const usual = windows.slice(change - 20, change).reduce((sum, path) => sum + path, 0) / 20;
    const after = windows.slice(change).findIndex((path) => path <= 1.05 * usual);
    return after < 0 ? HALF : after * WINDOW;
  }

  const mean = (kind: string, parameters?: TreeParameters) =>
    SEEDS.reduce((sum, seed) => sum + recovery(kind, seed, parameters), 0) / SEEDS.length;

  test('splay does not care, counting trees need thousands of accesses, with decay they need fewer', () => {
    const splay = mean('splay');
    const lazy = mean('lazy-counting');
    const cbtree = mean('cbtree');
    const lazyDecays = mean('lazy-counting', { decayEvery: 5000 });
    const cbtreeDecays = mean('cbtree', { decayEvery: 5000 });
    expect(splay).toBeLessThan(1000);
    expect(lazy).toBeGreaterThan(3000);
    expect(cbtree).toBeGreaterThan(3000);
    expect(lazyDecays).toBeLessThan(lazy / 2);
    expect(cbtreeDecays).toBeLessThan(cbtree / 2);
  });
});
