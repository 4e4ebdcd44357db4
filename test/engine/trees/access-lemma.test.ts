import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyStep } from '../../../src/engine/trees/apply-step.ts';
import type { BinaryTree } from '../../../src/engine/trees/binary-tree.ts';
import { record } from '../../../src/engine/trees/recorder.ts';
import { treeKinds } from '../../../src/engine/trees/registry.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { TreeStep } from '../../../src/engine/trees/step.ts';
import type { Tree } from '../../../src/engine/trees/tree.ts';
import { commands, SEED, starts } from './arbitrary.ts';

type WeightOf = (key: number) => number;

/** log₂ of every subtree's weight, by handle, summed up from scratch. */
function ranks(tree: Tree, weightOf: WeightOf): Map<number, number> {
  const order: number[] = [];
  tree.visit((node) => order.push(node));
  const sums = new Map<number, number>([[0, 0]]);
  for (const node of order.reverse()) {
    const below = (sums.get(tree.leftAt(node)) ?? 0) + (sums.get(tree.rightAt(node)) ?? 0);
    sums.set(node, weightOf(tree.keyAt(node)) + below);
  }
  sums.delete(0);
  return new Map([...sums].map(([node, sum]) => [node, Math.log2(sum)]));
}

const potential = (of: Map<number, number>): number => [...of.values()].reduce((sum, r) => sum + r, 0);

interface Splay {
  readonly cost: number;
  readonly deltaPhi: number;
  readonly bound: number;
}

/**
 * The splays inside an operation: that of the node the walk ended at, and in a deletion that of the largest key on its
 * left within the left subtree.
 */
function splaysOf(tree: Tree, steps: readonly TreeStep[], weightOf: WeightOf): Splay[] {
  const replay = tree.clone() as Tree & BinaryTree;
  const splays: Splay[] = [];
  let i = 0;

  function splay(path: readonly number[]): void {
    const [top, x] = [path[0], path[path.length - 1]];
    if (top === undefined || x === undefined) return;
    const before = ranks(replay, weightOf);
    const levels = path.length - 1;
    // Double steps, and a last single one; a semi-splay leaves that out.
    let decisions = tree.kind === 'splay' ? Math.ceil(levels / 2) : Math.floor(levels / 2);
    if (tree.kind === 'move-to-root') decisions = levels;
    for (; i < steps.length; i++) {
      const step = steps[i] as TreeStep;
      if (step.kind === 'decide') decisions--;
      else if (step.kind !== 'rotate') break;
      if (decisions < 0) break; // the next splay begins
      applyStep(replay, step);
    }
    splays.push({
      cost: levels,
      deltaPhi: potential(ranks(replay, weightOf)) - potential(before),
      bound: 3 * ((before.get(top) as number) - (before.get(x) as number)) + 1,
    });
  }

  const walked: number[] = [];
  for (; i < steps.length; i++) {
    const step = steps[i] as TreeStep;
    if (step.kind === 'decide' || step.kind === 'unlink' || step.kind === 'replace') break;
    if (step.kind === 'compare' || step.kind === 'link') walked.push(step.node);
    applyStep(replay, step);
  }
  splay(walked);
  const replace = steps.find((step) => step.kind === 'replace');
  if (replace?.kind === 'replace') {
    const spine: number[] = [];
    for (let node = replay.leftAt(replace.node); node !== 0; node = replay.rightAt(node)) spine.push(node);
    splay(spine);
  }
  for (; i < steps.length; i++) {
    const step = steps[i] as TreeStep;
    expect(['replace', 'unlink']).toContain(step.kind);
    applyStep(replay, step);
  }
  return splays;
}

const weights = fc.integer({ min: 1, max: 1000 }).map(
  (salt): WeightOf =>
    (key) =>
      // positive and of very different sizes
      ((Math.abs(Math.imul(key + 7, 2654435761 + salt)) % 1000) + 1) / (1 + (Math.abs(key) % 3) * 50),
);

const provedFor = treeKinds.filter(({ accessLemma }) => accessLemma).map(({ kind }) => kind);

test('the lemma is proved for two of the trees', () => {
  expect(provedFor).toEqual(['splay', 'semi-splay']);
});

describe.each(provedFor)('access lemma of %s', (kind) => {
  test('levels climbed + ΔΦ ≤ 3(r(root) − r(x)) + 1 for every splay of every operation, whatever the weights', () => {
    let splays = 0;
    let second = 0;
    fc.assert(
      fc.property(starts, commands, weights, (start, list, weightOf) => {
        const tree = createTreeFrom(kind, start);
        for (const command of list) {
          const before = tree.clone();
          const inOperation = splaysOf(before, record(tree, command), weightOf);
          splays += inOperation.length;
          if (inOperation.length > 1) second++;
          for (const { cost, deltaPhi, bound } of inOperation) {
            expect(cost + deltaPhi).toBeLessThanOrEqual(bound + 1e-9);
          }
        }
      }),
      { ...SEED, numRuns: 100 },
    );
    expect(splays).toBeGreaterThan(1000);
    expect(second).toBeGreaterThan(20);
  });
});

test('move to root breaks it: the bound is none of a tree’s that rises in the wrong order', () => {
  const tree = createTreeFrom('move-to-root', 'chain:200');
  const [only] = splaysOf(tree.clone(), record(tree, { operation: 'access', key: 0 }), () => 1);
  if (only === undefined) throw new Error('One access, one rise.');
  expect(only.cost + only.deltaPhi).toBeGreaterThan(only.bound + 100);
});
