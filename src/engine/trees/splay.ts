import { BLOCKS_FROM, layOutInBlocks } from './block-layout.ts';
import { codeLine, linkLine, mirrorLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import { rotateStep } from './edit.ts';
import * as layout from './layout.ts';
import { canSubtract } from './narrow-keys.ts';
import { path } from './path.ts';
import { ShapeTree } from './shape-tree.ts';
import { reserveSlots, slotPath } from './slot-path.ts';
import type { TreeStep } from './step.ts';
import type { CodeLine, TreeKind } from './tree.ts';

const { KEY, LEFT, RIGHT, OPERATIONS, NODES_VISITED, ROTATIONS, ZIG, ZIG_ZIG, ZIG_ZAG } = layout;

/** The splay tree, bottom-up (Sleator and Tarjan 1985): the accessed node is rotated to the root in double steps. */
export class SplayTree extends ShapeTree {
  /** Operations at which the nodes are laid out in blocks next, if the tree is large by then. */
  layoutDueAt = BLOCKS_FROM;

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
    const visited = depth + Number(node !== 0);
    const tallies = this.tallies;
    tallies[OPERATIONS] = (tallies[OPERATIONS] as number) + 1;
    tallies[NODES_VISITED] = (tallies[NODES_VISITED] as number) + visited;
    if (node === 0) node = this.allocate(key);
    this.splayFast(node, depth);
    if ((tallies[OPERATIONS] as number) >= this.layoutDueAt) this.renewLayout();
    return visited;
  }

  /** Every access moves nodes about, but what is asked for often stays near the root and so in few cache lines. */
  private renewLayout(): void {
    if (this.size >= BLOCKS_FROM) layOutInBlocks(this);
    this.layoutDueAt = Math.max(BLOCKS_FROM, this.size, 2 * (this.tallies[OPERATIONS] as number));
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
   * The path is given as the *slots* followed (slot-path.ts). The rising node's subtrees, all that was found smaller and larger so far, are carried in two
   * variables and hung once at the end. Passing a node exchanges: what is carried on the node's side goes into the slot
   * that led down, and the node itself is carried from then on.
   *
   *     zig-zag   passes the parent and the grandparent, which lie on different sides
   *     zig-zig   rotates the grandparent's edge first: the parent's opposite subtree goes into the grandparent's slot,
   *               the grandparent into the parent's opposite slot; then the parent is passed
   *
   * `a ^ ((a ^ b) & mask)` is b where the mask is −1 and a where it is 0.
   */
  private splayFast(node: number, depth: number): void {
    const nodes = this.nodes;
    const onPath = slotPath.slots;
    let smaller = nodes[node + LEFT] as number;
    let larger = nodes[node + RIGHT] as number;
    let zigZags = 0;
    let at = depth - 1;
    for (; at >= 1; at -= 2) {
      const parentSlot = onPath[at] as number;
      const grandSlot = onPath[at - 1] as number;
      const parent = parentSlot & -4;
      const grandparent = grandSlot & -4;
      const parentIsSmaller = (LEFT - (parentSlot & 3)) | 0; // masks: −1 where the way down went right
      const grandIsSmaller = (LEFT - (grandSlot & 3)) | 0;
      const isZigZag = parentIsSmaller ^ grandIsSmaller;
      zigZags -= isZigZag;

      const opposite = nodes[parentSlot ^ 3] as number;
      const carried = larger ^ ((smaller ^ larger) & grandIsSmaller);
      nodes[grandSlot] = opposite ^ ((opposite ^ carried) & isZigZag);
      nodes[parentSlot ^ 3] = grandparent ^ ((grandparent ^ opposite) & isZigZag);
      const exchange = (carried ^ grandparent) & isZigZag;
      smaller ^= exchange & grandIsSmaller;
      larger ^= exchange & ~grandIsSmaller;

      const carriedNext = larger ^ ((smaller ^ larger) & parentIsSmaller);
      nodes[parentSlot] = carriedNext;
      smaller ^= (carriedNext ^ parent) & parentIsSmaller;
      larger ^= (carriedNext ^ parent) & ~parentIsSmaller;
    }
    if (at === 0) {
      const slot = onPath[0] as number;
      if ((slot & 3) === LEFT) {
        nodes[slot] = larger;
        larger = slot & -4;
      } else {
        nodes[slot] = smaller;
        smaller = slot & -4;
      }
    }
    nodes[node + LEFT] = smaller;
    nodes[node + RIGHT] = larger;
    this.root = node;
    const tallies = this.tallies;
    tallies[ROTATIONS] = (tallies[ROTATIONS] as number) + depth;
    tallies[ZIG] = (tallies[ZIG] as number) + (depth & 1);
    tallies[ZIG_ZIG] = (tallies[ZIG_ZIG] as number) + (depth >> 1) - zigZags;
    tallies[ZIG_ZAG] = (tallies[ZIG_ZAG] as number) + zigZags;
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
