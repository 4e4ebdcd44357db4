/**
 * The steps a tree operation is made of, as plain data: they can be cloned, hashed, sent to a page and taken back.
 * `apply-step.ts` gives each its effect and its exact inverse. Nodes are handles (see binary-tree.ts), 0 = none.
 */

export type TreeOperation = 'access' | 'find' | 'insert' | 'delete';

export type Side = 'left' | 'right';

/** `none` is a decision too: it was weighed and stays. `zig-zig` exists where the grandparent's edge is rotated first. */
export type RotationCase = 'none' | 'zig' | 'zig-zig' | 'zig-zag';

/**
 * The last decision of a counting tree that led to a rotation, with both sides of its inequality (paper B, Table 2).
 * `operation` is the number of the operation, from 1; `innerKey` is null where the child had no inner child.
 */
export interface RotationDecision {
  readonly operation: number;
  readonly case: 'zig' | 'zig-zag';
  readonly parentKey: number;
  readonly childKey: number;
  readonly innerKey: number | null;
  readonly inner: number;
  readonly outer: number;
  readonly sibling: number;
}

export type TreeStep =
  /** An operation begins. */
  | { readonly kind: 'start'; readonly operation: TreeOperation; readonly key: number }
  /** The wanted key is compared with a node's: one node visited. */
  | {
      readonly kind: 'compare';
      readonly node: number;
      readonly nodeKey: number;
      readonly outcome: 'less' | 'equal' | 'greater';
    }
  /** The walk goes to a child; `to` is 0 where there is none. */
  | { readonly kind: 'descend'; readonly from: number; readonly to: number; readonly side: Side }
  /** A node's self, left or right counter changes by `amount` (negative in deletions). */
  | {
      readonly kind: 'count';
      readonly node: number;
      readonly nodeKey: number;
      readonly counter: 'self' | Side;
      readonly amount: number;
    }
  /**
   * A pair is weighed (for a zig-zig or zig-zag of double steps: the upper pair, grandparent and parent). `operands` are
   * those of the counting rule's inequality, null where the rule has none: the shape decides, or the potential.
   * `potential` is the fall of Φ, in log₂ units, that the rotation would give, and the ε it has to pass; null elsewhere.
   * `before`/`after` are the tree's last rotation decision on either side of the step.
   */
  | {
      readonly kind: 'decide';
      readonly case: RotationCase;
      readonly parent: number;
      readonly parentKey: number;
      readonly child: number;
      readonly childKey: number;
      readonly operands: { readonly inner: number; readonly outer: number; readonly sibling: number } | null;
      readonly potential: { readonly drop: number; readonly epsilon: number } | null;
      readonly before: RotationDecision | null;
      readonly after: RotationDecision | null;
    }
  /** One single rotation: `child` rises over `parent`, below `grandparent` (0 = it becomes the root). */
  | {
      readonly kind: 'rotate';
      readonly child: number;
      readonly childKey: number;
      readonly parent: number;
      readonly parentKey: number;
      readonly grandparent: number;
    }
  /** A new leaf, count 0. `fresh` = from the end of the storage, not from a deleted node's slot. */
  | {
      readonly kind: 'link';
      readonly node: number;
      readonly key: number;
      readonly parent: number;
      readonly side: Side;
      readonly fresh: boolean;
    }
  /** A node with at most one subtree (`subtree`, 0 = none, on its `subtreeSide`) leaves; the subtree takes its place. */
  | {
      readonly kind: 'unlink';
      readonly node: number;
      readonly key: number;
      readonly parent: number;
      readonly side: Side;
      readonly subtree: number;
      readonly subtreeSide: Side;
    }
  /** A deleted key with two subtrees: `node` takes over its neighbour's key; the neighbour is unlinked next. */
  | {
      readonly kind: 'replace';
      readonly node: number;
      readonly key: number;
      readonly heir: number;
      readonly heirKey: number;
    }
  /** Every node's self count is halved, but stays at least 1. `selves` are those before, in preorder. */
  | { readonly kind: 'decay'; readonly selves: readonly number[] };
