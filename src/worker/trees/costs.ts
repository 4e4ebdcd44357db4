/** What each operation cost, from the first one to the one on screen. */
import { commandAt } from '../../engine/lab/operations.ts';
import { COST_WIDTH } from '../../protocol/trees/requests.ts';
import type { Handler } from './handler.ts';

/** Operations between two looks at the clock. */
const PIECE = 256;

export const costs: Handler<'costs'> = function* (context, { labKey, operations: wanted }) {
  const { start, operations } = context.lab(labKey);
  const count = Math.min(wanted, operations.count);
  const tree = start.clone();
  const columns = new Int32Array(count * COST_WIDTH);
  let visited = tree.totals.nodesVisited;
  let rotations = tree.totals.rotations;
  for (let i = 0; i < count; i += 1) {
    const { operation, key } = commandAt(operations, i);
    tree[operation](key);
    const { totals } = tree;
    columns.set(
      [operations.kinds[i] ?? 0, key, totals.nodesVisited - visited, totals.rotations - rotations],
      i * COST_WIDTH,
    );
    visited = totals.nodesVisited;
    rotations = totals.rotations;
    if (i % PIECE === PIECE - 1) yield i / count;
  }
  return { columns };
};
