import { BinaryTree } from './binary-tree.ts';
import { layOutInBlocks } from './block-layout.ts';
import { codeLine, linkLine, rotationCode, searchCode, unlinkCode } from './code.ts';
import { linkLeaf, replaceKey, rotateStep, unlinkNode } from './edit.ts';
import * as layout from './layout.ts';
import { path, reservePath, walk, walkFound } from './path.ts';
import type { RotationCase, RotationDecision, TreeOperation, TreeStep } from './step.ts';
import type { CodeLine, Tree, TreeKind } from './tree.ts';

const { KEY, LEFT, RIGHT, TOTAL, OPERATIONS, NODES_VISITED, ZIG, ZIG_ZAG } = layout;

/** From this many nodes (256 KiB) on, where nodes lie in memory decides the speed. */
const BLOCKS_FROM = 1 << 14;

/**
 * The lazy counting-based splay tree (paper B, Tables 1 and 2; the tree itself is the lazy CBTree of Afek et al. 2012).
 *
 * Every access counts first, all the way down, and then weighs pairs (parent, child on the key's path) bottom-up:
 * only the lowest pair for a key found near the root, every pair for a new key or one found at depth ≥ 2·log₂ n.
 * Table 1 counts after the recursive call; there a rotation below moves the target out of the counted subtree and the
 * totals drift, so counting first is the reading that keeps Table 2's sums.
 */
export class LazyCountingTree extends BinaryTree implements Tree {
  /** Operations done when the nodes were last laid out in blocks. */
  laidOutAt = 0;

  get kind(): string {
    return 'lazy-counting';
  }

  get counts(): boolean {
    return true;
  }

  access(key: number, steps?: TreeStep[]): number {
    if (steps !== undefined) return this.accessInSteps('access', key, steps);
    // Fast path: what accessInSteps does, in one pass. An access always ends at the key, found or new, so the counting
    // can be done on the way down. The side is chosen by a mask instead of a branch: in a tree that adapts to its
    // accesses every comparison is a coin toss, and a branch predictor loses half of them.
    const nodes = this.nodes;
    let parent = 0;
    let node = this.root;
    let rightward = 0; // −1 if the last step went right, else 0
    let visited = 0;
    while (node !== 0) {
      visited++;
      nodes[node + TOTAL] = (nodes[node + TOTAL] as number) + 1;
      const nodeKey = nodes[node + KEY] as number;
      if (nodeKey === key) break;
      const left = nodes[node + LEFT] as number;
      const right = nodes[node + RIGHT] as number;
      rightward = -Number(key > nodeKey) | 0;
      parent = node;
      node = left ^ ((left ^ right) & rightward);
    }
    const tallies = this.tallies;
    tallies[OPERATIONS] = (tallies[OPERATIONS] as number) + 1;
    tallies[NODES_VISITED] = (tallies[NODES_VISITED] as number) + visited;
    if (node !== 0) {
      // Weigh the lowest pair as rebalance() does; rotations are rare, about one in a hundred accesses.
      const left = nodes[node + LEFT] as number;
      const right = nodes[node + RIGHT] as number;
      const total = nodes[node + TOTAL] as number;
      const inner = nodes[(right ^ ((left ^ right) & rightward)) + TOTAL] as number;
      const sibling = (nodes[parent + TOTAL] as number) - total;
      if (inner < sibling && total - inner <= sibling && !isTooDeep(visited - 1, this.size)) return visited;
      if (parent === 0) return visited;
    }
    this.finishAccess(key, node, visited);
    return visited;
  }

  /** The rare end of an access that has counted its way down: a new key (`node` 0), one too deep, or a rotation. */
  private finishAccess(key: number, node: number, visited: number): void {
    this.retrace(key);
    if (node === 0) {
      const leaf = linkLeaf(this, key, visited, undefined);
      this.nodes[leaf + TOTAL] = 1;
      this.rebalancePath(visited, 0, undefined);
    } else {
      const depth = visited - 1;
      this.rebalancePath(depth, isTooDeep(depth, this.size) ? 0 : depth - 1, undefined);
    }
    // Rotations are so rare that an order of the nodes in memory lasts: renewed whenever the number of operations has
    // doubled, it costs next to nothing in the long run (at 2²⁰ nodes a quarter of a second each time).
    const operations = this.tallies[OPERATIONS] as number;
    if (this.size >= BLOCKS_FROM && operations >= Math.max(this.size, 2 * this.laidOutAt)) {
      this.laidOutAt = operations;
      layOutInBlocks(this);
    }
  }

  /** A key that is absent is counted nowhere: there is no node whose subtree the access would belong to. */
  find(key: number, steps?: TreeStep[]): boolean {
    if (this.nodeOf(key) === 0) {
      walk(this, 'find', key, steps);
      return false;
    }
    if (steps === undefined) this.access(key);
    else this.accessInSteps('find', key, steps);
    return true;
  }

  insert(key: number, steps?: TreeStep[]): boolean {
    const before = this.size;
    if (steps === undefined) this.access(key);
    else this.accessInSteps('insert', key, steps);
    return this.size > before;
  }

  /**
   * The paper defines no deletion. The node's own accesses leave the counts of its ancestors; with two children its
   * in-order successor takes its place and keeps its own count.
   */
  delete(key: number, steps?: TreeStep[]): boolean {
    const visited = walk(this, 'delete', key, steps);
    if (!walkFound(this, key, visited)) return false;
    const node = path.nodes[visited - 1] as number;
    let parent = visited > 1 ? (path.nodes[visited - 2] as number) : 0;
    const self = this.selfAt(node);
    for (let i = 0; i < visited; i++) this.count(path.nodes[i] as number, key, -self, steps);
    let leaving = node;
    if (this.leftAt(node) !== 0 && this.rightAt(node) !== 0) {
      let heir = this.rightAt(node);
      while (this.leftAt(heir) !== 0) heir = this.leftAt(heir);
      const heirKey = this.keyAt(heir);
      const heirSelf = this.selfAt(heir);
      parent = node;
      for (let between = this.rightAt(node); ; between = this.leftAt(between)) {
        this.count(between, heirKey, -heirSelf, steps);
        if (between === heir) break;
        parent = between;
      }
      replaceKey(this, node, heir, steps);
      leaving = heir;
    }
    unlinkNode(this, parent, leaving, steps);
    return true;
  }

  /** The access in single steps: walk, link where absent, count, then decide. Returns nodes visited. */
  private accessInSteps(operation: TreeOperation, key: number, steps: TreeStep[]): number {
    const visited = walk(this, operation, key, steps);
    const found = walkFound(this, key, visited);
    if (!found) linkLeaf(this, key, visited, steps);
    const depth = found ? visited - 1 : visited;
    for (let i = 0; i <= depth; i++) this.count(path.nodes[i] as number, key, 1, steps);
    const everyPair = !found || isTooDeep(depth, this.size);
    this.rebalancePath(depth, everyPair ? 0 : Math.max(depth - 1, 0), steps);
    return visited;
  }

  /** Leaves the path to a key in the scratch space, without visiting anything a second time as far as totals go. */
  private retrace(key: number): void {
    reservePath(this);
    let depth = 0;
    for (let node = this.root; node !== 0; node = this.childToward(node, key)) {
      path.nodes[depth++] = node;
      if (this.keyAt(node) === key) return;
    }
  }

  /** Adds to a node's count for an access to `key`: to its own, or to that of the side the key lies on. */
  private count(node: number, key: number, amount: number, steps: TreeStep[] | undefined): void {
    const nodeKey = this.keyAt(node);
    const counter = key === nodeKey ? 'self' : key < nodeKey ? 'left' : 'right';
    steps?.push({ kind: 'count', node, nodeKey, counter, amount });
    this.nodes[node + TOTAL] = this.totalAt(node) + amount;
  }

  /** Weighs the pairs of the path bottom-up, the last with a parent at depth `highest`. Each pair once. */
  private rebalancePath(depth: number, highest: number, steps: TreeStep[] | undefined): void {
    let child = path.nodes[depth] as number;
    for (let i = depth - 1; i >= highest; i--) {
      const grandparent = i > 0 ? (path.nodes[i - 1] as number) : 0;
      child = this.rebalance(grandparent, path.nodes[i] as number, child, steps);
    }
  }

  /** Paper B, Table 2, and its mirror image. Returns the node now on top of the pair. */
  private rebalance(
    grandparent: number,
    parent: number,
    child: number,
    steps: TreeStep[] | undefined,
  ): number {
    const nodes = this.nodes;
    const innerNode = nodes[child + (nodes[parent + LEFT] === child ? RIGHT : LEFT)] as number;
    const childTotal = nodes[child + TOTAL] as number;
    const sibling = (nodes[parent + TOTAL] as number) - childTotal; // parent.self + parent.(other side)
    const inner = nodes[innerNode + TOTAL] as number;
    const outer = childTotal - inner; // child.self + child.(far side)
    if (inner >= sibling) {
      // sibling ≥ 1, as every node was accessed or starts with a count: the inner node exists
      this.decide('zig-zag', parent, child, innerNode, inner, outer, sibling, steps);
      rotateStep(this, parent, child, innerNode, steps);
      rotateStep(this, grandparent, parent, innerNode, steps);
      return innerNode;
    }
    if (outer > sibling) {
      this.decide('zig', parent, child, innerNode, inner, outer, sibling, steps);
      rotateStep(this, grandparent, parent, child, steps);
      return child;
    }
    if (steps !== undefined) this.decide('none', parent, child, innerNode, inner, outer, sibling, steps);
    return parent;
  }

  private decide(
    verdict: Exclude<RotationCase, 'zig-zig'>,
    parent: number,
    child: number,
    innerNode: number,
    inner: number,
    outer: number,
    sibling: number,
    steps: TreeStep[] | undefined,
  ): void {
    const before = this.lastRotation;
    const parentKey = this.keyAt(parent);
    const childKey = this.keyAt(child);
    if (verdict !== 'none') {
      const tally = verdict === 'zig' ? ZIG : ZIG_ZAG;
      this.tallies[tally] = (this.tallies[tally] as number) + 1;
      const operation = this.tallies[OPERATIONS] as number;
      const innerKey = innerNode === 0 ? null : this.keyAt(innerNode);
      const after: RotationDecision = {
        operation,
        case: verdict,
        parentKey,
        childKey,
        innerKey,
        inner,
        outer,
        sibling,
      };
      this.lastRotation = after;
    }
    steps?.push({
      kind: 'decide',
      case: verdict,
      parent,
      parentKey,
      child,
      childKey,
      operands: { inner, outer, sibling },
      potential: null,
      before,
      after: this.lastRotation,
    });
  }
}

/**
 * Whether a key found at this depth is at or beyond 2·log₂ n, that is 2^depth ≥ n² (paper B, Table 1's "≥"; Figure 2's
 * text says ">"). In integers, exact for n < 2²⁶: with b = ⌊log₂ n⌋ only depths 2b and 2b + 1 need the product.
 */
export function isTooDeep(depth: number, size: number): boolean {
  const bits = 31 - Math.clz32(size);
  if (depth < 2 * bits) return false;
  if (depth > 2 * bits + 1) return true;
  const power = (1 << bits) * (1 << bits) * (depth - 2 * bits + 1);
  return power >= size * size;
}

const code: readonly CodeLine[] = [
  ...searchCode,
  codeLine(0, 0, 'access(key)'),
  codeLine(1, 1, 'node = search(key)'),
  linkLine,
  codeLine(1, 1, 'node.self += 1; every node above: the count of the side it was left by += 1', 'count'),
  codeLine(1, 1, 'if node is new, or its depth ≥ 2 · log₂ n: rebalance every pair up to the root'),
  codeLine(1, 1, 'else: rebalance(node.parent, node) only'),
  codeLine(0, 0, 'rebalance(parent, node)'),
  codeLine(1, 1, 'outer = node.self + node.outer', 'weigh'),
  codeLine(1, 1, 'inner = node.inner', 'weigh'),
  codeLine(1, 1, 'sibling = parent.self + parent.sibling', 'weigh'),
  codeLine(0, 1, 'if inner ≥ sibling: zig-zag', 'zig-zag'),
  ...rotationCode(2, 'innerChild', 'node', 'rotate:zig-zag:1', true),
  ...rotationCode(2, 'innerChild', 'parent', 'rotate:zig-zag:2', true),
  codeLine(0, 1, 'else if outer > sibling: zig', 'zig'),
  ...rotationCode(2, 'node', 'parent', 'rotate:zig', true),
  codeLine(0, 1, 'else: leave the tree alone', 'none'),
  codeLine(1, 1, 'for a right child the same, left and right exchanged'),
  codeLine(0, 0, 'delete(key)'),
  codeLine(1, 1, 'node = search(key)'),
  codeLine(
    1,
    1,
    'take node.self off its count and off every count above (later the same for heir.self)',
    'uncount',
  ),
  ...unlinkCode('heir = the smallest key below node.right'),
];

export const lazyCountingKind: TreeKind = {
  kind: 'lazy-counting',
  name: 'Lazy counting splay tree',
  description: 'Counts accesses in every node and rotates only where the counts say that it pays.',
  source: 'Paper B, Tables 1 and 2; Afek et al. 2012',
  parameters: [],
  counts: true,
  accessLemma: false,
  maxKeys: null,
  decides: 'counts',
  code,
  create: () => new LazyCountingTree(),
};
