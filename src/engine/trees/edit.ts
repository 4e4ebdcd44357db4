import type { BinaryTree } from './binary-tree.ts';
import { LEFT, RIGHT, ROTATIONS } from './layout.ts';
import { path } from './path.ts';
import type { TreeStep } from './step.ts';

/** The changes of shape every tree kind is made of, each recorded as the step that describes it. */

/** Links a new leaf, count 0, below the last node of a walk that missed the key, and appends it to the path. */
export function linkLeaf(
  tree: BinaryTree,
  key: number,
  visited: number,
  steps: TreeStep[] | undefined,
): number {
  const fresh = tree.free === 0;
  const node = tree.allocate(key);
  const parent = visited === 0 ? 0 : (path.nodes[visited - 1] as number);
  const isLeft = parent !== 0 && key < tree.keyAt(parent);
  if (parent === 0) tree.root = node;
  else tree.nodes[parent + (isLeft ? LEFT : RIGHT)] = node;
  path.nodes[visited] = node;
  steps?.push({ kind: 'link', node, key, parent, side: isLeft ? 'left' : 'right', fresh });
  return node;
}

/** One single rotation of `child` over `parent`, counted. */
export function rotateStep(
  tree: BinaryTree,
  grandparent: number,
  parent: number,
  child: number,
  steps: TreeStep[] | undefined,
): void {
  steps?.push({
    kind: 'rotate',
    child,
    childKey: tree.keyAt(child),
    parent,
    parentKey: tree.keyAt(parent),
    grandparent,
  });
  tree.rotate(grandparent, parent, child);
  tree.tallies[ROTATIONS] = (tree.tallies[ROTATIONS] as number) + 1;
}

/** Takes out a node with at most one child, which moves up. */
export function unlinkNode(
  tree: BinaryTree,
  parent: number,
  node: number,
  steps: TreeStep[] | undefined,
): void {
  const subtreeSide = tree.leftAt(node) !== 0 ? 'left' : 'right';
  const subtree = subtreeSide === 'left' ? tree.leftAt(node) : tree.rightAt(node);
  const side = parent !== 0 ? tree.sideOf(parent, node) : 'left';
  steps?.push({ kind: 'unlink', node, key: tree.keyAt(node), parent, side, subtree, subtreeSide });
  tree.hang(parent, node, subtree);
  tree.release(node);
}

/** Lets `node` take over the key of `heir`, its neighbour in order, which is to be unlinked next. */
export function replaceKey(
  tree: BinaryTree,
  node: number,
  heir: number,
  steps: TreeStep[] | undefined,
): void {
  const heirKey = tree.keyAt(heir);
  steps?.push({ kind: 'replace', node, key: tree.keyAt(node), heir, heirKey });
  tree.nodes[node] = heirKey;
}

/** Takes out any node: with two children its in-order successor takes its place. `parent` 0 = the node is the root. */
export function removeNode(
  tree: BinaryTree,
  parent: number,
  node: number,
  steps: TreeStep[] | undefined,
): void {
  if (tree.leftAt(node) === 0 || tree.rightAt(node) === 0) {
    unlinkNode(tree, parent, node, steps);
    return;
  }
  let above = node;
  let heir = tree.rightAt(node);
  while (tree.leftAt(heir) !== 0) {
    above = heir;
    heir = tree.leftAt(heir);
  }
  replaceKey(tree, node, heir, steps);
  unlinkNode(tree, above, heir, steps);
}
