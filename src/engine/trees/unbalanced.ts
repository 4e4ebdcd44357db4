import { BinaryTree } from './binary-tree.ts';
import { codeLine, linkLine, searchCode, unlinkCode } from './code.ts';
import { linkLeaf, removeNode } from './edit.ts';
import * as layout from './layout.ts';
import { path, walk, walkFound } from './path.ts';
import type { TreeOperation, TreeStep } from './step.ts';
import type { CodeLine, Tree, TreeKind } from './tree.ts';

const { KEY, LEFT, RIGHT, OPERATIONS, NODES_VISITED } = layout;

/** The plain binary search tree: its shape is the order of the insertions. The yardsticks build on it. */
export class UnbalancedTree extends BinaryTree implements Tree {
  get kind(): string {
    return 'unbalanced';
  }

  get counts(): boolean {
    return false;
  }

  access(key: number, steps?: TreeStep[]): number {
    if (steps !== undefined) return this.accessInSteps('access', key, steps);
    const nodes = this.nodes;
    let node = this.root;
    let visited = 0;
    while (node !== 0) {
      visited++;
      const nodeKey = nodes[node + KEY] as number;
      if (nodeKey === key) break;
      const left = nodes[node + LEFT] as number;
      const right = nodes[node + RIGHT] as number;
      node = left ^ ((left ^ right) & -Number(key > nodeKey)); // no branch to predict wrongly
    }
    if (node === 0) return this.accessInSteps('access', key, undefined);
    const tallies = this.tallies;
    tallies[OPERATIONS] = (tallies[OPERATIONS] as number) + 1;
    tallies[NODES_VISITED] = (tallies[NODES_VISITED] as number) + visited;
    return visited;
  }

  find(key: number, steps?: TreeStep[]): boolean {
    return walkFound(this, key, walk(this, 'find', key, steps));
  }

  insert(key: number, steps?: TreeStep[]): boolean {
    const before = this.size;
    if (steps === undefined) this.access(key);
    else this.accessInSteps('insert', key, steps);
    return this.size > before;
  }

  /** With two children the in-order successor takes the place (Hibbard 1962). */
  delete(key: number, steps?: TreeStep[]): boolean {
    const visited = walk(this, 'delete', key, steps);
    if (!walkFound(this, key, visited)) return false;
    const parent = visited > 1 ? (path.nodes[visited - 2] as number) : 0;
    removeNode(this, parent, path.nodes[visited - 1] as number, steps);
    return true;
  }

  private accessInSteps(operation: TreeOperation, key: number, steps: TreeStep[] | undefined): number {
    const visited = walk(this, operation, key, steps);
    if (!walkFound(this, key, visited)) linkLeaf(this, key, visited, steps);
    return visited;
  }
}

export const unbalancedCode: readonly CodeLine[] = [
  ...searchCode,
  codeLine(0, 0, 'access(key)'),
  codeLine(1, 1, 'node = search(key)'),
  linkLine,
  codeLine(0, 0, 'delete(key)'),
  codeLine(1, 1, 'node = search(key)'),
  ...unlinkCode('heir = the smallest key below node.right'),
];

export const unbalancedKind: TreeKind = {
  kind: 'unbalanced',
  name: 'Binary search tree',
  description: 'Never rotates: its shape is the order in which the keys came.',
  source: 'Hibbard 1962',
  parameters: [],
  counts: false,
  accessLemma: false,
  maxKeys: null,
  decides: 'none',
  code: unbalancedCode,
  create: () => new UnbalancedTree(),
};
