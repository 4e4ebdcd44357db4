import { codeLine, linkLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import { rotateStep } from './edit.ts';
import * as layout from './layout.ts';
import { path } from './path.ts';
import { ShapeTree } from './shape-tree.ts';
import type { TreeStep } from './step.ts';
import type { CodeLine, TreeKind } from './tree.ts';

const { KEY, LEFT, RIGHT, OPERATIONS, NODES_VISITED, ROTATIONS, ZIG } = layout;

/**
 * Move to root (Allen and Munro 1978): single rotations all the way, the wrong order. It brings every key to the root as
 * splaying does, but leaves a deep path as deep as it was.
 */
export class MoveToRootTree extends ShapeTree {
  get kind(): string {
    return 'move-to-root';
  }

  access(key: number, steps?: TreeStep[]): number {
    if (steps !== undefined) return this.accessBySteps('access', key, steps);
    // All rotations in one pass on the way down: what is left behind hangs, in order, to the left or right of the key.
    // The two ends so far are slots; those of no node serve as the first ones and are given back clean.
    let nodes = this.nodes;
    let smaller = LEFT;
    let larger = RIGHT;
    let node = this.root;
    let depth = 0;
    while (node !== 0) {
      const nodeKey = nodes[node + KEY] as number;
      if (nodeKey === key) break;
      depth++;
      if (key > nodeKey) {
        nodes[smaller] = node;
        smaller = node + RIGHT;
        node = nodes[smaller] as number;
      } else {
        nodes[larger] = node;
        larger = node + LEFT;
        node = nodes[larger] as number;
      }
    }
    const visited = depth + Number(node !== 0);
    if (node === 0) {
      node = this.allocate(key);
      nodes = this.nodes;
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
