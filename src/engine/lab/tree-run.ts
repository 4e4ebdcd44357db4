/**
 * A tree on its way through a list of operations, movable to any step of any of them in both directions.
 *
 *     operation   0        1        2             3
 *     steps       |.......|........|..............|......
 *     checkpoint  ●                                         every so many operations, thinned out as they grow
 *     trail                         ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒   operations whose steps are at hand
 *
 * Far away it runs whole operations from the nearest checkpoint, without recording. The last few before the goal are
 * recorded, so that going on stepping, forward or back, costs O(1) a step whatever the size of the tree.
 */
import { applyStep, unapplyStep } from '../trees/apply-step.ts';
import type { BinaryTree } from '../trees/binary-tree.ts';
import { record } from '../trees/recorder.ts';
import type { TreeStep } from '../trees/step.ts';
import type { Tree } from '../trees/tree.ts';
import { commandAt, type Operations } from './operations.ts';

/** Operations recorded before the goal of a far jump, while they visit no more than so many nodes. */
const RUN_UP = 16;
const RUN_UP_VISITED = 1000;
/** Steps kept at hand. */
const TRAIL_STEPS = 20_000;
const FIRST_INTERVAL = 256;
const MOST_CHECKPOINTS = 256;
/** All checkpoints together, in bytes at 16 a node. */
const CHECKPOINT_BYTES = 1 << 26;
/** Operations between two looks at the clock. */
const PIECE = 64;

interface Checkpoint {
  readonly operation: number;
  readonly tree: Tree;
}

export class TreeRun {
  readonly operations: Operations;
  private current: Tree;
  /** the operation the tree is in, or in front of; `operations.count` after the last */
  private at = 0;
  /** steps of the present operation done */
  private done = 0;
  /** steps of the operations from `trailFrom` on, without gap, up to and including the present one or the one before */
  private trail: TreeStep[][] = [];
  private trailFrom = 0;
  private trailSteps = 0;
  /** nodes the last operation run without recording visited */
  private lastVisited = 0;
  private checkpoints: Checkpoint[];
  private interval = FIRST_INTERVAL;

  /** @param start the tree before the first operation; it is copied */
  constructor(start: Tree, operations: Operations) {
    this.operations = operations;
    this.current = start.clone();
    this.checkpoints = [{ operation: 0, tree: start.clone() }];
  }

  /** The tree at the present position. Do not operate on it. */
  get tree(): Tree {
    return this.current;
  }

  /** The present operation, from 0. */
  get operation(): number {
    return this.at;
  }

  /** Steps of it that are done. */
  get step(): number {
    return this.done;
  }

  /** Steps of the present operation; none after the last operation. */
  get steps(): readonly TreeStep[] {
    if (this.at >= this.operations.count) return [];
    this.recordPresent();
    return this.trail[this.at - this.trailFrom] ?? [];
  }

  /**
   * Goes to a step of an operation, both clamped; step −1 = all of its steps. The very end is the last operation with
   * all its steps.
   * @param goOn asked between pieces of work; when it says no, the way is broken off and taken up by the next call
   * @returns whether it has arrived
   */
  seek(operation: number, step: number, goOn: () => boolean = () => true): boolean {
    const { count } = this.operations;
    if (count === 0) return true;
    const target = Math.max(0, Math.min(operation, count - 1));
    if (!this.reach(target, goOn)) return false;
    const steps = this.steps;
    const wanted = step < 0 ? steps.length : Math.min(step, steps.length);
    while (this.done < wanted) this.apply(steps);
    while (this.done > wanted) this.unapply(steps);
    return true;
  }

  /** Goes to the beginning of an operation, or, if it is the present one, stays in it. */
  private reach(target: number, goOn: () => boolean): boolean {
    if (target === this.at) return true;
    if (target < this.at) {
      if (target >= this.trailFrom && this.trail.length > 0) {
        this.retreat(target);
        return true;
      }
      this.restore(target);
    }
    this.finishPresent();
    while (this.at < target) {
      const nearest = this.bestCheckpoint(target);
      if (nearest.operation > this.at) this.restoreFrom(nearest);
      const runUp = this.lastVisited > RUN_UP_VISITED ? 0 : RUN_UP;
      const end = Math.min(target - runUp, this.at + PIECE);
      if (this.at < end) this.run(end);
      else this.advance();
      if (this.at < target && !goOn()) return false;
    }
    return true;
  }

  /** Whole operations without recording. */
  private run(end: number): void {
    const { operations } = this;
    let before = 0;
    while (this.at < end) {
      this.keepCheckpoint();
      const { operation, key } = commandAt(operations, this.at);
      if (this.at === end - 1) before = this.current.totals.nodesVisited;
      this.current[operation](key);
      this.at += 1;
    }
    this.lastVisited = this.current.totals.nodesVisited - before;
    this.forgetTrail();
  }

  private forgetTrail(): void {
    this.trail = [];
    this.trailSteps = 0;
    this.trailFrom = this.at;
  }

  /** One operation to its end, recorded. */
  private advance(): void {
    this.keepCheckpoint();
    this.recordPresent();
    this.finishPresent();
  }

  /** Puts the present operation's steps into the trail; the tree is where it was afterwards. */
  private recordPresent(): void {
    if (this.at - this.trailFrom < this.trail.length) return;
    if (this.trail.length === 0) this.trailFrom = this.at;
    const steps = record(this.current, commandAt(this.operations, this.at));
    for (let i = steps.length - 1; i >= 0; i -= 1) unapplyStep(inner(this.current), steps[i] as TreeStep);
    this.trail.push(steps);
    this.trailSteps += steps.length;
    if (this.trailSteps <= TRAIL_STEPS) return;
    // Half of it goes at once, so that forgetting is rare; the present operation stays.
    this.trail = this.trail.slice(this.trail.length >> 1);
    this.trailFrom = this.at + 1 - this.trail.length;
    this.trailSteps = this.trail.reduce((sum, { length }) => sum + length, 0);
  }

  private finishPresent(): void {
    const steps = this.trail[this.at - this.trailFrom];
    if (steps === undefined) return; // not begun: nothing of it is done
    while (this.done < steps.length) this.apply(steps);
    this.at += 1;
    this.done = 0;
  }

  private retreat(target: number): void {
    for (;;) {
      const steps = this.trail[this.at - this.trailFrom] ?? [];
      while (this.done > 0) this.unapply(steps);
      if (this.at === target) return;
      this.at -= 1;
      this.done = this.trail[this.at - this.trailFrom]?.length ?? 0;
    }
  }

  private apply(steps: readonly TreeStep[]): void {
    applyStep(inner(this.current), steps[this.done] as TreeStep);
    this.done += 1;
  }

  private unapply(steps: readonly TreeStep[]): void {
    this.done -= 1;
    unapplyStep(inner(this.current), steps[this.done] as TreeStep);
  }

  private restore(target: number): void {
    // Somewhat before the goal, so that the run-up is recorded.
    this.restoreFrom(this.bestCheckpoint(Math.max(0, target - RUN_UP)));
  }

  private restoreFrom(checkpoint: Checkpoint): void {
    this.current = checkpoint.tree.clone();
    this.at = checkpoint.operation;
    this.done = 0;
    this.forgetTrail();
  }

  /** The last checkpoint at or before an operation. */
  private bestCheckpoint(operation: number): Checkpoint {
    let best = this.checkpoints[0] as Checkpoint;
    for (const checkpoint of this.checkpoints) {
      if (checkpoint.operation > operation) break;
      best = checkpoint;
    }
    return best;
  }

  private keepCheckpoint(): void {
    const last = this.checkpoints[this.checkpoints.length - 1]?.operation ?? 0;
    if (this.done > 0 || this.at % this.interval !== 0 || this.at <= last) return;
    this.checkpoints.push({ operation: this.at, tree: this.current.clone() });
    const bytes = this.checkpoints.length * this.current.size * 16;
    if (this.checkpoints.length <= MOST_CHECKPOINTS && bytes <= CHECKPOINT_BYTES) return;
    this.interval *= 2;
    this.checkpoints = this.checkpoints.filter(
      ({ operation }) => operation === 0 || operation % this.interval === 0,
    );
  }
}

/** Every tree of the trees' room is a BinaryTree; others only see the Tree. */
function inner(tree: Tree): BinaryTree {
  return tree as Tree & BinaryTree;
}
