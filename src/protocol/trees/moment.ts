/** What the trees' worker answers for one moment of a lab: the tree in columns, the step just done, what surrounds it. */
import type { RotationCase, TreeOperation } from '../../engine/trees/step.ts';
import type { TreeTotals } from '../../engine/trees/tree.ts';

export type { TreeOperation };

/**
 * Columns of `TreeMoment.nodes`, one row a node, rows in the order of the keys.
 *
 *     key │ rank │ depth │ parent │ self │ left │ right
 *         │      │       │        └ accesses: to the node, to its left subtree, to its right subtree
 *         │      │       └ row of the parent in this array; −1 = the root, −2 = its parent is not shown
 *         │      └ 0 = root                       (in trees that keep no counts: accesses of the run so far,
 *         └ place in order among all keys          summed up by the app)
 */
export const NODE = { key: 0, rank: 1, depth: 2, parent: 3, self: 4, left: 5, right: 6 } as const;
export const NODE_WIDTH = 7;

/** The operations around the present one. */
export interface OperationStrip {
  /** number of the first operation listed */
  readonly from: number;
  readonly keys: Int32Array;
  /** index into OPERATION_NAMES */
  readonly operations: Uint8Array;
  /** 1 where a person typed it */
  readonly typed: Uint8Array;
}

export const OPERATION_NAMES = [
  'access',
  'find',
  'insert',
  'delete',
] as const satisfies readonly TreeOperation[];

/** The pair under decision and what the rule compares. Keys, not handles. */
export interface Weighing {
  readonly case: RotationCase;
  readonly parentKey: number;
  readonly childKey: number;
  /** child's child on the inner side, null where there is none */
  readonly innerKey: number | null;
  /** the key that rises when the case is done, null where nothing rotates */
  readonly risingKey: number | null;
  /** counting trees (paper B, Table 2); sibling = parentSelf + parentOther, outer = childSelf + childFar */
  readonly counts: {
    readonly inner: number;
    readonly outer: number;
    readonly sibling: number;
    readonly parentSelf: number;
    readonly parentOther: number;
    readonly childSelf: number;
    readonly childFar: number;
  } | null;
  /** CBTree: what the rotation would take off Φ, in log₂ units, and the ε it must exceed */
  readonly potential: { readonly drop: number; readonly epsilon: number } | null;
}

/** One step as people see it. Numbers are keys. */
export interface StepView {
  /** the tag that ties it to a line of the kind's code, as in engine/trees/step-tag.ts */
  readonly tag: string;
  /** place of that line in the kind's `code`, −1 = none */
  readonly line: number;
  readonly kind:
    | 'start'
    | 'compare'
    | 'descend'
    | 'count'
    | 'decide'
    | 'rotate'
    | 'link'
    | 'unlink'
    | 'replace'
    | 'decay';
  /** the node it is about: compared with, gone to (null = no child there), counted in, risen, linked, taken out */
  readonly key: number | null;
  /** compare */
  readonly outcome: 'less' | 'equal' | 'greater' | null;
  /** descend, link: from which node, to which side */
  readonly from: number | null;
  readonly side: 'left' | 'right' | null;
  /** count */
  readonly counter: 'self' | 'left' | 'right' | null;
  readonly amount: number;
  /** decide, and the rotations that follow from it */
  readonly weighing: Weighing | null;
  /** rotate: the node that sank, and the root of the subtree that changed hands (null = an empty one) */
  readonly sankKey: number | null;
  readonly movedKey: number | null;
  /** rotate: 1 or 2 of `of` single rotations of its case */
  readonly turn: number;
  readonly of: number;
  /** replace: the key that takes the place */
  readonly heirKey: number | null;
}

export interface MomentRequest {
  readonly labKey: string;
  readonly generation: number;
  /** operation from 0; `step` of its steps are done, −1 = all of them */
  readonly operation: number;
  readonly step: number;
  /** for trees too large to be sent whole: ranks wanted in detail, and how many nodes at most */
  readonly window: { readonly from: number; readonly to: number };
  readonly limit: number;
  /** how many operations before and after are listed */
  readonly strip: number;
  /** wanted number of bins of `heat` */
  readonly bins: number;
}

export interface TreeMoment {
  readonly labKey: string;
  readonly generation: number;
  /** the position answered: 0 ≤ step ≤ steps */
  readonly operation: number;
  readonly step: number;
  /** steps of this operation */
  readonly steps: number;
  /** all operations of the lab; 0 = none at all */
  readonly operations: number;
  readonly command: {
    readonly operation: TreeOperation;
    readonly key: number;
    readonly typed: boolean;
  } | null;
  /** whether this operation found its key; null before its walk is done */
  readonly found: boolean | null;
  /** the step just done, null before the first */
  readonly current: StepView | null;
  /** kind of the step that comes next, null at the operation's end */
  readonly next: StepView['kind'] | null;
  /** keys from the root to where this operation's walk is or ended, as they were met */
  readonly path: Int32Array;
  readonly size: number;
  readonly height: number;
  /** whether every node is in `nodes` */
  readonly whole: boolean;
  /** rows of NODE_WIDTH */
  readonly nodes: Int32Array;
  /** whether self, left and right are counters of the tree itself */
  readonly counts: boolean;
  /** up to this step */
  readonly totals: TreeTotals;
  /** of this operation alone, up to this step */
  readonly visited: number;
  readonly rotations: number;
  readonly strip: OperationStrip;
  /** accesses so far per bin of ranks; bin b holds ranks ⌊b·size/bins⌋ … */
  readonly heat: Float64Array;
  /** largest accesses of a single key so far, for scales */
  readonly hottest: number;
}
