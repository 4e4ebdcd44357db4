import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTree, inOrderKeys } from '../../../src/engine/trees/invariants.ts';
import { treeKind } from '../../../src/engine/trees/registry.ts';
import { runCommand } from '../../../src/engine/trees/run-operations.ts';
import { bracketText } from '../../../src/engine/trees/shape-text.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';
import { commands, SEED, starts } from './arbitrary.ts';

function prepared(
  kind: string,
  start: string,
  asked: Iterable<{ operation: 'access' | 'find'; key: number }>,
): Tree {
  const tree = treeKind(kind).prepare?.(createTreeFrom(kind, start), asked);
  if (tree === undefined) throw new Error(`${kind} is no yardstick.`);
  return tree;
}

const finds = (keys: readonly number[]) => keys.map((key) => ({ operation: 'find', key }) as const);

/** The least cost of all trees over these weights, by trying every root, and the least sum of depths among those. */
function bestOf(hits: readonly number[], misses: readonly number[]): { cost: number; flatness: number } {
  if (hits.length === 0) return { cost: 0, flatness: 0 };
  let best = { cost: Number.POSITIVE_INFINITY, flatness: Number.POSITIVE_INFINITY };
  const weight = [...hits, ...misses].reduce((sum, each) => sum + each, 0);
  for (let root = 0; root < hits.length; root++) {
    const left = bestOf(hits.slice(0, root), misses.slice(0, root + 1));
    const right = bestOf(hits.slice(root + 1), misses.slice(root + 1));
    const cost = left.cost + right.cost + weight;
    const flatness = left.flatness + right.flatness + hits.length;
    if (cost < best.cost || (cost === best.cost && flatness < best.flatness)) best = { cost, flatness };
  }
  return best;
}

describe('the static optimum', () => {
  test('costs what the best of all trees costs, and is the flattest of the best', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.integer({ min: -1, max: 14 }), { maxLength: 30 }),
        (n, asked) => {
          // keys 0…n−1 doubled, so that odd numbers fall into the gaps
          const rows = createTreeFrom('unbalanced', `balanced:${n}`).preorder();
          const start = rows.map(([key]) => 2 * key).join(' ');
          const tree = prepared('static-optimum', start, finds(asked));
          const hits = Array.from({ length: n }, (_, i) => asked.filter((key) => key === 2 * i).length);
          const misses = Array.from(
            { length: n + 1 },
            (_, i) =>
              asked.filter(
                (key) => (key < 2 * i && (i === 0 || key > 2 * (i - 1))) || (i === n && key > 2 * (n - 1)),
              ).length,
          );
          const best = bestOf(hits, misses);
          for (const key of asked) tree.find(key);
          expect(tree.totals.nodesVisited).toBe(best.cost);
          let flatness = 0;
          tree.visit((_node, depth) => {
            flatness += depth + 1;
          });
          expect(flatness).toBe(best.flatness);
        },
      ),
      { ...SEED, numRuns: 400 },
    );
  });

  test('lets every asked-for key keep its place, with what is never asked for as flat as it can be', () => {
    expect(bracketText(prepared('static-optimum', 'balanced:7', []))).toBe('((0 1 2) 3 (4 5 6))');
    expect(bracketText(prepared('static-optimum', 'balanced:7', finds([0, 0, 0, 0, 6])))).toBe(
      '(- 0 ((1 2 (3 4 5)) 6 -))',
    );
  });

  test('takes 1000 keys and no more', () => {
    expect(prepared('static-optimum', 'balanced:1000', finds([5])).size).toBe(1000);
    expect(() => prepared('static-optimum', 'balanced:1000', [{ operation: 'access', key: 1000 }])).toThrow(
      /^The static optimum is worked out for at most 1000 keys, but 1001 are in view; [^.]*\.$/,
    );
  });
});

describe.each(['balanced', 'static-optimum'])('%s is arranged for what it will see', (kind) => {
  test('it holds the start’s keys and all that are inserted or accessed, and never rotates', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const before = createTreeFrom(kind, start);
        const text = bracketText(before);
        const tree = treeKind(kind).prepare?.(before, list) as Tree;
        expect(bracketText(before)).toBe(text);
        expect(tree.kind).toBe(kind);
        expect(checkTree(tree)).toEqual([]);
        const keys = new Set(inOrderKeys(before));
        for (const { operation, key } of list)
          if (operation === 'access' || operation === 'insert') keys.add(key);
        expect(inOrderKeys(tree)).toEqual([...keys].sort((a, b) => a - b));
        for (const command of list) runCommand(tree, command);
        expect(tree.totals).toMatchObject({ operations: list.length, rotations: 0 });
      }),
      { ...SEED, numRuns: 60 },
    );
  });
});

test('balanced is the midpoint of every range of ranks', () => {
  expect(bracketText(prepared('balanced', '10 20 30', [{ operation: 'access', key: 40 }]))).toBe(
    '(10 20 (- 30 40))',
  );
});
