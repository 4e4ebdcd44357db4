import type { RotationDecision, TreeOperation, TreeStep } from './step.ts';

/** Counted since the tree was made. A zig is one rotation, a zig-zag or zig-zig two (a semi-splay tree's zig-zig one). */
export interface TreeTotals {
  readonly operations: number;
  /** Nodes compared with; a newly linked leaf is not counted. */
  readonly nodesVisited: number;
  readonly rotations: number;
  readonly zig: number;
  readonly zigZig: number;
  readonly zigZag: number;
}

/** `[key, depth]`, or `[key, depth, selfCount, leftCount, rightCount]` where the tree counts; the root has depth 0. */
export type PreorderRow =
  | readonly [key: number, depth: number]
  | readonly [key: number, depth: number, self: number, left: number, right: number];

/** Called with a node's handle, its depth (root 0) and its parent's handle (root: 0). */
export type NodeVisitor = (node: number, depth: number, parent: number) => void;

/**
 * A binary search tree over distinct 32-bit integer keys (checked by whoever reads them from outside, not here).
 *
 * Nodes are read through *handles*: opaque positive integers, 0 = none. A handle is good until the next operation, since
 * a large tree may rearrange its storage; operations recorded as steps keep every handle, except that a deletion may
 * give one other key a new one. Every own field of an implementation is plain data, so that a
 * generic deep clone is a snapshot and a generic walk over the fields is a hash.
 *
 * The optional `steps` array receives the operation as invertible steps; the tree ends up the same with or without.
 */
export interface Tree {
  readonly kind: string;
  /** Whether the tree keeps access counts; if not, the three count readers give 0. */
  readonly counts: boolean;
  readonly size: number;
  readonly totals: TreeTotals;
  /** The last weighed rotation of a counting tree, null before the first and in trees that do not count. */
  readonly lastRotation: RotationDecision | null;

  /** Finds the key, or inserts it where absent. Returns nodes visited, a newly linked leaf not counted. */
  access(key: number, steps?: TreeStep[]): number;
  /** Whether the key is there. Counts as an access if it is; each tree says what it does if it is not. */
  find(key: number, steps?: TreeStep[]): boolean;
  /** An access; true if the key was new. */
  insert(key: number, steps?: TreeStep[]): boolean;
  /** True if the key was there. */
  delete(key: number, steps?: TreeStep[]): boolean;

  /** Handle of the root, 0 for the empty tree. */
  readonly root: number;
  keyAt(node: number): number;
  leftAt(node: number): number;
  rightAt(node: number): number;
  /** Accesses to the node itself. */
  selfAt(node: number): number;
  /** Accesses to the whole left subtree. */
  leftCountAt(node: number): number;
  /** Accesses to the whole right subtree. */
  rightCountAt(node: number): number;

  /** Handle of the node holding the key, 0 if absent. Looks without touching anything. */
  nodeOf(key: number): number;
  /** Depth of a key (root 0), −1 if absent. Looks without touching anything. */
  depthOf(key: number): number;
  /** Nodes on the longest path from the root, 0 for the empty tree. */
  height(): number;
  preorder(): PreorderRow[];
  /** Every node, parents before children, left before right. */
  visit(visitor: NodeVisitor): void;
  /** Every node, nearest the root first, left to right within a level, until the visitor returns false. */
  forEachByDepth(visitor: (node: number, depth: number) => boolean): void;
  /** A tree of its own with the same contents, totals and future. */
  clone(): Tree;
}

/** A setting of a tree kind, as shown in controls and on the command line. Its values are numbers; a switch is 0 or 1. */
export interface TreeParameter {
  readonly name: string;
  readonly label: string;
  /** What it changes, one sentence. */
  readonly description: string;
  readonly unit: string;
  readonly kind: 'number' | 'switch';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  /** A number that is off at `min`: what a switch turns it to. */
  readonly onValue?: number;
  readonly source: string;
}

export type TreeParameters = Readonly<Record<string, number>>;

/**
 * A line of a tree's rule as pseudocode.
 *
 * `level` 0 is shown even when everything is collapsed (signatures, one line a case), 1 with the bodies of the cases,
 * 2 with every assignment. `tag` names the steps the line stands for (see step-tag.ts); lines that share a tag are all
 * done by the same step, and a step whose lines are collapsed belongs to the nearest shown line above them.
 */
export interface CodeLine {
  readonly text: string;
  readonly indent: number;
  readonly level: 0 | 1 | 2;
  readonly tag: string | null;
  /** It belongs to the rule only while that setting has, or has not, this value. */
  readonly when?: {
    readonly parameter: string;
    readonly relation: 'is' | 'is not';
    readonly value: number;
  };
}

/** One line of the registry. */
export interface TreeKind {
  readonly kind: string;
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  readonly source: string;
  readonly parameters: readonly TreeParameter[];
  readonly counts: boolean;
  /** Whether the access lemma is proved: climbing d levels costs d + ΔΦ ≤ 3(r(root) − r(x)) + 1. */
  readonly accessLemma: boolean;
  /** Most keys it can be made for, null = no limit of its own. */
  readonly maxKeys: number | null;
  /** What a decision rests on; `none` = it never rotates. */
  readonly decides: 'none' | 'shape' | 'counts' | 'potential';
  readonly code: readonly CodeLine[];
  /** An empty tree. Missing parameters take their defaults; values are checked by the caller against `parameters`. */
  create(parameters?: TreeParameters): Tree;
  /**
   * Yardsticks only: the tree they make of `tree`'s keys and of every key the commands insert or access, arranged with
   * the commands in view. `tree` itself is left as it is.
   * @throws Error with one sentence if there are more than `maxKeys` keys.
   */
  prepare?(tree: Tree, commands: Iterable<{ readonly operation: TreeOperation; readonly key: number }>): Tree;
}
