import type { BinaryTree } from './binary-tree.ts';
import { OPERATIONS, TOTAL } from './layout.ts';
import type { TreeStep } from './step.ts';

/** What is left of a self count when all are halved: a key that is there keeps at least one access. */
export function halved(self: number): number {
  return Math.max(1, self >> 1);
}

/**
 * Halves every self count if this operation's number is a multiple of `every` (0 = never), so that a counting tree
 * forgets. Called at the very end of an operation.
 */
export function decayWhenDue(tree: BinaryTree, every: number, steps: TreeStep[] | undefined): void {
  if (every === 0 || tree.size === 0 || (tree.tallies[OPERATIONS] as number) % every !== 0) return;
  const selves: number[] = [];
  tree.visit((node) => selves.push(tree.selfAt(node)));
  steps?.push({ kind: 'decay', selves });
  setSelfCounts(tree, selves.map(halved));
}

/** Gives every node its self count, in preorder, and adds the totals up. */
export function setSelfCounts(tree: BinaryTree, selves: readonly number[]): void {
  const nodes: number[] = [];
  tree.visit((node) => nodes.push(node));
  // Children stand after their parents: from the end, both totals below a node are there before its own.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as number;
    tree.nodes[node + TOTAL] = (selves[i] as number) + tree.leftCountAt(node) + tree.rightCountAt(node);
  }
}
