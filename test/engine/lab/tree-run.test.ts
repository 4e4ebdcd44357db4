import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashState } from '../../../src/base/clone.ts';
import { OPERATIONS, type Operations } from '../../../src/engine/lab/operations.ts';
import { TreeRun } from '../../../src/engine/lab/tree-run.ts';
import { applyStep } from '../../../src/engine/trees/apply-step.ts';
import type { BinaryTree } from '../../../src/engine/trees/binary-tree.ts';
import { record, type TreeCommand } from '../../../src/engine/trees/recorder.ts';
import { runCommand } from '../../../src/engine/trees/run-operations.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';
import { commands, kinds, SEED, starts } from '../trees/arbitrary.ts';

function columns(list: readonly TreeCommand[]): Operations {
  return {
    count: list.length,
    keys: Int32Array.from(list, ({ key }) => key),
    kinds: Uint8Array.from(list, ({ operation }) => OPERATIONS.indexOf(operation)),
    typed: new Uint8Array(list.length),
  };
}

/** The tree after whole operations and some steps of the next, made the plain way. */
function expected(start: Tree, list: readonly TreeCommand[], operation: number, step: number): string {
  const tree = start.clone();
  for (const command of list.slice(0, operation)) runCommand(tree, command);
  const command = list[operation];
  if (command === undefined) return hashState(tree);
  const steps = record(tree.clone(), command);
  for (const each of steps.slice(0, step < 0 ? steps.length : step))
    applyStep(tree as Tree & BinaryTree, each);
  return hashState(tree);
}

describe.each(kinds)('a run of %s', (kind) => {
  test('every jump leads to the tree that running there gives', () => {
    const jumps = fc.array(fc.tuple(fc.nat(130), fc.integer({ min: -1, max: 60 })), { maxLength: 15 });
    fc.assert(
      fc.property(starts, commands, jumps, (start, list, places) => {
        fc.pre(list.length > 0);
        const tree = createTreeFrom(kind, start);
        const run = new TreeRun(tree, columns(list));
        for (const [operation, step] of places) {
          expect(run.seek(operation, step)).toBe(true);
          const at = Math.min(operation, list.length - 1);
          expect(run.operation).toBe(at);
          if (step >= 0) expect(run.step).toBe(Math.min(step, run.steps.length));
          expect(hashState(run.tree)).toBe(expected(tree, list, at, run.step));
        }
      }),
      { ...SEED, numRuns: 30 },
    );
  });

  test('stepping back from the end to the start and forward again meets the same trees', () => {
    const list: TreeCommand[] = Array.from({ length: 40 }, (_, i) => ({
      operation: i % 7 === 6 ? 'delete' : 'access',
      key: (i * i * 5) % 23,
    }));
    const run = new TreeRun(createTreeFrom(kind, 'balanced:20'), columns(list));
    const forward: string[] = [];
    for (let operation = 0; operation < list.length; operation += 1) {
      run.seek(operation, 0);
      for (let step = 0; step <= run.steps.length; step += 1) {
        run.seek(operation, step);
        forward.push(hashState(run.tree));
      }
    }
    const backward: string[] = [];
    for (let operation = list.length - 1; operation >= 0; operation -= 1) {
      run.seek(operation, -1);
      for (let step = run.steps.length; step >= 0; step -= 1) {
        run.seek(operation, step);
        backward.push(hashState(run.tree));
      }
    }
    expect(backward.reverse()).toEqual(forward);
  });
});

test('a way broken off again and again arrives at the same tree', () => {
  const list: TreeCommand[] = Array.from({ length: 5000 }, (_, i) => ({
    operation: 'access',
    key: (i * 7919) % 997,
  }));
  const start = createTreeFrom('splay', 'balanced:1000');
  const straight = new TreeRun(start, columns(list));
  straight.seek(4321, -1);
  const hesitant = new TreeRun(start, columns(list));
  let calls = 1;
  while (!hesitant.seek(4321, -1, () => false)) calls += 1;
  expect(calls).toBeGreaterThan(20);
  expect(hashState(hesitant.tree)).toBe(hashState(straight.tree));
});

test('no operations at all: the start stays, wherever one goes', () => {
  const start = createTreeFrom('splay', 'balanced:3');
  const run = new TreeRun(start, columns([]));
  expect(run.seek(5, 3)).toBe(true);
  expect(run.steps).toEqual([]);
  expect(hashState(run.tree)).toBe(hashState(start));
});
