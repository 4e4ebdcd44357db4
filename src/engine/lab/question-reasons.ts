/** Why an answer is right, as the name of a template and what stands in its slots. The words are the page's. */
import { applyStep } from '../trees/apply-step.ts';
import type { BinaryTree } from '../trees/binary-tree.ts';
import type { TreeCommand } from '../trees/recorder.ts';
import type { TreeStep } from '../trees/step.ts';
import type { Tree, TreeTotals } from '../trees/tree.ts';

type ReasonTemplate = (typeof REASONS)[number];

export interface Reason {
  readonly template: ReasonTemplate;
  readonly slots: Readonly<Record<string, string | number>>;
}

/**
 * Every template with its slots. Slots ending in Key are keys; counts, rotations and levels are whole numbers, drop and
 * epsilon log₂ units, not rounded.
 *
 *     counts.*       parentKey, childKey, innerKey (zig-zag only), inner, outer, sibling; outer = childSelf + childFar,
 *                    sibling = parentSelf + parentOther
 *     shape.*        key (the node that rises), parentKey, grandparentKey (not for zig)
 *     potential.*    parentKey, childKey, drop, epsilon
 *     root.*         rootKey (afterwards), oldRootKey, key (of the operation)
 *     rotations.*    rotations, zig, zigZig, zigZag (how many of each), zigZigTurns (rotations a zig-zig takes)
 */
export const REASONS = [
  'counts.zig',
  'counts.zig-zig',
  'counts.zig-zag',
  'counts.none',
  'shape.zig',
  'shape.zig-zig',
  'shape.zig-zag',
  'shape.none',
  'potential.zig',
  'potential.zig-zig',
  'potential.zig-zag',
  'potential.none',
  /** nothing rotated as far up as the root */
  'root.stays',
  /** the key asked for was raised all the way */
  'root.raised',
  /** it was not there: the last node visited was raised instead */
  'root.last-visited',
  /** the old root was deleted, a neighbour took its place */
  'root.replaced',
  /** another key was rotated over the old root */
  'root.rotated',
  'rotations.none',
  'rotations.sum',
] as const;

type DecideStep = Extract<TreeStep, { kind: 'decide' }>;

/** @param before the tree before the operation @param step number of the decide step */
export function caseReason(before: Tree, steps: readonly TreeStep[], step: number): Reason {
  const decision = steps[step];
  if (decision?.kind !== 'decide') throw new Error(`Step ${step} is no decision.`);
  const tree = before.clone();
  for (const done of steps.slice(0, step)) applyStep(tree as Tree & BinaryTree, done);
  const { case: verdict, parentKey, childKey, operands, potential } = decision;
  if (potential !== null) {
    return { template: `potential.${verdict}`, slots: { parentKey, childKey, ...potential } };
  }
  if (operands === null) return { template: `shape.${verdict}`, slots: shapeSlots(tree, decision) };
  const { inner, outer, sibling } = operands;
  const parentSelf = tree.selfAt(decision.parent);
  const childSelf = tree.selfAt(decision.child);
  const innerNode = innerOf(tree, decision);
  return {
    template: `counts.${verdict}`,
    slots: {
      parentKey,
      childKey,
      ...(innerNode === 0 ? {} : { innerKey: tree.keyAt(innerNode) }),
      inner,
      outer,
      childSelf,
      childFar: outer - childSelf,
      sibling,
      parentSelf,
      parentOther: sibling - parentSelf,
    },
  };
}

/** For double steps the decision names the two nodes above the one that rises. */
function shapeSlots(tree: Tree, decision: DecideStep): Reason['slots'] {
  const { case: verdict, parentKey, childKey, child } = decision;
  if (verdict === 'zig' || verdict === 'none') return { key: childKey, parentKey };
  const inner = innerOf(tree, decision);
  const outer = tree.leftAt(child) === inner ? tree.rightAt(child) : tree.leftAt(child);
  const rising = verdict === 'zig-zag' ? inner : outer;
  return { key: tree.keyAt(rising), parentKey: childKey, grandparentKey: parentKey };
}

/** The child's child between the two, 0 = none. */
function innerOf(tree: Tree, { parent, child }: DecideStep): number {
  return tree.leftAt(parent) === child ? tree.rightAt(child) : tree.leftAt(child);
}

export function rootReason(before: Tree, { key, operation }: TreeCommand, rootKey: number): Reason {
  const oldRootKey = before.keyAt(before.root);
  const isThere = before.nodeOf(key) !== 0;
  const isAbsent = !isThere && (operation === 'find' || operation === 'delete');
  return {
    template:
      rootKey === oldRootKey
        ? 'root.stays'
        : rootKey === key
          ? 'root.raised'
          : operation === 'delete' && isThere
            ? 'root.replaced'
            : isAbsent
              ? 'root.last-visited'
              : 'root.rotated',
    slots: { key, rootKey, oldRootKey },
  };
}

export function rotationsReason(before: TreeTotals, after: TreeTotals): Reason {
  const rotations = after.rotations - before.rotations;
  const zig = after.zig - before.zig;
  const zigZig = after.zigZig - before.zigZig;
  const zigZag = after.zigZag - before.zigZag;
  // a semi-splay tree's zig-zig is one rotation, everybody else's two
  const zigZigTurns = zigZig === 0 ? 2 : (rotations - zig - 2 * zigZag) / zigZig;
  return {
    template: rotations === 0 ? 'rotations.none' : 'rotations.sum',
    slots: { rotations, zig, zigZig, zigZag, zigZigTurns },
  };
}
