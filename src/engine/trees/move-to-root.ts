import { codeLine, linkLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import { rotateStep } from './edit.ts';
import * as layout from './layout.ts';
import { path } from './path.ts';
import { ShapeTree } from './shape-tree.ts';
import { reserveSlots, slotPath } from './slot-path.ts';
import type { TreeStep } from './step.ts';
import type { CodeLine, TreeKind } from './tree.ts';

const { KEY, LEFT, RIGHT, OPERATIONS, NODES_VISITED, ROTATIONS, ZIG } = layout;

/**
 * Move to root (Allen and Munro 1978): single rotations all the way, the wrong order. It brings every key to the root as
 * splaying does, but leaves a deep path as deep as it was.
 */
class MoveToRootTree extends ShapeTree {
  get kind(): string {
    return 'move-to-root';
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
    if (node === 0) {
      node = this.allocate(key);
      nodes = this.nodes;
    }
    // All rotations at once: what lies above the key hangs, in order, to its left or right. The two lower ends so far are
    // slots; those of no node serve as the first ones and are given back clean.
    let smaller = LEFT;
    let larger = RIGHT;
    for (let i = 0; i < depth; i++) {
      const slot = onPath[i] as number;
      const isSmaller = (LEFT - (slot & 3)) | 0; // a mask: −1 where the way down went right
      nodes[larger ^ ((larger ^ smaller) & isSmaller)] = slot & -4;
      smaller ^= (smaller ^ slot) & isSmaller;
      larger ^= (larger ^ slot) & ~isSmaller;
    }
    nodes[smaller] = nodes[node + LEFT] as number;
    nodes[larger] = nodes[node + RIGHT] as number;
    nodes[node + LEFT] = nodes[LEFT] as number;
    nodes[node + RIGHT] = nodes[RIGHT] as number;
    nodes[LEFT] = 0;
    nodes[RIGHT] = 0;
    this.root = node;
    const tallies = this.tallies;
    tallies[OPERATIONS] = (tallies[OPERATIONS] as number) + 1;
    tallies[NODES_VISITED] = (tallies[NODES_VISITED] as number) + visited;
    tallies[ROTATIONS] = (tallies[ROTATIONS] as number) + depth;
    tallies[ZIG] = (tallies[ZIG] as number) + depth;
    return visited;
  }

  protected raise(depth: number, top: number, above: number, steps: TreeStep[] | undefined): void {
    const node = path.nodes[depth] as number;
    for (let at = depth - 1; at >= top; at--) {
      const parent = path.nodes[at] as number;
      this.decide(ZIG, parent, node, steps);
      rotateStep(this, at > top ? (path.nodes[at - 1] as number) : above, parent, node, steps);
    }
  }
}

const code: readonly CodeLine[] = [
  ...searchCode,
  codeLine(0, 0, 'access(key)'),
  codeLine(1, 1, 'node = search(key)'),
  linkLine,
  codeLine(1, 1, 'moveToRoot(node)'),
  codeLine(0, 0, 'moveToRoot(node)'),
  codeLine(1, 1, 'until node is the root'),
  codeLine(1, 2, 'parent = node.parent', 'weigh'),
  codeLine(0, 2, 'zig, whatever lies above', 'zig'),
  ...rotationCode(3, 'node', 'parent', 'rotate:zig', false),
  codeLine(1, 2, 'for a right child the same, left and right exchanged'),
  codeLine(0, 0, 'delete(key)'),
  codeLine(1, 1, 'node = search(key); moveToRoot(node)'),
  ...unlinkCode('heir = the largest key below node.left; move it to the top of node.left'),
];

export const moveToRootKind: TreeKind = {
  kind: 'move-to-root',
  name: 'Move to root',
  description: 'Rotates every accessed key to the root in single steps, which leaves deep paths deep.',
  source: 'Allen and Munro 1978',
  parameters: [],
  counts: false,
  accessLemma: false,
  maxKeys: null,
  decides: 'shape',
  code,
  create: () => new MoveToRootTree(),
};
