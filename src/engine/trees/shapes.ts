import type { BinaryTree } from './binary-tree.ts';
import { LEFT, RIGHT, TOTAL } from './layout.ts';
import { createTree } from './registry.ts';
import { placeRows, type ShapeRow } from './shape-rows.ts';
import { parseShapeText } from './shape-text.ts';
import type { Tree } from './tree.ts';

export { isInt32, type ShapeRow, shapeFromJson } from './shape-rows.ts';

/**
 * The rows of a start shape: `empty`, `balanced:n`, `chain:n`, `random:n`, or any tree as bracket text, preorder list or
 * JSON (see shape-text.ts). Where no count is given it is 1.
 * @param seed of the order of `random:n`
 * @throws Error with one sentence that names the place and the reason.
 */
export function parseStart(text: string, seed?: number): ShapeRow[] {
  return parseShapeText(text, seed);
}

/**
 * A tree of a kind that starts in a given shape. No operations are counted for it.
 * @param seed of a `random:n` shape
 * @throws Error with one sentence if the kind is unknown or the rows are no search tree in preorder.
 */
export function createTreeFrom(
  kind: string,
  shape: string | readonly ShapeRow[],
  parameters?: Readonly<Record<string, number>>,
  seed?: number,
): Tree {
  const tree = createTree(kind, parameters);
  fillFromRows(tree as Tree & BinaryTree, typeof shape === 'string' ? parseStart(shape, seed) : shape);
  return tree;
}

/** Links preorder rows into an empty tree. */
function fillFromRows(tree: Tree & BinaryTree, rows: readonly ShapeRow[]): void {
  const { parents, lefts } = placeRows(rows);
  const handles = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const { key, self } = rows[i] as ShapeRow;
    const node = tree.allocate(key);
    handles[i] = node;
    const parent = parents[i] as number;
    if (parent < 0) tree.root = node;
    else tree.nodes[(handles[parent] as number) + (lefts[i] === 1 ? LEFT : RIGHT)] = node;
    if (tree.counts) tree.nodes[node + TOTAL] = self;
  }
  if (!tree.counts) return;
  // Children stand after their parents: add the totals up from the end.
  for (let i = rows.length - 1; i > 0; i -= 1) {
    const parent = handles[parents[i] as number] as number;
    tree.nodes[parent + TOTAL] = tree.totalAt(parent) + tree.totalAt(handles[i] as number);
  }
}
