import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/engine/lab/job.ts';
import { type Lab, openLab } from '../../../src/engine/lab/lab.ts';
import { defaultLab, type LabSpec } from '../../../src/engine/lab/spec.ts';
import { parseOperations } from '../../../src/engine/trees/run-operations.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import { NODE, NODE_WIDTH, type TreeMoment } from '../../../src/protocol/trees/moment.ts';
import { writeMoment } from '../../../src/worker/trees/moment-writer.ts';
import { columnsOf, rank } from '../../../src/worker/trees/tree-columns.ts';
import { commands, kinds, SEED, starts } from '../../engine/trees/arbitrary.ts';

const EVERYTHING = { from: 0, to: 1e9 };

function labOf(kind: string, start: string, operations: string, part: Partial<LabSpec> = {}): Lab {
  return finish(
    openLab(
      {
        ...defaultLab,
        tree: { kind, parameters: {} },
        start,
        stream: { ...defaultLab.stream, length: 0 },
        typed: parseOperations(operations).map((command) => ({ ...command, before: 0 })),
        ...part,
      },
      null,
    ),
  );
}

function momentOf(lab: Lab, operation: number, step: number): TreeMoment {
  lab.run.seek(operation, step);
  const request = {
    labKey: 'x',
    generation: 1,
    operation,
    step,
    window: EVERYTHING,
    limit: 1000,
    strip: 3,
    bins: 4,
  };
  return writeMoment(lab, request, lab.kind.code);
}

const row = (nodes: Int32Array, i: number, column: keyof typeof NODE) =>
  nodes[i * NODE_WIDTH + NODE[column]] as number;

describe.each(kinds)('the columns of %s', (kind) => {
  test('say what the tree says', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start);
        for (const { operation, key } of list) tree[operation](key);
        const { nodes, whole, height } = columnsOf(
          rank(tree, (key) => (key & 7) + 1),
          EVERYTHING,
          1000,
        );
        expect(whole).toBe(true);
        expect(height).toBe(tree.height());
        expect(nodes.length).toBe(tree.size * NODE_WIDTH);
        const keys = Array.from({ length: tree.size }, (_, i) => row(nodes, i, 'key'));
        expect(keys).toEqual([...keys].sort((a, b) => a - b));
        const sums = new Map<number, number>();
        for (let i = 0; i < tree.size; i += 1) {
          const node = tree.nodeOf(keys[i] as number);
          expect(row(nodes, i, 'rank')).toBe(i);
          expect(row(nodes, i, 'depth')).toBe(tree.depthOf(keys[i] as number));
          const parent = row(nodes, i, 'parent');
          if (parent < 0) expect(tree.root).toBe(node);
          else {
            const above = tree.nodeOf(keys[parent] as number);
            expect([tree.leftAt(above), tree.rightAt(above)]).toContain(node);
          }
          const self = row(nodes, i, 'self');
          if (tree.counts) {
            expect(self).toBe(tree.selfAt(node));
            expect(row(nodes, i, 'left')).toBe(tree.leftCountAt(node));
            expect(row(nodes, i, 'right')).toBe(tree.rightCountAt(node));
          } else expect(self).toBe(((keys[i] as number) & 7) + 1);
          sums.set(i, self + row(nodes, i, 'left') + row(nodes, i, 'right'));
        }
        for (let i = 0; i < tree.size; i += 1) {
          const parent = row(nodes, i, 'parent');
          if (parent >= 0) expect(row(nodes, parent, i < parent ? 'left' : 'right')).toBe(sums.get(i));
        }
      }),
      { ...SEED, numRuns: 40 },
    );
  });
});

test('of a large tree come the window, as deep as there is room, and the top', () => {
  const tree = createTreeFrom('splay', 'balanced:100000');
  const { nodes, whole } = columnsOf(
    rank(tree, () => 0),
    { from: 5000, to: 5999 },
    2000,
  );
  expect(whole).toBe(false);
  const count = nodes.length / NODE_WIDTH;
  const ranks = new Set(Array.from({ length: count }, (_, i) => row(nodes, i, 'rank')));
  for (let at = 5000; at <= 5999; at += 1) expect(ranks.has(at)).toBe(true);
  expect(count).toBeLessThan(1000 + 1024);
  for (let i = 0; i < count; i += 1)
    if (row(nodes, i, 'depth') < 10) expect(row(nodes, i, 'parent')).toBeGreaterThanOrEqual(-1);
});

test('of a large tree come the nodes a step speaks of too, joined to the root', () => {
  const tree = createTreeFrom('splay', 'balanced:100000');
  const { nodes } = columnsOf(
    rank(tree, () => 0),
    { from: 5000, to: 5999 },
    2000,
    [90_000, 123_456],
  );
  const count = nodes.length / NODE_WIDTH;
  let at = Array.from({ length: count }, (_, i) => i).findIndex((i) => row(nodes, i, 'key') === 90_000);
  expect(at).toBeGreaterThanOrEqual(0);
  const depth = tree.depthOf(90_000);
  expect(depth).toBeGreaterThan(10);
  for (let level = depth; level > 0; level -= 1) {
    expect(row(nodes, at, 'depth')).toBe(level);
    at = row(nodes, at, 'parent');
  }
  expect(row(nodes, at, 'parent')).toBe(-1);
});

test('a zig-zig of the splay tree, step by step: two rotations, the upper edge first', () => {
  const lab = labOf('splay', 'chain:3', 'find 0');
  const seen = Array.from({ length: 10 }, (_, i) => momentOf(lab, 0, i + 1)).map(({ current }) => current);
  expect(seen.map((step) => step?.tag)).toEqual([
    'start',
    'compare',
    'descend',
    'compare',
    'descend',
    'compare',
    'zig-zig',
    'rotate:zig-zig:1',
    'rotate:zig-zig:2',
    'rotate:zig-zig:2', // the last step once more
  ]);
  expect(seen[6]?.weighing).toMatchObject({ case: 'zig-zig', parentKey: 2, childKey: 1, risingKey: 0 });
  expect(seen[7]).toMatchObject({ key: 1, sankKey: 2, movedKey: null, turn: 1, of: 2 });
  expect(seen[8]).toMatchObject({ key: 0, sankKey: 1, movedKey: null, turn: 2, of: 2 });
  for (const step of seen) expect(step?.line).toBeGreaterThanOrEqual(0);
});

test('a zig-zag of lazy counting with both sides of its inequality', () => {
  // inner 3 ≥ sibling 1 + 1: the middle key rises over both
  const lab = labOf('lazy-counting', '((1:1 2:1 4:3) 5:1 6:1)', 'find 2');
  lab.run.seek(0, -1);
  const decide = lab.run.steps.findIndex(({ kind }) => kind === 'decide');
  const moment = momentOf(lab, 0, decide + 1);
  expect(moment.current).toMatchObject({
    kind: 'decide',
    tag: 'zig-zag',
    weighing: {
      case: 'zig-zag',
      parentKey: 5,
      childKey: 2,
      innerKey: 4,
      risingKey: 4,
      counts: { inner: 3, outer: 3, sibling: 2, parentSelf: 1, parentOther: 1, childSelf: 2, childFar: 1 },
    },
  });
  expect(momentOf(lab, 0, decide + 3).current).toMatchObject({
    tag: 'rotate:zig-zag:2',
    key: 4,
    sankKey: 5,
    weighing: { innerKey: 4, counts: { parentSelf: 1, childSelf: 2 } },
  });
});

test('what surrounds a position: the strip, the walk so far, found or not, the heat', () => {
  const lab = labOf('splay', 'balanced:8', 'find 2; find 9; insert 11; delete 2; find 5');
  const first = momentOf(lab, 0, 0);
  expect(first).toMatchObject({ step: 0, current: null, next: 'start', found: null, visited: 0 });
  const miss = momentOf(lab, 1, -1);
  expect(miss).toMatchObject({
    found: false,
    operations: 5,
    command: { operation: 'find', key: 9, typed: true },
  });
  expect(miss.step).toBe(miss.steps);
  expect([...miss.path]).toEqual([...miss.path].sort((a, b) => a - b));
  const deep = momentOf(lab, 4, 0);
  expect(deep.strip.from).toBe(1);
  expect([...deep.strip.keys]).toEqual([9, 11, 2, 5]);
  expect([...deep.strip.operations]).toEqual([1, 2, 3, 1]);
  // 0 1 3 4 5 6 7 11 by rank in four bins; 11 was inserted once, 2 and 9 are not there
  expect([...deep.heat]).toEqual([0, 0, 0, 1]);
  expect(deep.hottest).toBe(1);
  expect([...momentOf(lab, 4, -1).heat]).toEqual([0, 0, 1, 1]);
  expect([...momentOf(lab, 0, 0).heat]).toEqual([0, 0, 0, 0]);
});
