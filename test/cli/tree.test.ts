import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tree } from '../../src/cli/tree.ts';
import { treeKinds } from '../../src/engine/trees/registry.ts';
import { cli, file, keysOf, root } from './cli.ts';

describe('tree', () => {
  interface Vector {
    name: string;
    start: string;
    keys: number[];
    lcb: Record<string, unknown>;
    splay: Record<string, unknown>;
  }
  const vectors = JSON.parse(readFileSync(join(root, 'test/fixtures/tree-vectors.json'), 'utf8')) as Vector[];

  test.each(
    vectors.flatMap(
      (v) =>
        [
          [`lazy-counting ${v.name}`, 'lazy-counting', v, v.lcb],
          [`splay ${v.name}`, 'splay', v, v.splay],
        ] as const,
    ),
  )('%s', (_, kind, { start, keys }, { preorder, ...totals }) => {
    const report = JSON.parse(tree([kind, keys.join(' '), '--start', start])) as {
      preorder: number[][];
      height: number;
      size: number;
      totals: Record<string, number>;
    };
    expect(keysOf(report)).toEqual(['kind', 'size', 'height', 'preorder', 'totals']);
    expect(keysOf(report.totals)).toEqual([
      'operations',
      'nodesVisited',
      'rotations',
      'zig',
      'zigZig',
      'zigZag',
    ]);
    expect(report.preorder).toEqual(preorder);
    expect(report.totals).toMatchObject({ operations: keys.length, ...totals });
    expect(report.size).toBe(report.preorder.length);
    expect(report.height).toBe(Math.max(...report.preorder.map((row) => (row[1] ?? 0) + 1)));
    const { zig, zigZig, zigZag, rotations } = report.totals;
    expect(rotations).toBe((zig ?? 0) + 2 * (zigZig ?? 0) + 2 * (zigZag ?? 0));
  });

  test.each(treeKinds)('$kind runs operations from any start', ({ kind, decides, prepare, counts }) => {
    const report = JSON.parse(
      tree([kind, 'insert 5 9 3; find 9; delete 3; 7; find 100', '--start', '((1:2 2 -) 4:3 -)']),
    ) as { kind: string; size: number; preorder: number[][]; totals: Record<string, number> };
    expect(report).toMatchObject({ kind, size: 6, totals: { operations: 7 } });
    expect(report.preorder.map((row) => row[0]).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      1, 2, 4, 5, 7, 9,
    ]);
    expect(report.preorder[0]).toHaveLength(counts ? 5 : 2);
    if (decides === 'none') expect(report.totals.rotations).toBe(0);
    // yardsticks know all keys beforehand, the others start in the shape
    const shape = JSON.parse(tree([kind, '', '--start', '4 2 1'])) as { preorder: number[][] };
    expect(shape.preorder.map((row) => row[0])).toEqual(prepare === undefined ? [4, 2, 1] : [2, 1, 4]);
  });

  test.each(
    treeKinds.flatMap(({ kind, parameters }) => parameters.map((parameter) => [kind, parameter] as const)),
  )('%s takes its setting $name', (kind, { name, min, max, step }) => {
    const run = (value: number) => tree([kind, '1 2 3 4 5 1 1 1', '--set', `${name}=${value}`]);
    expect(() => [min, max, min + step].map(run)).not.toThrow();
    expect(() => run(max + step)).toThrow(`The setting "${name}" of "${kind}" cannot be `);
    expect(() => run(min - step)).toThrow(/ cannot be .*; use .*\.$/);
  });

  test('settings change what happens', () => {
    const rotations = (...settings: string[]) =>
      (
        JSON.parse(
          tree([
            'cbtree',
            '9 9 9 9 9 8 8 8',
            '--start',
            'chain:31',
            ...settings.flatMap((s) => ['--set', s]),
          ]),
        ) as { totals: { rotations: number } }
      ).totals.rotations;
    expect(rotations('epsilon=0.05')).toBeGreaterThan(rotations('epsilon=1.95'));
    expect(rotations('epsilon=1.95', 'epsilon=0.05')).toBe(rotations('epsilon=0.05'));
    expect(tree(['lazy-counting', '1 1 1 1', '--set=decayEvery=4'])).toMatch(/"preorder":\[\[1,0,2,0,0\]\]/);
  });

  test('as a process: operations from the words, from standard input, the start from a file', async () => {
    file('shape.json', {
      preorder: [
        [5, 0, 2],
        [3, 1, 1],
      ],
    });
    const [words, piped, shaped] = await Promise.all([
      cli(['tree', 'splay', 'insert 5 3 9; find 3']),
      cli(['tree', 'splay', '-'], 'insert 5\ninsert 3 9\n\nfind 3\n'),
      cli(['tree', 'lazy-counting', '9', '--start=shape.json']),
    ]);
    expect(words).toEqual({
      code: 0,
      err: '',
      out: '{"kind":"splay","size":3,"height":3,"preorder":[[3,0],[5,1],[9,2]],"totals":{"operations":4,"nodesVisited":6,"rotations":5,"zig":1,"zigZig":2,"zigZag":0}}\n',
    });
    expect(piped).toEqual(words);
    expect(JSON.parse(shaped.out)).toMatchObject({
      size: 3,
      preorder: [
        [5, 0, 2, 1, 1],
        [3, 1, 1, 0, 0],
        [9, 1, 1, 0, 0],
      ],
    });
  });
});
