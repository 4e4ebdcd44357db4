/**
 * The top of a page tree as a picture. x is the rank of a key among the shown ones and y its depth, so a rotation,
 * which never changes the order of keys, moves nodes only up or down.
 *
 *   rank   0   1   2   3   4
 *   d 0            ●              edges go from a node to its parent, as wide as the
 *   d 1        ●       ●          accesses that passed there; a node's area is what was
 *   d 2    ●               ●      accessed in the node itself
 */
import { TREE_COLUMN, TREE_WIDTH } from '../protocol/frame.ts';

export interface TreeNode {
  key: number;
  depth: number;
  self: number;
  left: number;
  right: number;
  /** place of the parent in the array, −1 for the root */
  parent: number;
  /** physical page, its PAGE_STATE, whether it was predicted hot */
  page: number;
  state: number;
  predicted: boolean;
}

export interface TreeBox {
  width: number;
  height: number;
  top: number;
  bottom: number;
  side: number;
}

/** One entry a node, in the order of the nodes. */
export interface TreePlaces {
  x: number[];
  y: number[];
  radius: number[];
  /** of the edge to the parent; 0 at the root */
  edge: number[];
}

const MAX_RADIUS = 15;
const MIN_RADIUS = 4.5;
const MAX_EDGE = 7;

export function readTree(rows: Float64Array): TreeNode[] {
  return Array.from({ length: Math.floor(rows.length / TREE_WIDTH) }, (_, row) => {
    const at = (column: keyof typeof TREE_COLUMN) => rows[row * TREE_WIDTH + TREE_COLUMN[column]] ?? 0;
    return {
      key: at('key'),
      depth: at('depth'),
      self: at('self'),
      left: at('left'),
      right: at('right'),
      parent: at('parent'),
      page: at('page'),
      state: at('state'),
      predicted: at('predicted') === 1,
    };
  });
}

/** `levels`: depth that fills the height; a tree that is less deep keeps its scale, so it does not jump. */
export function placeTree(nodes: readonly TreeNode[], box: TreeBox, levels = 3): TreePlaces {
  const deepest = Math.max(levels, ...nodes.map((node) => node.depth));
  const column = (box.width - 2 * box.side) / Math.max(nodes.length, 1);
  const level = (box.height - box.top - box.bottom) / deepest;
  const largest = Math.max(MIN_RADIUS, Math.min(MAX_RADIUS, column * 0.8, level * 0.4));
  const mostSelf = Math.max(1, ...nodes.map((node) => node.self));
  const mostPassed = Math.max(1, ...nodes.filter((node) => node.parent >= 0).map(total));
  const x: number[] = nodes.map(() => 0);
  const byKey = nodes.map((_, i) => i).sort((a, b) => (nodes[a]?.key ?? 0) - (nodes[b]?.key ?? 0));
  for (const [rank, i] of byKey.entries()) x[i] = box.side + (rank + 0.5) * column;
  return {
    x,
    y: nodes.map((node) => box.top + node.depth * level),
    radius: nodes.map((node) => Math.max(MIN_RADIUS, largest * Math.sqrt(node.self / mostSelf))),
    edge: nodes.map((node) =>
      node.parent < 0 ? 0 : Math.max(1, MAX_EDGE * Math.sqrt(total(node) / mostPassed)),
    ),
  };
}

/** Accesses to a node and all below it. */
export function total(node: TreeNode): number {
  return node.self + node.left + node.right;
}

/** Place of the left or right child, −1 where none is shown. */
export function childOf(nodes: readonly TreeNode[], parent: number, side: 'left' | 'right'): number {
  const key = nodes[parent]?.key ?? 0;
  return nodes.findIndex((node) => node.parent === parent && node.key < key === (side === 'left'));
}

/**
 * The same nodes after one single rotation: `key` rises over its parent. Counts are left as they are; only who hangs
 * below whom changes. Null where the key is not shown or is the root.
 */
export function rotateUp(nodes: readonly TreeNode[], key: number): TreeNode[] | null {
  const child = nodes.findIndex((node) => node.key === key);
  const parent = nodes[child]?.parent ?? -1;
  const upper = nodes[parent];
  if (upper === undefined) return null;
  const inner = childOf(nodes, child, key < upper.key ? 'right' : 'left');
  const parents = nodes.map((node) => node.parent);
  parents[child] = upper.parent;
  parents[parent] = child;
  if (inner >= 0) parents[inner] = parent;
  const top = Math.min(...nodes.map((node) => node.depth));
  const depthOf = (i: number): number => {
    const above = parents[i] ?? -1;
    return above < 0 ? top : depthOf(above) + 1;
  };
  return nodes.map((node, i) => ({ ...node, parent: parents[i] ?? -1, depth: depthOf(i) }));
}

/**
 * Half-way through a zig-zag: the risen node is over the child, not yet over the parent. Null unless the three hang
 * together like that in `before`, which is when other rotations came between the two pictures.
 */
export function zigZagMiddle(
  before: readonly TreeNode[],
  parentKey: number,
  childKey: number,
  risenKey: number,
): TreeNode[] | null {
  const risen = before.find((node) => node.key === risenKey);
  const child = before[risen?.parent ?? -1];
  const parent = before[child?.parent ?? -1];
  return child?.key === childKey && parent?.key === parentKey ? rotateUp(before, risenKey) : null;
}

/** Whether a node hangs elsewhere than before: what a rotation does and counting does not. */
export function sameShape(a: readonly TreeNode[], b: readonly TreeNode[]): boolean {
  return (
    a.length === b.length &&
    a.every((node, i) => node.key === b[i]?.key && node.parent === b[i]?.parent && node.depth === b[i]?.depth)
  );
}
