/**
 * One contestant's way through a race, with the tree kept at some operations of it, so that looking at any moment is
 * quick afterwards.
 */
import type { Tree } from '../trees/tree.ts';
import { commandAt, type Operations } from './operations.ts';

const FIRST_INTERVAL = 256;
const MOST_CHECKPOINTS = 128;
/** Storage of a node. */
const NODE_BYTES = 16;
/** Operations between two looks at how many nodes were visited. */
const PIECE = 64;

interface Checkpoint {
  readonly operations: number;
  readonly tree: Tree;
}

export class RaceTrack {
  private readonly operations: Operations;
  private readonly budgetBytes: number;
  /** in order; the first is the start */
  private checkpoints: Checkpoint[];
  private interval = FIRST_INTERVAL;

  /** @param start the tree before the first operation, for this track alone @param budgetBytes what the checkpoints may take */
  constructor(start: Tree, operations: Operations, budgetBytes: number) {
    this.operations = operations;
    this.budgetBytes = budgetBytes;
    this.checkpoints = [{ operations: 0, tree: start }];
  }

  /** A tree of its own, as it is after the nearest known number of operations ≤ `operations`. */
  nearest(operations: number): { operations: number; tree: Tree } {
    let best = this.checkpoints[0] as Checkpoint;
    for (const checkpoint of this.checkpoints) {
      if (checkpoint.operations > operations) break;
      best = checkpoint;
    }
    return { operations: best.operations, tree: best.tree.clone() };
  }

  /**
   * Runs `tree`, which has `from` operations behind it, until it has `to` of them, or so many nodes were visited that
   * others should have their turn.
   * @returns the operations it has behind it then
   */
  run(tree: Tree, from: number, to: number, mostVisited: number): number {
    const most = tree.totals.nodesVisited + mostVisited;
    let at = from;
    while (at < to) {
      const end = Math.min(to, at + PIECE);
      for (; at < end; at += 1) {
        if (at % this.interval === 0) this.keep(at, tree);
        const { operation, key } = commandAt(this.operations, at);
        tree[operation](key);
      }
      if (tree.totals.nodesVisited >= most) break;
    }
    return at;
  }

  private keep(operations: number, tree: Tree): void {
    if (operations <= (this.checkpoints[this.checkpoints.length - 1]?.operations ?? 0)) return;
    this.checkpoints.push({ operations, tree: tree.clone() });
    const bytes = this.checkpoints.length * tree.size * NODE_BYTES;
    if (this.checkpoints.length <= MOST_CHECKPOINTS && bytes <= this.budgetBytes) return;
    this.interval *= 2;
    this.checkpoints = this.checkpoints.filter((kept) => kept.operations % this.interval === 0);
  }
}
