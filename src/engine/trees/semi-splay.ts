import { codeLine, linkLine, mirrorLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import { rotateStep } from './edit.ts';
import * as layout from './layout.ts';
import { path } from './path.ts';
import { ShapeTree } from './shape-tree.ts';
import { reserveSlots, slotPath } from './slot-path.ts';
import type { TreeStep } from './step.ts';
import type { CodeLine, TreeKind } from './tree.ts';

const { KEY, LEFT, RIGHT, OPERATIONS, NODES_VISITED, ROTATIONS, ZIG_ZIG, ZIG_ZAG } = layout;

/**
 * Semi-splaying, bottom-up (Sleator and Tarjan 1985, section 5): a zig-zig rotates only the grandparent's edge and goes
 * on from the parent, so that a path is halved for about half the rotations and the key stays on the way. What is left
 * when the parent is the root, a lone edge, is not worth a rotation: a zig there would cost half a rotation an access
 * more, for paths no shorter.
 */
class SemiSplayTree extends ShapeTree {
  get kind(): string {
    return 'semi-splay';
  }

  access(key: number, steps?: TreeStep[]): number {
    if (steps !== undefined) return this.accessBySteps('access', key, steps);
    reserveSlots(this.size);
    const onPath = slotPath.slots;
    let nodes = this.nodes;
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
      node = left ^ ((left ^ right) & (-isRight | 0)); // no branch to predict wrongly
    }
    const tallies = this.tallies;
    tallies[OPERATIONS] = (tallies[OPERATIONS] as number) + 1;
    tallies[NODES_VISITED] = (tallies[NODES_VISITED] as number) + visited;
    if (node === 0) {
      node = this.allocate(key);
      nodes = this.nodes;
      if (depth === 0) this.root = node;
      else nodes[onPath[depth - 1] as number] = node;
    }
    this.raiseFast(node, depth);
    return visited;
  }

  /** raise() of a whole path, given as the slots followed, without intermediate trees; the top end hangs already. */
  private raiseFast(accessed: number, depth: number): void {
    const nodes = this.nodes;
    const onPath = slotPath.slots;
    let node = accessed;
    let zigZigs = 0;
    for (let at = depth - 1; at >= 1; at -= 2) {
      const parentSlot = onPath[at] as number;
      const grandSlot = onPath[at - 1] as number;
      const parent = parentSlot & -4;
      const grandparent = grandSlot & -4;
      const toParent = parentSlot & 3;
      const toGrand = grandSlot & 3;
      if (toParent === toGrand) {
        zigZigs++;
        nodes[grandSlot] = nodes[parentSlot ^ 3] as number;
        nodes[parentSlot ^ 3] = grandparent;
        node = parent;
      } else {
        // The parent takes the node's child on the side it comes to hang on, and so does the grandparent.
        nodes[parentSlot] = nodes[node + toGrand] as number;
        nodes[grandSlot] = nodes[node + toParent] as number;
        nodes[node + toGrand] = parent;
        nodes[node + toParent] = grandparent;
      }
      if (at >= 2) nodes[onPath[at - 2] as number] = node;
      else this.root = node;
    }
    const pairs = depth >> 1;
    const tallies = this.tallies;
    tallies[ROTATIONS] = (tallies[ROTATIONS] as number) + 2 * pairs - zigZigs;
    tallies[ZIG_ZIG] = (tallies[ZIG_ZIG] as number) + zigZigs;
    tallies[ZIG_ZAG] = (tallies[ZIG_ZAG] as number) + pairs - zigZigs;
  }

  protected raise(depth: number, top: number, above: number, steps: TreeStep[] | undefined): void {
    let at = depth;
    let node = path.nodes[at] as number;
    for (; at - top >= 2; at -= 2) {
      const parent = path.nodes[at - 1] as number;
      const grandparent = path.nodes[at - 2] as number;
      const great = at - 2 > top ? (path.nodes[at - 3] as number) : above;
      if (this.sideOf(parent, node) === this.sideOf(grandparent, parent)) {
        this.decide(ZIG_ZIG, grandparent, parent, steps);
        rotateStep(this, great, grandparent, parent, steps);
        node = parent;
      } else {
        this.decide(ZIG_ZAG, grandparent, parent, steps);
        rotateStep(this, grandparent, parent, node, steps);
        rotateStep(this, great, grandparent, node, steps);
      }
    }
  }
}

const code: readonly CodeLine[] = [
  ...searchCode,
  codeLine(0, 0, 'access(key)'),
  codeLine(1, 1, 'node = search(key)'),
  linkLine,
  codeLine(1, 1, 'semiSplay(node)'),
  codeLine(0, 0, 'semiSplay(node)'),
  codeLine(1, 1, 'until node or its parent is the root'),
  codeLine(1, 2, 'parent = node.parent; grandparent = parent.parent', 'weigh'),
  codeLine(0, 2, 'if node and parent are children on the same side: zig-zig', 'zig-zig'),
  ...rotationCode(3, 'parent', 'grandparent', 'rotate:zig-zig:1', false),
  codeLine(1, 3, 'node = parent: go on from the parent'),
  codeLine(0, 2, 'else: zig-zag', 'zig-zag'),
  ...rotationCode(3, 'node', 'parent', 'rotate:zig-zag:1', false),
  ...rotationCode(3, 'node', 'grandparent', 'rotate:zig-zag:2', false),
  mirrorLine,
  codeLine(0, 0, 'delete(key)'),
  codeLine(1, 1, 'node = search(key); semiSplay(node)'),
  ...unlinkCode('heir = the largest key below node.left; semiSplay(heir) within node.left'),
];

export const semiSplayKind: TreeKind = {
  kind: 'semi-splay',
  name: 'Semi-splay tree',
  description: 'Halves every accessed path with half a splay’s rotations in a zig-zig and keeps no counts.',
  source: 'Sleator and Tarjan 1985, section 5',
  parameters: [],
  counts: false,
  accessLemma: true,
  maxKeys: null,
  decides: 'shape',
  code,
  create: () => new SemiSplayTree(),
};
