import { BinaryTree } from './binary-tree.ts';
import { decayWhenDue } from './decay.ts';
import { linkLeaf, removeNode } from './edit.ts';
import { LEFT, RIGHT, TOTAL } from './layout.ts';
import { path, reservePath, walk, walkFound } from './path.ts';
import type { TreeOperation, TreeStep } from './step.ts';
import type { Tree } from './tree.ts';

/** What the trees that count their accesses share: counting, finding, deleting and forgetting. They differ in decisions. */
export abstract class CountingTree extends BinaryTree implements Tree {
  /** Operations between two halvings of all counts, 0 = never. */
  decayEvery = 0;

  get counts(): boolean {
    return true;
  }

  abstract access(key: number, steps?: TreeStep[]): number;

  /** The access in single steps, with or without writing them down, counts halved where due. Returns nodes visited. */
  protected abstract accessBySteps(
    operation: TreeOperation,
    key: number,
    steps: TreeStep[] | undefined,
  ): number;

  /** A key that is absent is counted nowhere: there is no node whose subtree the access would belong to. */
  find(key: number, steps?: TreeStep[]): boolean {
    if (this.nodeOf(key) === 0) {
      walk(this, 'find', key, steps);
      decayWhenDue(this, this.decayEvery, steps);
      return false;
    }
    if (steps === undefined) this.access(key);
    else this.accessBySteps('find', key, steps);
    return true;
  }

  insert(key: number, steps?: TreeStep[]): boolean {
    const before = this.size;
    if (steps === undefined) this.access(key);
    else this.accessBySteps('insert', key, steps);
    return this.size > before;
  }

  /**
   * The papers define no deletion. The node's own accesses leave the counts of its ancestors; with two children its
   * in-order successor takes its place and keeps its own count.
   */
  delete(key: number, steps?: TreeStep[]): boolean {
    const visited = walk(this, 'delete', key, steps);
    const found = walkFound(this, key, visited);
    if (found) {
      const node = path.nodes[visited - 1] as number;
      const self = this.selfAt(node);
      for (let i = 0; i < visited; i++) this.count(path.nodes[i] as number, key, -self, steps);
      if (this.leftAt(node) !== 0 && this.rightAt(node) !== 0) this.discountHeir(node, steps);
      removeNode(this, visited > 1 ? (path.nodes[visited - 2] as number) : 0, node, steps);
    }
    decayWhenDue(this, this.decayEvery, steps);
    return found;
  }

  /** The heir's own accesses move to the node whose place it takes: they leave the counts in between, and its own. */
  private discountHeir(node: number, steps: TreeStep[] | undefined): void {
    let heir = this.rightAt(node);
    while (this.leftAt(heir) !== 0) heir = this.leftAt(heir);
    const heirKey = this.keyAt(heir);
    const heirSelf = this.selfAt(heir);
    for (let between = this.rightAt(node); between !== 0; between = this.leftAt(between)) {
      this.count(between, heirKey, -heirSelf, steps);
    }
  }

  /** Adds to a node's count for an access to `key`: to its own, or to that of the side the key lies on. */
  protected count(node: number, key: number, amount: number, steps: TreeStep[] | undefined): void {
    if (steps !== undefined) {
      const nodeKey = this.keyAt(node);
      const counter = key === nodeKey ? 'self' : key < nodeKey ? 'left' : 'right';
      steps.push({ kind: 'count', node, nodeKey, counter, amount });
    }
    this.nodes[node + TOTAL] = this.totalAt(node) + amount;
  }

  /** Walks to the key, links it where absent, and leaves the way to it in `path`. Returns nodes visited. */
  protected reach(operation: TreeOperation, key: number, steps: TreeStep[] | undefined): number {
    const visited = walk(this, operation, key, steps);
    if (!walkFound(this, key, visited)) linkLeaf(this, key, visited, steps);
    return visited;
  }

  /** Leaves the path to a key in the scratch space without visiting anything as far as totals go. Returns its depth. */
  protected retrace(key: number): number {
    reservePath(this);
    const nodes = this.nodes;
    const onPath = path.nodes;
    let depth = 0;
    let node = this.root;
    while (node !== 0) {
      onPath[depth] = node;
      const nodeKey = this.keyAt(node);
      if (nodeKey === key) return depth;
      depth++;
      node = nodes[node + (key < nodeKey ? LEFT : RIGHT)] as number;
    }
    return depth;
  }
}
