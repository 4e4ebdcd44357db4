import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clone, hashState } from '../../../src/base/clone.ts';
import { checkTree, inOrderKeys } from '../../../src/engine/trees/invariants.ts';
import { record } from '../../../src/engine/trees/recorder.ts';
import { runCommand } from '../../../src/engine/trees/run-operations.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';
import { commands, SEED, starts, variants } from './arbitrary.ts';

/** What the tree should hold, from a plain map: key → accesses. */
function expectedCounts(tree: Tree): Map<number, number> {
  const counts = new Map<number, number>();
  tree.visit((node) => counts.set(tree.keyAt(node), tree.selfAt(node)));
  return counts;
}

describe.each(variants)('laws of $title', ({ kind, decides, parameters }) => {
  test('keys stay in order and counts add up after every operation', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start, parameters);
        for (const command of list) {
          runCommand(tree, command);
          expect(checkTree(tree)).toEqual([]);
        }
      }),
      SEED,
    );
  });

  test('it holds what a map would hold, and answers as one would', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start, parameters);
        const map = expectedCounts(tree);
        const every = parameters.decayEvery ?? Number.POSITIVE_INFINITY;
        for (const { operation, key } of list) {
          const wasThere = map.has(key);
          const answer = tree[operation](key);
          if (operation === 'insert') expect(answer).toBe(!wasThere);
          if (operation === 'find' || operation === 'delete') expect(answer).toBe(wasThere);
          if (operation === 'delete') map.delete(key);
          else if (wasThere || operation !== 'find')
            map.set(key, (map.get(key) ?? 0) + (tree.counts ? 1 : 0));
          if (tree.totals.operations % every === 0) {
            for (const [each, count] of map) map.set(each, Math.max(1, Math.floor(count / 2)));
          }
        }
        expect(inOrderKeys(tree)).toEqual([...map.keys()].sort((a, b) => a - b));
        expect(expectedCounts(tree)).toEqual(map);
        expect(tree.totals.operations).toBe(list.length);
      }),
      SEED,
    );
  });

  test('nodes visited are the nodes on the way to the key', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start, parameters);
        for (const command of list) {
          const depth = tree.depthOf(command.key);
          const before = tree.totals.nodesVisited;
          const steps = record(tree, command);
          const visited = tree.totals.nodesVisited - before;
          if (depth >= 0) expect(visited).toBe(depth + 1);
          expect(steps.filter((step) => step.kind === 'compare')).toHaveLength(visited);
        }
      }),
      SEED,
    );
  });

  test('recording changes nothing', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const plain = createTreeFrom(kind, start, parameters);
        const recorded = createTreeFrom(kind, start, parameters);
        for (const command of list) {
          runCommand(plain, command);
          record(recorded, command);
          expect(hashState(recorded)).toBe(hashState(plain));
        }
        expect(recorded.preorder()).toEqual(plain.preorder());
        expect(recorded.totals).toEqual(plain.totals);
        expect(recorded.lastRotation).toEqual(plain.lastRotation);
      }),
      SEED,
    );
  });

  test.each([
    ['its own clone', (tree: Tree) => tree.clone()],
    ['the generic clone of snapshots', (tree: Tree) => clone(tree)],
  ])('%s has the same future and is independent', (_name, copyOf) => {
    fc.assert(
      fc.property(starts, commands, commands, (start, past, future) => {
        const tree = createTreeFrom(kind, start, parameters);
        for (const command of past) runCommand(tree, command);
        const copy = copyOf(tree);
        const before = hashState(copy);
        for (const command of future) runCommand(tree, command);
        expect(hashState(copy)).toBe(before);
        for (const command of future) runCommand(copy, command);
        expect(hashState(copy)).toBe(hashState(tree));
        expect(copy.preorder()).toEqual(tree.preorder());
      }),
      SEED,
    );
  });

  test('the readers agree with each other', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start, parameters);
        for (const command of list) runCommand(tree, command);
        const depths = new Map<number, number>();
        tree.visit((node, depth, parent) => {
          depths.set(tree.keyAt(node), depth);
          expect(
            parent === 0 ? node === tree.root : [tree.leftAt(parent), tree.rightAt(parent)].includes(node),
          ).toBe(true);
          expect(tree.nodeOf(tree.keyAt(node))).toBe(node);
        });
        const byDepth: number[] = [];
        tree.forEachByDepth((node, depth) => {
          byDepth.push(depth);
          expect(depths.get(tree.keyAt(node))).toBe(depth);
          return true;
        });
        expect(byDepth).toEqual([...depths.values()].sort((a, b) => a - b));
        for (const [key, depth] of depths) expect(tree.depthOf(key)).toBe(depth);
        expect(tree.height()).toBe(Math.max(0, ...[...depths.values()].map((depth) => depth + 1)));
        expect(tree.depthOf(777)).toBe(-1);
      }),
      SEED,
    );
  });

  test('a visitor by depth stops when it says so', () => {
    const tree = createTreeFrom(kind, 'balanced:7', parameters);
    const seen: number[] = [];
    tree.forEachByDepth((node) => seen.push(tree.keyAt(node)) < 3);
    expect(seen).toEqual([3, 1, 5]);
  });

  test('chains of 100 000 keys do not overflow the call stack', () => {
    const tree = createTreeFrom(kind, 'chain:100000', parameters);
    expect(tree.height()).toBe(100_000);
    expect(tree.preorder()).toHaveLength(100_000);
    tree.access(0);
    for (let key = 0; key < 100_000; key += 5003) tree.delete(key);
    expect(checkTree(tree)).toEqual([]);
    // where nothing (or, as printed, no right child) rises, each of these costs what the one before it did and one more
    const length = decides === 'none' || Object.keys(parameters).length > 0 ? 2000 : 100_000;
    const ascending = createTreeFrom(kind, 'empty', parameters);
    for (let key = 0; key < length; key++) ascending.insert(key);
    for (let key = 0; key < length; key += length / 50) ascending.delete(key);
    expect(checkTree(ascending)).toEqual([]);
  });
});
