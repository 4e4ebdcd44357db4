import type { Digest } from '../../base/clone.ts';
import * as layout from './layout.ts';
import { meetKey } from './narrow-keys.ts';
import type { RotationDecision, Side } from './step.ts';
import type { NodeVisitor, PreorderRow, TreeTotals } from './tree.ts';

const { KEY, LEFT, RIGHT, TOTAL, STRIDE } = layout;
const INITIAL_NODES = 32;

/** Storage, readers and elementary changes shared by all tree kinds; layout.ts draws the storage. */
export abstract class BinaryTree {
  abstract readonly kind: string;
  abstract readonly counts: boolean;

  // Own fields are data only: snapshots clone them, hashes walk them. Only this room writes them.
  nodes: Int32Array = new Int32Array(INITIAL_NODES * STRIDE);
  /** End of the used part of `nodes`. */
  end = STRIDE;
  /** First slot of the list of deleted ones, 0 = none. */
  free = 0;
  root = 0;
  size = 0;
  tallies: Float64Array = new Float64Array(6);
  lastRotation: RotationDecision | null = null;

  get totals(): TreeTotals {
    const tallies = this.tallies;
    return {
      operations: tallies[layout.OPERATIONS] as number,
      nodesVisited: tallies[layout.NODES_VISITED] as number,
      rotations: tallies[layout.ROTATIONS] as number,
      zig: tallies[layout.ZIG] as number,
      zigZig: tallies[layout.ZIG_ZIG] as number,
      zigZag: tallies[layout.ZIG_ZAG] as number,
    };
  }

  keyAt(node: number): number {
    return this.nodes[node + KEY] as number;
  }

  leftAt(node: number): number {
    return this.nodes[node + LEFT] as number;
  }

  rightAt(node: number): number {
    return this.nodes[node + RIGHT] as number;
  }

  /** Accesses to the node and everything below it; 0 for no node, as the slot at 0 stays all zero. */
  totalAt(node: number): number {
    return this.nodes[node + TOTAL] as number;
  }

  selfAt(node: number): number {
    return this.totalAt(node) - this.leftCountAt(node) - this.rightCountAt(node);
  }

  leftCountAt(node: number): number {
    return this.totalAt(this.leftAt(node));
  }

  rightCountAt(node: number): number {
    return this.totalAt(this.rightAt(node));
  }

  nodeOf(key: number): number {
    let node = this.root;
    while (node !== 0 && this.keyAt(node) !== key) node = this.childToward(node, key);
    return node;
  }

  depthOf(key: number): number {
    let depth = 0;
    for (let node = this.root; node !== 0; node = this.childToward(node, key)) {
      if (this.keyAt(node) === key) return depth;
      depth++;
    }
    return -1;
  }

  height(): number {
    let height = 0;
    this.visit((_node, depth) => {
      if (depth >= height) height = depth + 1;
    });
    return height;
  }

  preorder(): PreorderRow[] {
    const rows: PreorderRow[] = [];
    const counts = this.counts;
    this.visit((node, depth) => {
      const key = this.keyAt(node);
      rows.push(
        counts
          ? [key, depth, this.selfAt(node), this.leftCountAt(node), this.rightCountAt(node)]
          : [key, depth],
      );
    });
    return rows;
  }

  visit(visitor: NodeVisitor): void {
    // An explicit stack of (node, depth, parent): a chain of 100 000 nodes would overflow the call stack.
    const stack = [this.root, 0, 0];
    while (stack.length > 0) {
      const parent = stack.pop() as number;
      const depth = stack.pop() as number;
      const node = stack.pop() as number;
      if (node === 0) continue;
      visitor(node, depth, parent);
      stack.push(this.rightAt(node), depth + 1, node, this.leftAt(node), depth + 1, node);
    }
  }

  forEachByDepth(visitor: (node: number, depth: number) => boolean): void {
    if (this.root === 0) return;
    let level = [this.root];
    for (let depth = 0; level.length > 0; depth++) {
      const below: number[] = [];
      for (const node of level) {
        if (visitor(node, depth) === false) return;
        const left = this.leftAt(node);
        const right = this.rightAt(node);
        if (left !== 0) below.push(left);
        if (right !== 0) below.push(right);
      }
      level = below;
    }
  }

  clone(): this {
    const copy = Object.create(Object.getPrototypeOf(this)) as this;
    Object.assign(copy, this);
    copy.nodes = this.nodes.slice();
    copy.tallies = this.tallies.slice();
    return copy; // lastRotation is never written to, only exchanged, and may be shared
  }

  /** What the tree means, wherever its nodes lie in the storage (see base/clone.ts). */
  hashInto(digest: Digest): void {
    digest.text(this.kind);
    digest.word(this.size);
    this.visit((node, depth) => {
      digest.word(this.keyAt(node));
      digest.word(depth);
      digest.word(this.totalAt(node));
    });
    digest.add(this.tallies);
    digest.add(this.lastRotation);
  }

  childToward(node: number, key: number): number {
    return this.nodes[node + (key < this.keyAt(node) ? LEFT : RIGHT)] as number;
  }

  sideOf(parent: number, child: number): Side {
    return this.leftAt(parent) === child ? 'left' : 'right';
  }

  /** Puts `node` where `former` hung below `parent`; parent 0 = at the root. */
  hang(parent: number, former: number, node: number): void {
    if (parent === 0) this.root = node;
    else this.nodes[parent + (this.leftAt(parent) === former ? LEFT : RIGHT)] = node;
  }

  /**
   * One single rotation: `child` rises over `parent`, below `grandparent` (0 = becomes the root).
   *
   *         parent            child
   *        ╱      ╲          ╱     ╲
   *     child    other ⇒  outer   parent        mirrored for a right child
   *    ╱     ╲                   ╱      ╲
   * outer   inner             inner    other
   */
  rotate(grandparent: number, parent: number, child: number): void {
    const nodes = this.nodes;
    const isLeft = nodes[parent + LEFT] === child;
    const near = isLeft ? LEFT : RIGHT;
    const far = isLeft ? RIGHT : LEFT;
    const inner = nodes[child + far] as number;
    const whole = nodes[parent + TOTAL] as number;
    nodes[parent + near] = inner;
    nodes[child + far] = parent;
    nodes[parent + TOTAL] = whole - (nodes[child + TOTAL] as number) + (nodes[inner + TOTAL] as number);
    nodes[child + TOTAL] = whole;
    this.hang(grandparent, parent, child);
  }

  /** Takes a slot for a new leaf, count 0, not yet hung anywhere. The storage may move: re-read `nodes` afterwards. */
  allocate(key: number): number {
    meetKey(key);
    let node = this.free;
    if (node !== 0) {
      this.free = this.leftAt(node);
    } else {
      node = this.end;
      this.end += STRIDE;
      if (this.end > this.nodes.length) {
        const grown = new Int32Array(this.nodes.length * 2);
        grown.set(this.nodes);
        this.nodes = grown;
      }
    }
    this.write(node, key, 0, 0, 0);
    this.size++;
    return node;
  }

  /** Gives a slot back. */
  release(node: number): void {
    this.write(node, 0, this.free, 0, 0);
    this.free = node;
    this.size--;
  }

  write(node: number, key: number, left: number, right: number, total: number): void {
    const nodes = this.nodes;
    nodes[node + KEY] = key;
    nodes[node + LEFT] = left;
    nodes[node + RIGHT] = right;
    nodes[node + TOTAL] = total;
  }
}
