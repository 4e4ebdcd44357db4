/**
 * Reading a moment's nodes. Rows lie in the order of the keys, which is also the order of x, so that a key, a rank and
 * the rows on screen are found by halving, and a subtree is a run of rows without a gap:
 *
 *     row    0   1   2   3   4   5          parent of row 1 = 3
 *                    ●                      left[3] = 1, right[3] = 4
 *            ●           ●                  subtree of row 1 = rows 0 … 2
 *        ●       ●           ●
 */
import { NODE, NODE_WIDTH } from '../../protocol/trees/moment.ts';

export type NodeColumn = keyof typeof NODE;

export function rowCount(nodes: Int32Array): number {
  return Math.floor(nodes.length / NODE_WIDTH);
}

export function cell(nodes: Int32Array, row: number, column: NodeColumn): number {
  return nodes[row * NODE_WIDTH + NODE[column]] ?? 0;
}

/** First row whose key is at least `key`; the number of rows where there is none. */
function firstRowFrom(nodes: Int32Array, key: number): number {
  return firstAtLeast(nodes, NODE.key, key);
}

/** First row whose rank is at least `rank`; the number of rows where there is none. */
export function firstRowAtRank(nodes: Int32Array, rank: number): number {
  return firstAtLeast(nodes, NODE.rank, rank);
}

/** Row of a key, −1 where it is not shown. While a deletion lets a key take another's place it is there twice; the first is given. */
export function rowOfKey(nodes: Int32Array, key: number | null): number {
  if (key === null) return -1;
  const row = firstRowFrom(nodes, key);
  return row < rowCount(nodes) && cell(nodes, row, 'key') === key ? row : -1;
}

function firstAtLeast(nodes: Int32Array, column: number, value: number): number {
  let low = 0;
  let high = rowCount(nodes);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle * NODE_WIDTH + column] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows of the children, −1 where there is none or it is not shown. */
export interface ChildRows {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export function childRows(nodes: Int32Array): ChildRows {
  const count = rowCount(nodes);
  const left = new Int32Array(count).fill(-1);
  const right = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row += 1) {
    const parent = cell(nodes, row, 'parent');
    if (parent < 0 || parent >= count) continue;
    if (row < parent) left[parent] = row;
    else right[parent] = row;
  }
  return { left, right };
}

/** Rows of the subtree below and with `row`, as far as they are shown: from … to − 1. */
export function subtreeRows(children: ChildRows, row: number): { from: number; to: number } {
  let from = row;
  for (let next = row; next >= 0; next = children.left[next] ?? -1) from = next;
  let to = row;
  for (let next = row; next >= 0; next = children.right[next] ?? -1) to = next;
  return { from, to: to + 1 };
}

/** Up to the parent, along the edges to the left and right child, down to the child with more accesses; −1 = nowhere. */
export function neighbourRow(
  nodes: Int32Array,
  children: ChildRows,
  row: number,
  way: 'up' | 'left' | 'right' | 'down',
): number {
  const left = children.left[row] ?? -1;
  const right = children.right[row] ?? -1;
  if (way === 'up') return Math.max(-1, cell(nodes, row, 'parent'));
  if (way === 'left') return left;
  if (way === 'right') return right;
  const heavier = cell(nodes, row, 'left') >= cell(nodes, row, 'right') ? [left, right] : [right, left];
  return heavier.find((child) => child >= 0) ?? -1;
}

export function rootRow(nodes: Int32Array): number {
  const count = rowCount(nodes);
  for (let row = 0; row < count; row += 1) if (cell(nodes, row, 'parent') === -1) return row;
  return -1;
}
