import { applyStep, unapplyStep } from './apply-step.ts';
import type { BinaryTree } from './binary-tree.ts';
import type { TreeOperation, TreeStep } from './step.ts';
import type { Tree } from './tree.ts';

/** One operation as data. */
export interface TreeCommand {
  readonly operation: TreeOperation;
  readonly key: number;
}

/** Runs an operation on a tree and returns the steps it was made of. Without a recorder call trees record nothing. */
export function record(tree: Tree, command: TreeCommand): TreeStep[] {
  const steps: TreeStep[] = [];
  tree[command.operation](command.key, steps);
  return steps;
}

/** Steps between two checkpoints: jumps replay at most half as many, and a checkpoint costs one copy of the tree. */
const CHECKPOINT_EVERY = 256;

/**
 * A tree that can be moved back and forth over its own history, one step at a time in O(1) or to any step by way of
 * the nearest checkpoint. Positions count steps: at position p the first p steps are applied.
 */
export class StepLog {
  private current: Tree;
  private readonly log: TreeStep[] = [];
  /** Position of each operation's first step. */
  private readonly starts: number[] = [];
  private readonly checkpoints: { readonly position: number; readonly tree: Tree }[];
  private at = 0;

  /** @param start the tree before the first operation; it is copied */
  constructor(start: Tree) {
    this.current = start.clone();
    this.checkpoints = [{ position: 0, tree: start.clone() }];
  }

  /** The tree at the current position. Do not operate on it: `append` does. */
  get tree(): Tree {
    return this.current;
  }

  get position(): number {
    return this.at;
  }

  get length(): number {
    return this.log.length;
  }

  get steps(): readonly TreeStep[] {
    return this.log;
  }

  get operationStarts(): readonly number[] {
    return this.starts;
  }

  /** Runs an operation at the end of the log; from an earlier position everything later is dropped first. */
  append(command: TreeCommand): void {
    this.dropFuture();
    this.starts.push(this.at);
    for (const step of record(this.current, command)) this.log.push(step);
    this.at = this.log.length;
    const last = this.checkpoints[this.checkpoints.length - 1]?.position ?? 0;
    if (this.at - last >= CHECKPOINT_EVERY)
      this.checkpoints.push({ position: this.at, tree: this.current.clone() });
  }

  /** Applies the next step and returns it, undefined at the end. */
  forward(): TreeStep | undefined {
    const step = this.log[this.at];
    if (step === undefined) return undefined;
    applyStep(inner(this.current), step);
    this.at++;
    return step;
  }

  /** Takes the last step back and returns it, undefined at the start. */
  back(): TreeStep | undefined {
    const step = this.log[this.at - 1];
    if (step === undefined) return undefined;
    unapplyStep(inner(this.current), step);
    this.at--;
    return step;
  }

  /** Goes to a position, clamped to the log. */
  seek(position: number): void {
    const target = Math.max(0, Math.min(position, this.log.length));
    const nearest = this.nearestCheckpoint(target);
    if (Math.abs(nearest.position - target) < Math.abs(this.at - target)) {
      this.current = nearest.tree.clone();
      this.at = nearest.position;
    }
    while (this.at < target) this.forward();
    while (this.at > target) this.back();
  }

  private nearestCheckpoint(target: number): { readonly position: number; readonly tree: Tree } {
    let lo = 0;
    let hi = this.checkpoints.length - 1;
    while (lo < hi) {
      const middle = (lo + hi + 1) >> 1;
      if ((this.checkpoints[middle]?.position ?? 0) <= target) lo = middle;
      else hi = middle - 1;
    }
    const before = this.checkpoints[lo];
    const after = this.checkpoints[lo + 1] ?? before;
    if (before === undefined || after === undefined)
      throw new Error('A step log always has its first checkpoint.');
    return after.position - target < target - before.position && after.position >= target ? after : before;
  }

  /** Cuts the log at the current position; an operation it stands in the middle of is taken back as a whole. */
  private dropFuture(): void {
    if (this.at === this.log.length) return;
    let end = this.log.length;
    let start = this.starts[this.starts.length - 1] ?? 0;
    while (start >= this.at && this.starts.length > 0) {
      end = start;
      this.starts.pop();
      start = this.starts[this.starts.length - 1] ?? 0;
    }
    if (this.at < end && this.starts.length > 0) {
      this.starts.pop();
      while (this.at > start) this.back();
    }
    this.log.length = this.at;
    while ((this.checkpoints[this.checkpoints.length - 1]?.position ?? 0) > this.at) this.checkpoints.pop();
  }
}

/** Every tree of this room is a BinaryTree; others only see the Tree. */
function inner(tree: Tree): BinaryTree {
  return tree as Tree & BinaryTree;
}
