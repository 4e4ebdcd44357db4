import { codeLine, linkLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import { rotateStep } from './edit.ts';
import { ZIG } from './layout.ts';
import { path } from './path.ts';
import { ShapeTree } from './shape-tree.ts';
import type { TreeStep } from './step.ts';
import type { CodeLine, TreeKind } from './tree.ts';

/**
 * Move to root (Allen and Munro 1978): single rotations all the way, the wrong order. It brings every key to the root as
 * splaying does, but leaves a deep path as deep as it was.
 */
export class MoveToRootTree extends ShapeTree {
  get kind(): string {
    return 'move-to-root';
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
