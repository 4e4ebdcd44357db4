import {
  BinaryTree,
  KEY,
  LEFT,
  NODES_VISITED,
  OPERATIONS,
  RIGHT,
  ROTATIONS,
  ZIG,
  ZIG_ZAG,
  ZIG_ZIG,
} from './binary-tree.ts';
import { linkLeaf, replaceKey, rotateStep, unlinkNode } from './edit.ts';
import { path, walk, walkFound } from './path.ts';
import type { TreeOperation, TreeStep } from './step.ts';
import type { Tree } from './tree.ts';

/** The splay tree, bottom-up (Sleator and Tarjan 1985): the accessed node is rotated to the root in double steps. */
export class SplayTree extends BinaryTree implements Tree {
  get kind(): string {
    return 'splay';
  }

  get counts(): boolean {
    return false;
  }

  access(key: number, steps?: TreeStep[]): number {
    if (steps !== undefined) return this.accessInSteps('access', key, steps);
    reserveSlots(this.size);
    const nodes = this.nodes;
    const onPath = slots;
    let node = this.root;
    let visited = 0;
    let depth = 0;
    while (node !== 0) {
      visited++;
      const nodeKey = nodes[node + KEY] as number;
      if (nodeKey === key) break;
      const left = nodes[node + LEFT] as number;
      const right = nodes[node + RIGHT] as number;
      const isRight = Number(key > nodeKey);
      onPath[depth++] = node + LEFT + isRight;
      node = left ^ ((left ^ right) & (-isRight | 0));
    }
    const tallies = this.tallies;
    tallies[OPERATIONS] = (tallies[OPERATIONS] as number) + 1;
    tallies[NODES_VISITED] = (tallies[NODES_VISITED] as number) + visited;
    if (node === 0) {
      node = this.allocate(key);
    }
    this.splayFast(node, depth);
    return visited;
  }

  /** Where the key is absent the last node visited is splayed, as in the original. */
  find(key: number, steps?: TreeStep[]): boolean {
    const visited = walk(this, 'find', key, steps);
    const found = walkFound(this, key, visited);
    this.splay(visited - 1, 0, 0, steps);
    return found;
  }

  insert(key: number, steps?: TreeStep[]): boolean {
    const before = this.size;
    if (steps === undefined) this.access(key);
    else this.accessInSteps('insert', key, steps);
    return this.size > before;
  }

  /** The node (or, if absent, the last one visited) is splayed, then its two subtrees are joined as in the original. */
  delete(key: number, steps?: TreeStep[]): boolean {
    const visited = walk(this, 'delete', key, steps);
    const found = walkFound(this, key, visited);
    this.splay(visited - 1, 0, 0, steps);
    if (!found) return false;
    const node = this.root;
    if (this.leftAt(node) === 0 || this.rightAt(node) === 0) {
      unlinkNode(this, 0, node, steps);
      return true;
    }
    // Join: the largest key on the left is splayed to the top of the left subtree and has no right child there.
    let last = -1;
    for (let heir = this.leftAt(node); heir !== 0; heir = this.rightAt(heir)) path.nodes[++last] = heir;
    const heir = path.nodes[last] as number;
    this.splay(last, 0, node, steps);
    replaceKey(this, node, heir, steps);
    unlinkNode(this, node, heir, steps);
    return true;
  }

  private accessInSteps(operation: TreeOperation, key: number, steps: TreeStep[]): number {
    const visited = walk(this, operation, key, steps);
    const found = walkFound(this, key, visited);
    if (!found) linkLeaf(this, key, visited, steps);
    this.splay(found ? visited - 1 : visited, 0, 0, steps);
    return visited;
  }

  /** Splays the path's node at index `depth` up to index `top`, by single rotations; `above` is the parent of that top. */
  private splay(depth: number, top: number, above: number, steps: TreeStep[] | undefined): void {
    if (depth < top) return;
    const node = path.nodes[depth] as number;
    let at = depth;
    for (; at - top >= 2; at -= 2) {
      const parent = path.nodes[at - 1] as number;
      const grandparent = path.nodes[at - 2] as number;
      const great = at - 2 > top ? (path.nodes[at - 3] as number) : above;
      if (this.sideOf(parent, node) === this.sideOf(grandparent, parent)) {
        // The grandparent's edge first: the other order is "move to root" and loses the amortised bound.
        this.decide(ZIG_ZIG, grandparent, parent, steps);
        rotateStep(this, great, grandparent, parent, steps);
        rotateStep(this, great, parent, node, steps);
      } else {
        this.decide(ZIG_ZAG, grandparent, parent, steps);
        rotateStep(this, grandparent, parent, node, steps);
        rotateStep(this, great, grandparent, node, steps);
      }
    }
    if (at - top === 1) {
      const parent = path.nodes[at - 1] as number;
      this.decide(ZIG, parent, node, steps);
      rotateStep(this, above, parent, node, steps);
    }
  }

  private decide(
    verdict: typeof ZIG | typeof ZIG_ZIG | typeof ZIG_ZAG,
    parent: number,
    child: number,
    steps: TreeStep[] | undefined,
  ): void {
    this.tallies[verdict] = (this.tallies[verdict] as number) + 1;
    steps?.push({
      kind: 'decide',
      case: verdict === ZIG ? 'zig' : verdict === ZIG_ZIG ? 'zig-zig' : 'zig-zag',
      parent,
      parentKey: this.keyAt(parent),
      child,
      childKey: this.keyAt(child),
      operands: null,
      before: null,
      after: null,
    });
  }

  /**
   * splay() of a whole path without its intermediate trees and without branches that a processor cannot predict.
   *
   * The path is given as the *slots* followed: slot = node + LEFT or node + RIGHT, so slot & ~3 is the node and
   * slot ^ 3 the opposite slot. The node's own two slots carry the subtrees of everything smaller and larger met so
   * far; passing a parent means: what the node carries on the parent's side goes into the slot that led down, and the
   * parent becomes what is carried. A zig-zag does so for the grandparent too; a zig-zig, the grandparent's edge being
   * rotated first, does it with the parent in the node's place.
   */
  private splayFast(node: number, depth: number): void {
    const nodes = this.nodes;
    const onPath = slots;
    let zigZags = 0;
    let at = depth - 1;
    for (; at >= 1; at -= 2) {
      const parentSlot = onPath[at] as number;
      const grandSlot = onPath[at - 1] as number;
      const parent = parentSlot & -4;
      const isZigZag = (parentSlot ^ grandSlot) & 1;
      const under = (parent ^ ((parent ^ node) & (-isZigZag | 0))) + ((grandSlot ^ 3) & 3);
      nodes[grandSlot] = nodes[under] as number;
      nodes[under] = grandSlot & -4;
      const carried = node + ((parentSlot ^ 3) & 3);
      nodes[parentSlot] = nodes[carried] as number;
      nodes[carried] = parent;
      zigZags += isZigZag;
    }
    if (at === 0) {
      const slot = onPath[0] as number;
      const carried = node + ((slot ^ 3) & 3);
      nodes[slot] = nodes[carried] as number;
      nodes[carried] = slot & -4;
    }
    this.root = node;
    const tallies = this.tallies;
    tallies[ROTATIONS] = (tallies[ROTATIONS] as number) + depth;
    tallies[ZIG] = (tallies[ZIG] as number) + (depth & 1);
    tallies[ZIG_ZIG] = (tallies[ZIG_ZIG] as number) + (depth >> 1) - zigZags;
    tallies[ZIG_ZAG] = (tallies[ZIG_ZAG] as number) + zigZags;
  }
}

/** The slots followed by the last fast walk; scratch shared by all splay trees, no part of their state. */
let slots = new Int32Array(64);

function reserveSlots(size: number): void {
  if (slots.length <= size) slots = new Int32Array(2 * size);
}
