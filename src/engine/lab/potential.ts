import { log2 } from '../../base/log2.ts';
import { applyStep } from '../trees/apply-step.ts';
import type { BinaryTree } from '../trees/binary-tree.ts';
import { STRIDE } from '../trees/layout.ts';
import type { TreeStep } from '../trees/step.ts';
import type { Tree } from '../trees/tree.ts';

/**
 * What a node weighs in the potential: `equal` 1 each; `stream` how often the stream asks for its key, at least 1;
 * `counts` the tree's own access counts (counting trees only).
 */
export type LedgerWeights = 'equal' | 'stream' | 'counts';

/** Key → how often the stream asks for it. Needed for the weights `stream` only. */
export type Frequencies = ReadonlyMap<number, number>;

/**
 * The potential of Sleator and Tarjan (1985): Φ = Σ r(v) over all nodes, r(v) = log₂ s(v), s(v) = weight of v's whole
 * subtree. It follows a tree through its steps: a rotation changes the weight of two subtrees only, linking and
 * unlinking those on the way from the root.
 *
 * A subtree that weighs nothing (a new leaf not yet counted) has rank 0 here.
 */
export class Potential {
  /** moves along with the steps */
  readonly tree: Tree & BinaryTree;
  phi = 0;
  private readonly weights: LedgerWeights;
  private readonly frequencies: Frequencies | undefined;
  /** weight of the subtree, by handle / STRIDE */
  private subtree: Float64Array;
  /** in a deletion, between `replace` and `unlink`: two nodes hold the heir's key, it lies on this side of this one */
  private replaced = { node: 0, heirIsRight: false };

  /**
   * @param start is copied
   * @throws Error with one sentence if the tree or the caller cannot give such weights
   */
  constructor(start: Tree, weights: LedgerWeights, frequencies?: Frequencies) {
    if (weights === 'counts' && !start.counts) {
      throw new Error(
        'This tree keeps no access counts to weigh its nodes by; choose equal or stream weights.',
      );
    }
    if (weights === 'stream' && frequencies === undefined) {
      throw new Error('Stream weights need the stream’s frequencies; give a map from keys to accesses.');
    }
    this.weights = weights;
    this.frequencies = frequencies;
    this.tree = start.clone() as Tree & BinaryTree;
    this.subtree = new Float64Array(this.tree.nodes.length / STRIDE);
    this.weighAll();
  }

  /** r(v) of a node, in log₂ units; 0 for no node. */
  rank(node: number): number {
    return rankOf(this.subtree[node / STRIDE] as number);
  }

  /** Applies a step to the tree and returns the change of Φ. */
  apply(step: TreeStep): number {
    const before = this.phi;
    switch (step.kind) {
      case 'rotate':
        this.rotate(step.parent, step.child);
        applyStep(this.tree, step);
        break;
      case 'link':
        applyStep(this.tree, step);
        this.link(step.node, step.key);
        break;
      case 'unlink':
        this.unlink(step.node, step.key);
        applyStep(this.tree, step);
        this.replaced = { node: 0, heirIsRight: false };
        break;
      case 'replace':
        this.addOnWay(step.key, step.node, this.weightOf(step.heirKey) - this.weightOf(step.key));
        this.replaced = { node: step.node, heirIsRight: step.heirKey > step.key };
        applyStep(this.tree, step);
        break;
      case 'count':
        if (this.weights === 'counts') this.add(step.node, step.amount);
        applyStep(this.tree, step);
        break;
      case 'decay':
        applyStep(this.tree, step);
        if (this.weights === 'counts') this.weighAll();
        break;
      default:
        applyStep(this.tree, step);
    }
    return this.phi - before;
  }

  /** `child` rises over `parent`: the pair's whole weight passes to the child. */
  private rotate(parent: number, child: number): void {
    const { subtree, tree } = this;
    const inner = tree.leftAt(parent) === child ? tree.rightAt(child) : tree.leftAt(child);
    const whole = subtree[parent / STRIDE] as number;
    const risen = subtree[child / STRIDE] as number;
    const sunk = whole - risen + (subtree[inner / STRIDE] as number);
    subtree[child / STRIDE] = whole;
    subtree[parent / STRIDE] = sunk;
    this.phi += rankOf(sunk) - rankOf(risen);
  }

  private link(node: number, key: number): void {
    if (this.subtree.length * STRIDE < this.tree.nodes.length) {
      const grown = new Float64Array(this.tree.nodes.length / STRIDE);
      grown.set(this.subtree);
      this.subtree = grown;
    }
    this.subtree[node / STRIDE] = 0;
    if (this.weights !== 'counts') this.addOnWay(key, node, this.weightOf(key));
  }

  private unlink(node: number, key: number): void {
    if (this.weights !== 'counts') this.addOnWay(key, node, -this.weightOf(key));
    this.phi -= this.rank(node);
    this.subtree[node / STRIDE] = 0;
  }

  /** Adds to every subtree from the root down to that of `node`, which lies where `key` is looked for. */
  private addOnWay(key: number, node: number, amount: number): void {
    if (amount === 0) return;
    const { tree } = this;
    for (let at = tree.root; at !== 0; ) {
      this.add(at, amount);
      if (at === node) return;
      if (at === this.replaced.node) at = this.replaced.heirIsRight ? tree.rightAt(at) : tree.leftAt(at);
      else at = tree.childToward(at, key);
    }
  }

  private add(node: number, amount: number): void {
    const before = this.subtree[node / STRIDE] as number;
    this.subtree[node / STRIDE] = before + amount;
    this.phi += rankOf(before + amount) - rankOf(before);
  }

  private weightOf(key: number): number {
    if (this.weights === 'counts') return 0; // counted by steps of their own
    return this.weights === 'equal' ? 1 : Math.max(1, this.frequencies?.get(key) ?? 1);
  }

  /** All from the start. Parents come before their children: from the end, children are summed up first. */
  private weighAll(): void {
    const { tree, subtree } = this;
    const order = new Int32Array(tree.size);
    let count = 0;
    tree.visit((node) => {
      order[count++] = node;
    });
    this.phi = 0;
    for (let i = count - 1; i >= 0; i -= 1) {
      const node = order[i] as number;
      const weight =
        this.weights === 'counts'
          ? tree.totalAt(node)
          : this.weightOf(tree.keyAt(node)) +
            (subtree[tree.leftAt(node) / STRIDE] as number) +
            (subtree[tree.rightAt(node) / STRIDE] as number);
      subtree[node / STRIDE] = weight;
      this.phi += rankOf(weight);
    }
  }
}

function rankOf(weight: number): number {
  return weight > 0 ? log2(weight) : 0;
}
