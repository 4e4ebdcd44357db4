/** Trees for tests, written as one line a node in preorder: `[key, depth, self]`. Counts and parents follow. */
import { TREE_COLUMN, TREE_WIDTH } from '../../src/protocol/frame.ts';

export type PictureRow = [
  key: number,
  depth: number,
  self: number,
  extra?: { state?: number; predicted?: 0 | 1 },
];

export function treeRows(picture: readonly PictureRow[]): Float64Array {
  const rows = new Float64Array(picture.length * TREE_WIDTH);
  const sums = picture.map(([, , self]) => self);
  const parents = picture.map(([, depth], i) => {
    for (let j = i - 1; j >= 0; j--) if ((picture[j]?.[1] ?? 0) === depth - 1) return j;
    return -1;
  });
  for (let i = picture.length - 1; i > 0; i--) {
    const parent = parents[i] ?? -1;
    const row = parent * TREE_WIDTH;
    const side = (picture[i]?.[0] ?? 0) < (picture[parent]?.[0] ?? 0) ? 'left' : 'right';
    rows[row + TREE_COLUMN[side]] = sums[i] ?? 0;
    sums[parent] = (sums[parent] ?? 0) + (sums[i] ?? 0);
  }
  for (const [i, [key, depth, self, extra]] of picture.entries()) {
    const row = i * TREE_WIDTH;
    rows[row + TREE_COLUMN.key] = key;
    rows[row + TREE_COLUMN.depth] = depth;
    rows[row + TREE_COLUMN.self] = self;
    rows[row + TREE_COLUMN.parent] = parents[i] ?? -1;
    rows[row + TREE_COLUMN.page] = 1000 + key;
    rows[row + TREE_COLUMN.state] = extra?.state ?? 0;
    rows[row + TREE_COLUMN.predicted] = extra?.predicted ?? 0;
  }
  return rows;
}
