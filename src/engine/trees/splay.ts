import type { Digest } from '../../base/clone.ts';
import { BLOCKS_FROM, layOutInBlocks } from './block-layout.ts';
import { codeLine, linkLine, mirrorLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import { rotateStep } from './edit.ts';
import * as layout from './layout.ts';
import { canSubtract } from './narrow-keys.ts';
import { path } from './path.ts';
import { ShapeTree } from './shape-tree.ts';
import { reserveSlots, slotPath } from './slot-path.ts';
import type { TreeStep } from './step.ts';
import type { CodeLine, TreeKind, TreeTotals } from './tree.ts';

const { KEY, LEFT, RIGHT, OPERATIONS, NODES_VISITED, ROTATIONS, ZIG, ZIG_ZIG, ZIG_ZAG } = layout;

/** Slots of `unsettled`. */
const ACCESSES = 0;
const LEVELS = 1;
const ODD_DEPTHS = 2;
const ZIG_ZAGS = 3;

/** Fast accesses after which they are settled: early enough for 32 bits, late enough to cost nothing. */
const SETTLED_AFTER = 1 << 12;

/** The splay tree, bottom-up (Sleator and Tarjan 1985): the accessed node is rotated to the root in double steps. */
export class SplayTree extends ShapeTree {
  /** Operations at which the nodes are laid out in blocks next, if the tree is large by then. */
  layoutDueAt = BLOCKS_FROM;
  /** What fast accesses have added and `tallies` does not know yet: four whole numbers are cheaper than six others. */
  unsettled: Int32Array = new Int32Array(4);

  get kind(): string {
    return 'splay';
  }

  access(key: number, steps?: TreeStep[]): number {
    if (steps !== undefined || !canSubtract(key)) return this.accessBySteps('access', key, steps);
    reserveSlots(this.size);
    const nodes = this.nodes;
    const onPath = slotPath.slots;
    let node = this.root;
    let depth = 0;
    while (node !== 0) {
      const nodeKey = nodes[node + KEY] as number;
      if (nodeKey === key) break;
      const left = nodes[node + LEFT] as number;
      const right = nodes[node + RIGHT] as number;
      const goesRight = (nodeKey - key) >> 31; // −1 or 0: no branch to predict wrongly
      onPath[depth++] = node + LEFT - goesRight;
      node = left ^ ((left ^ right) & goesRight);
    }
    const { unsettled } = this;
    const operations = (unsettled[ACCESSES] as number) + 1;
    unsettled[ACCESSES] = operations;
    unsettled[LEVELS] = (unsettled[LEVELS] as number) + depth;
    unsettled[ODD_DEPTHS] = (unsettled[ODD_DEPTHS] as number) + (depth & 1);
    const visited = depth + Number(node !== 0);
    if (node === 0) {
      node = this.allocate(key);
      // settle() takes every access for one that visits its key
      this.tallies[NODES_VISITED] = (this.tallies[NODES_VISITED] as number) - 1;
    }
    this.splayFast(node, depth);
    if (operations === SETTLED_AFTER) this.renewLayout();
    return visited;
  }

  override get totals(): TreeTotals {
    this.settle();
    return super.totals;
  }

  override hashInto(digest: Digest): void {
    this.settle();
    super.hashInto(digest);
  }

  override clone(): this {
    this.settle();
    const copy = super.clone();
    copy.unsettled = this.unsettled.slice();
    return copy;
  }

  private settle(): void {
    const { tallies, unsettled } = this;
    const [accesses = 0, levels = 0, odd = 0, zigZags = 0] = unsettled;
    if (accesses === 0) return;
    tallies[OPERATIONS] = (tallies[OPERATIONS] as number) + accesses;
    tallies[NODES_VISITED] = (tallies[NODES_VISITED] as number) + levels + accesses;
    tallies[ROTATIONS] = (tallies[ROTATIONS] as number) + levels;
    tallies[ZIG] = (tallies[ZIG] as number) + odd;
    tallies[ZIG_ZIG] = (tallies[ZIG_ZIG] as number) + (levels - odd) / 2 - zigZags;
    tallies[ZIG_ZAG] = (tallies[ZIG_ZAG] as number) + zigZags;
    unsettled.fill(0);
  }

  /** Every access moves nodes about, but what is asked for often stays near the root and so in few cache lines. */
  private renewLayout(): void {
    this.settle();
    const operations = this.tallies[OPERATIONS] as number;
    if (operations < this.layoutDueAt || this.size < BLOCKS_FROM) return;
    layOutInBlocks(this);
    this.layoutDueAt = Math.max(this.size, 2 * operations);
  }

  /** Splays the path's node at index `depth` up to index `top`, by single rotations; `above` is the parent of that top. */
  protected raise(depth: number, top: number, above: number, steps: TreeStep[] | undefined): void {
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

  /**
   * raise() of a whole path without its intermediate trees and without branches that a processor cannot predict.
   *
   * The path is given as the *slots* followed (slot-path.ts). The rising node's two subtrees, all that was found smaller
   * and larger so far, are carried in two variables and hung once at the end: `near` is the one on the side of the
   * passed parent (the smaller ones, if the way down went right), `far` the other. Whenever the way down changes sides,
   * the two change places. Passing a pair of parent p and grandparent g:
   *
   *     both       near hangs where p led down; p is near from now on
   *     zig-zag    far hangs where g led down; g is far from now on
   *     zig-zig    the grandparent's edge first: p's other subtree hangs where g led down, and g takes its place below p
   *
   * `a ^ ((a ^ b) & mask)` is b where the mask is −1 and a where it is 0. Of two slots the last bits differ if their sides do.
   */
  private splayFast(node: number, depth: number): void {
    this.root = node;
    if (depth === 0) return;
    const nodes = this.nodes;
    const onPath = slotPath.slots;
    let side = onPath[depth - 1] as number;
    let near = nodes[node + ((side & 3) ^ 3)] as number;
    let far = nodes[node + (side & 3)] as number;
    let zigZags = 0;
    let at = depth - 1;
    for (; at >= 1; at -= 2) {
      const parentSlot = onPath[at] as number;
      const grandSlot = onPath[at - 1] as number;
      const grandparent = grandSlot & -4;
      const exchange = (near ^ far) & -((parentSlot ^ side) & 1);
      near ^= exchange;
      far ^= exchange;
      side = parentSlot;

      const isZigZag = -((parentSlot ^ grandSlot) & 1);
      zigZags -= isZigZag;
      const other = nodes[parentSlot ^ 3] as number;
      nodes[grandSlot] = other ^ ((other ^ far) & isZigZag);
      nodes[parentSlot ^ 3] = grandparent ^ ((grandparent ^ other) & isZigZag);
      far ^= (far ^ grandparent) & isZigZag;

      nodes[parentSlot] = near;
      near = parentSlot & -4;
    }
    if (at === 0) {
      const slot = onPath[0] as number;
      const exchange = (near ^ far) & -((slot ^ side) & 1);
      near ^= exchange;
      far ^= exchange;
      side = slot;
      nodes[slot] = near;
      near = slot & -4;
    }
    nodes[node + ((side & 3) ^ 3)] = near;
    nodes[node + (side & 3)] = far;
    this.unsettled[ZIG_ZAGS] = (this.unsettled[ZIG_ZAGS] as number) + zigZags;
  }
}

const code: readonly CodeLine[] = [
  ...searchCode,
  codeLine(0, 0, 'access(key)'),
  codeLine(1, 1, 'node = search(key)'),
  linkLine,
  codeLine(1, 1, 'splay(node)'),
  codeLine(0, 0, 'splay(node)'),
  codeLine(1, 1, 'until node is the root'),
  codeLine(1, 2, 'parent = node.parent; grandparent = parent.parent', 'weigh'),
  codeLine(0, 2, 'if parent is the root: zig', 'zig'),
  ...rotationCode(3, 'node', 'parent', 'rotate:zig', false),
  codeLine(0, 2, 'else if node and parent are children on the same side: zig-zig', 'zig-zig'),
  ...rotationCode(3, 'parent', 'grandparent', 'rotate:zig-zig:1', false),
  ...rotationCode(3, 'node', 'parent', 'rotate:zig-zig:2', false),
  codeLine(0, 2, 'else: zig-zag', 'zig-zag'),
  ...rotationCode(3, 'node', 'parent', 'rotate:zig-zag:1', false),
  ...rotationCode(3, 'node', 'grandparent', 'rotate:zig-zag:2', false),
  mirrorLine,
  codeLine(0, 0, 'delete(key)'),
  codeLine(1, 1, 'node = search(key); splay(node)'),
  ...unlinkCode('heir = the largest key below node.left; splay(heir) to the top of node.left'),
];

export const splayKind: TreeKind = {
  kind: 'splay',
  name: 'Splay tree',
  description: 'Rotates every accessed key to the root in double steps and keeps no counts.',
  source: 'Sleator and Tarjan 1985',
  parameters: [],
  counts: false,
  accessLemma: true,
  maxKeys: null,
  decides: 'shape',
  code,
  create: () => new SplayTree(),
};
