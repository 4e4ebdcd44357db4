/** The keys a list of operations asks for most. Deletions ask for nothing: they end a key's story. */
import type { Tree } from '../trees/tree.ts';
import { OPERATIONS, type Operations } from './operations.ts';

export interface HotKeys {
  /** the hottest first; of equally hot ones the smaller first */
  readonly keys: readonly number[];
  /** how often each is asked for */
  readonly weights: readonly number[];
}

const DELETE = OPERATIONS.indexOf('delete');

/** @param most how many keys at most */
export function hotKeysOf(operations: Operations, most: number): HotKeys {
  const asked = new Map<number, number>();
  for (let i = 0; i < operations.count; i += 1) {
    if (operations.kinds[i] === DELETE) continue;
    const key = operations.keys[i] as number;
    asked.set(key, (asked.get(key) ?? 0) + 1);
  }
  const hottest = [...asked].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
  return { keys: hottest.map(([key]) => key), weights: hottest.map(([, weight]) => weight) };
}

/** Mean depth (root 0) of those that are in the tree, weighted; NaN where none is. Looks without touching anything. */
export function hotDepth(tree: Tree, hot: HotKeys): number {
  let sum = 0;
  let weights = 0;
  for (const [i, key] of hot.keys.entries()) {
    const depth = tree.depthOf(key);
    if (depth < 0) continue;
    const weight = hot.weights[i] ?? 0;
    sum += weight * depth;
    weights += weight;
  }
  return weights === 0 ? Number.NaN : sum / weights;
}
