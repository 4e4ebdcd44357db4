import { codeLine, linkLine, mirrorLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import { rotateStep } from './edit.ts';
import { ZIG_ZAG, ZIG_ZIG } from './layout.ts';
import { path } from './path.ts';
import { ShapeTree } from './shape-tree.ts';
import type { TreeStep } from './step.ts';
import type { CodeLine, TreeKind } from './tree.ts';

/**
 * Semi-splaying, bottom-up (Sleator and Tarjan 1985, section 5): a zig-zig rotates only the grandparent's edge and goes
 * on from the parent, so that a path is halved for about half the rotations and the key stays on the way. What is left
 * when the parent is the root, a lone edge, is not worth a rotation: a zig there would cost half a rotation an access
 * more, for paths no shorter.
 */
export class SemiSplayTree extends ShapeTree {
  get kind(): string {
    return 'semi-splay';
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
