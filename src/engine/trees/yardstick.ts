import type { BinaryTree } from './binary-tree.ts';
import { LEFT, RIGHT } from './layout.ts';
import type { TreeOperation } from './step.ts';
import type { Tree } from './tree.ts';

export interface Asked {
  readonly operation: TreeOperation;
  readonly key: number;
}

/** The keys of a start tree and all that the commands insert or access, each once, rising. Find and delete add none. */
export function keysInView(tree: Tree, commands: Iterable<Asked>): Int32Array {
  const keys = new Set<number>();
  tree.visit((node) => keys.add(tree.keyAt(node)));
  for (const { operation, key } of commands) {
    if (operation === 'insert' || operation === 'access') keys.add(key);
  }
  return Int32Array.from(keys).sort();
}

/** Fills an empty tree with rising keys. `rootOf` gives the index of the root of the keys from index `lo` to `hi`. */
export function arrange(
  tree: BinaryTree,
  keys: Int32Array,
  rootOf: (lo: number, hi: number) => number,
): void {
  const stack = [0, keys.length - 1, 0, 0]; // (lo, hi, parent, is a right child); chains are too long to recurse
  while (stack.length > 0) {
    const isRight = stack.pop() as number;
    const parent = stack.pop() as number;
    const hi = stack.pop() as number;
    const lo = stack.pop() as number;
    if (lo > hi) continue;
    const index = rootOf(lo, hi);
    const node = tree.allocate(keys[index] as number);
    if (parent === 0) tree.root = node;
    else tree.nodes[parent + (isRight === 1 ? RIGHT : LEFT)] = node;
    stack.push(index + 1, hi, node, 1, lo, index - 1, node, 0);
  }
}
