import type { Digest } from '../../base/clone.ts';
import { BLOCKS_FROM, layOutInBlocks } from './block-layout.ts';
import { CountingTree } from './counting-tree.ts';
import { decayWhenDue } from './decay.ts';
import { isDeeperThan, isTooDeep } from './depth-limit.ts';
import { linkLeaf, rotateStep } from './edit.ts';
import * as layout from './layout.ts';
import { lazyCountingCode } from './lazy-counting-code.ts';
import { countFirst, mirror, strict, threshold } from './lazy-counting-parameters.ts';
import { decayParameter, settingOf } from './parameters.ts';
import { path } from './path.ts';
import type { RotationCase, RotationDecision, TreeOperation, TreeStep } from './step.ts';
import type { TreeKind, TreeParameters } from './tree.ts';

const { KEY, LEFT, RIGHT, TOTAL, OPERATIONS, NODES_VISITED, ZIG, ZIG_ZAG } = layout;

/**
 * The lazy counting-based splay tree (paper B, Tables 1 and 2; the tree itself is the lazy CBTree of Afek et al. 2012).
 *
 * Every access counts first, all the way down, and then weighs pairs (parent, child on the key's path) bottom-up:
 * only the lowest pair for a key found near the root, every pair for a new key or one found at depth ≥ 2·log₂ n.
 * Table 1 counts after the recursive call; there a rotation below moves the target out of the counted subtree and the
 * totals drift, so counting first is the reading that keeps Table 2's sums.
 */
export class LazyCountingTree extends CountingTree {
  /** Operations done when the nodes were last laid out in blocks. */
  laidOutAt = 0;
  threshold: number;
  strict: boolean;
  mirror: boolean;
  countFirst: boolean;
  /** Whether any setting is not the default: then every access goes the long way. */
  isVariant: boolean;

  constructor(values?: TreeParameters) {
    super();
    this.decayEvery = settingOf(values, decayParameter);
    this.threshold = settingOf(values, threshold);
    this.strict = settingOf(values, strict) === 1;
    this.mirror = settingOf(values, mirror) === 1;
    this.countFirst = settingOf(values, countFirst) === 1;
    this.isVariant = lazyCountingKind.parameters.some(
      (parameter) => settingOf(values, parameter) !== parameter.default,
    );
  }

  get kind(): string {
    return 'lazy-counting';
  }

  access(key: number, steps?: TreeStep[]): number {
    if (steps !== undefined || this.isVariant) return this.accessBySteps('access', key, steps);
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

  protected accessBySteps(operation: TreeOperation, key: number, steps: TreeStep[] | undefined): number {
    const sizeBefore = this.size;
    const visited = this.reach(operation, key, steps);
    const isNew = this.size > sizeBefore;
    const depth = isNew ? visited : visited - 1;
    if (this.countFirst) this.countPath(depth, key, steps);
    const everyPair = isNew || this.isTooDeep(depth);
    this.rebalancePath(depth, everyPair ? 0 : Math.max(depth - 1, 0), steps);
    if (!this.countFirst) this.countPath(this.retrace(key), key, steps);
    decayWhenDue(this, this.decayEvery, steps);
    return visited;
  }

  private countPath(depth: number, key: number, steps: TreeStep[] | undefined): void {
    for (let i = 0; i <= depth; i++) this.count(path.nodes[i] as number, key, 1, steps);
  }

  private isTooDeep(depth: number): boolean {
    return this.isVariant
      ? isDeeperThan(depth, this.size, this.threshold, this.strict)
      : isTooDeep(depth, this.size);
  }

  override hashInto(digest: Digest): void {
    super.hashInto(digest);
    if (!this.isVariant) return;
    digest.add([this.decayEvery, this.threshold, this.strict, this.mirror, this.countFirst]);
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
    if (!this.mirror && nodes[parent + RIGHT] === child) {
      this.leaveRightChild(parent, child, steps);
      return parent;
    }
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

  /** As printed there is no rule for a right child: nothing is weighed, and the pair stays. */
  private leaveRightChild(parent: number, child: number, steps: TreeStep[] | undefined): void {
    steps?.push({
      kind: 'decide',
      case: 'none',
      parent,
      parentKey: this.keyAt(parent),
      child,
      childKey: this.keyAt(child),
      operands: null,
      potential: null,
      before: this.lastRotation,
      after: this.lastRotation,
    });
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

export const lazyCountingKind: TreeKind = {
  kind: 'lazy-counting',
  name: 'Lazy counting splay tree',
  description: 'Counts accesses in every node and rotates only where the counts say that it pays.',
  source: 'Paper B, Tables 1 and 2; Afek et al. 2012',
  parameters: [threshold, strict, mirror, countFirst, decayParameter],
  counts: true,
  accessLemma: false,
  maxKeys: null,
  decides: 'counts',
  code: lazyCountingCode,
  create: (values) => new LazyCountingTree(values),
};
