/** Small trees as nested lists, `[key, left, right]`, in the columns a moment has them in. */
import { NODE_WIDTH } from '../../../src/protocol/trees/moment.ts';

export type Sketch = readonly [key: number, left?: Sketch | null, right?: Sketch | null, self?: number];

interface Row {
  key: number;
  depth: number;
  parent: number | null;
  self: number;
  left: number;
  right: number;
}

export function nodesOf(sketch: Sketch | null): Int32Array {
  const rows: Row[] = [];
  const walk = (node: Sketch | null | undefined, depth: number, parent: number | null): number => {
    if (!node) return 0;
    const [key, leftSketch, rightSketch, self = 1] = node;
    const left = walk(leftSketch, depth + 1, key);
    const row: Row = { key, depth, parent, self, left, right: 0 };
    rows.push(row);
    row.right = walk(rightSketch, depth + 1, key);
    return self + left + row.right;
  };
  walk(sketch, 0, null);
  const nodes = new Int32Array(rows.length * NODE_WIDTH);
  rows.forEach((row, rank) => {
    const parent = row.parent === null ? -1 : rows.findIndex(({ key }) => key === row.parent);
    nodes.set([row.key, rank, row.depth, parent, row.self, row.left, row.right], rank * NODE_WIDTH);
  });
  return nodes;
}

/** The midpoint of every range on top. */
export function balanced(from: number, to: number): Sketch | null {
  if (from > to) return null;
  const middle = (from + to) >> 1;
  return [middle, balanced(from, middle - 1), balanced(middle + 1, to)];
}

/** The largest key on top, every other one a left child. */
export function chain(size: number): Sketch | null {
  let sketch: Sketch | null = null;
  for (let key = 0; key < size; key += 1) sketch = [key, sketch];
  return sketch;
}

/** A search tree grown by inserting the keys in their order. */
export function grown(keys: readonly number[]): Sketch | null {
  type Open = [number, Open | null, Open | null];
  let root: Open | null = null;
  const insert = (node: Open | null, key: number): Open => {
    if (node === null) return [key, null, null];
    if (key < node[0]) node[1] = insert(node[1], key);
    if (key > node[0]) node[2] = insert(node[2], key);
    return node;
  };
  for (const key of keys) root = insert(root, key);
  return root;
}
