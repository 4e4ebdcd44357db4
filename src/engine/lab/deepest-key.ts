import type { BinaryTree } from '../trees/binary-tree.ts';
import { KEY, LEFT, RIGHT } from '../trees/layout.ts';
import type { Tree } from '../trees/tree.ts';

/** Scratch of the walk, two entries a pending node; grows with the deepest tree seen. */
let stack = new Int32Array(256);

/**
 * The key that lies deepest, the leftmost of several; 0 in the empty tree. Looks at every node: a few microseconds for a
 * thousand of them, so it reads the storage itself instead of asking the tree node by node.
 */
export function deepestKey(tree: Tree): number {
  const { nodes, root } = tree as Tree & BinaryTree;
  let deepest = 0;
  let node = root;
  let depth = 1;
  let top = 0;
  let key = 0;
  for (;;) {
    while (node !== 0) {
      if (depth > deepest) {
        deepest = depth;
        key = nodes[node + KEY] as number;
      }
      const left = nodes[node + LEFT] as number;
      const right = nodes[node + RIGHT] as number;
      depth += 1;
      if (left === 0) {
        node = right;
        continue;
      }
      if (right !== 0) {
        if (top + 2 > stack.length) stack = grown(stack);
        stack[top] = right;
        stack[top + 1] = depth;
        top += 2;
      }
      node = left;
    }
    if (top === 0) return key;
    top -= 2;
    node = stack[top] as number;
    depth = stack[top + 1] as number;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
