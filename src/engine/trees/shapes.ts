import type { BinaryTree } from './binary-tree.ts';
import { LEFT, RIGHT, TOTAL } from './layout.ts';
import { createTree } from './registry.ts';
import type { Tree } from './tree.ts';

/** Start shapes: `empty`, `chain:n`, `balanced:n`, or rows as a preorder gives them. Every count starts at 1. */
export interface ShapeRow {
  readonly key: number;
  readonly depth: number;
  readonly self: number;
}

/** Largest n of `chain:n` and `balanced:n`: 2²² nodes are 64 MiB. */
const MAX_SHAPE_NODES = 1 << 22;

/**
 * Rows of a named shape: `chain:n` has n−1 at the root and each smaller key as a left child; `balanced:n` has the
 * midpoint (lo + hi) >> 1 of every range 0…n−1 on top.
 * @throws Error with one sentence if the text names no shape.
 */
export function parseShape(text: string): ShapeRow[] {
  const shape = text.trim();
  if (shape === 'empty') return [];
  const match = /^(chain|balanced):(\d+)$/.exec(shape);
  if (match === null) {
    throw new Error(
      `There is no start shape "${shape}"; use empty, chain:n or balanced:n with a whole number n.`,
    );
  }
  const n = Number(match[2]);
  if (n > MAX_SHAPE_NODES) {
    throw new Error(`Start shape "${shape}" is too large; n may be at most ${MAX_SHAPE_NODES}.`);
  }
  return match[1] === 'chain' ? chainRows(n) : balancedRows(n);
}

function chainRows(n: number): ShapeRow[] {
  return Array.from({ length: n }, (_, depth) => ({ key: n - 1 - depth, depth, self: 1 }));
}

function balancedRows(n: number): ShapeRow[] {
  const rows: ShapeRow[] = [];
  const stack = [0, n - 1, 0]; // (lo, hi, depth)
  while (stack.length > 0) {
    const depth = stack.pop() as number;
    const hi = stack.pop() as number;
    const lo = stack.pop() as number;
    if (lo > hi) continue;
    const key = (lo + hi) >> 1;
    rows.push({ key, depth, self: 1 });
    stack.push(key + 1, hi, depth + 1, lo, key - 1, depth + 1);
  }
  return rows;
}

/**
 * Checks what was read from a file: a list of `[key, depth]` or `[key, depth, self, …]` rows in preorder, or an object
 * with such a list as `preorder`. Further count columns are not read, they follow from the self counts.
 * @throws Error with one sentence that names the row.
 */
export function shapeFromJson(value: unknown): ShapeRow[] {
  const list = Array.isArray(value) ? value : (value as { preorder?: unknown } | null)?.preorder;
  if (!Array.isArray(list)) {
    throw new Error(
      'A tree shape must be a list of [key, depth] rows, or an object with such a list as "preorder".',
    );
  }
  return list.map((row: unknown, i) => {
    const [key, depth, self = 1] = Array.isArray(row) ? (row as unknown[]) : [];
    if (!isInt32(key))
      throw new Error(`Row ${i + 1} of the tree shape needs a 32-bit whole number as its key.`);
    if (!isInt32(depth) || depth < 0) {
      throw new Error(`Row ${i + 1} of the tree shape needs a whole number of at least 0 as its depth.`);
    }
    if (!isInt32(self) || self < 1) {
      throw new Error(`Row ${i + 1} of the tree shape needs a whole number of at least 1 as its self count.`);
    }
    return { key, depth, self };
  });
}

export function isInt32(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/**
 * A tree of a kind that starts in a given shape. No operations are counted for it.
 * @throws Error with one sentence if the kind is unknown or the rows are no search tree in preorder.
 */
export function createTreeFrom(
  kind: string,
  shape: string | readonly ShapeRow[],
  parameters?: Readonly<Record<string, number>>,
): Tree {
  const tree = createTree(kind, parameters);
  fillFromRows(tree as Tree & BinaryTree, typeof shape === 'string' ? parseShape(shape) : shape);
  return tree;
}

/** Links preorder rows into an empty tree. A row goes left or right of its parent according to its key. */
function fillFromRows(tree: Tree & BinaryTree, rows: readonly ShapeRow[]): void {
  // The path to the last row, with the open interval of keys that fit below each node.
  const path: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const nodesInOrder: number[] = [];
  rows.forEach(({ key, depth, self }, i) => {
    const where = `Row ${i + 1} of the tree shape (key ${key}, depth ${depth})`;
    if (i === 0 ? depth !== 0 : depth < 1 || depth > path.length) {
      throw new Error(`${where} has no parent; list the rows in preorder with the root at depth 0.`);
    }
    path.length = low.length = high.length = depth;
    const parent = depth === 0 ? 0 : (path[depth - 1] as number);
    const parentKey = tree.keyAt(parent);
    const isLeft = parent !== 0 && key < parentKey;
    const above = depth === 0 ? -Infinity : isLeft ? (low[depth - 1] as number) : parentKey;
    const below = depth === 0 ? Infinity : isLeft ? parentKey : (high[depth - 1] as number);
    const isTaken =
      parent !== 0 &&
      (isLeft ? tree.leftAt(parent) !== 0 || tree.rightAt(parent) !== 0 : tree.rightAt(parent) !== 0);
    if (key <= above || key >= below || isTaken) {
      throw new Error(
        `${where} does not fit there; keys must be distinct, smaller ones to the left and listed first.`,
      );
    }
    const node = tree.allocate(key);
    if (parent === 0) tree.root = node;
    else tree.nodes[parent + (isLeft ? LEFT : RIGHT)] = node;
    if (tree.counts) tree.nodes[node + TOTAL] = self;
    path.push(node);
    low.push(above);
    high.push(below);
    nodesInOrder.push(parent, node);
  });
  if (!tree.counts) return;
  // Children stand after their parents: add the totals up from the end.
  for (let i = nodesInOrder.length - 2; i >= 0; i -= 2) {
    const parent = nodesInOrder[i] as number;
    const node = nodesInOrder[i + 1] as number;
    if (parent !== 0) tree.nodes[parent + TOTAL] = tree.totalAt(parent) + tree.totalAt(node);
  }
}
