/** A recorded step as people see it: keys instead of handles, both sides of the rule, who rises and what changes hands. */

import type { TreeStep } from '../../engine/trees/step.ts';
import { stepTag } from '../../engine/trees/step-tag.ts';
import type { CodeLine, Tree } from '../../engine/trees/tree.ts';
import type { StepView, Weighing } from '../../protocol/trees/moment.ts';

type Decide = Extract<TreeStep, { kind: 'decide' }>;

const NOTHING: Omit<StepView, 'tag' | 'line' | 'kind'> = {
  key: null,
  outcome: null,
  from: null,
  side: null,
  counter: null,
  amount: 0,
  weighing: null,
  sankKey: null,
  movedKey: null,
  turn: 0,
  of: 0,
  heirKey: null,
};

/**
 * @param tree right after the step
 * @param steps all of the operation's
 * @param index of the step just done
 */
export function stepView(
  tree: Tree,
  steps: readonly TreeStep[],
  index: number,
  code: readonly CodeLine[],
): StepView | null {
  const step = steps[index];
  if (step === undefined) return null;
  const tag = stepTag(steps, index);
  const lineOf = (wanted: string) => code.findIndex((line) => line.tag === wanted);
  const basis = { ...NOTHING, tag, line: lineOf(tag), kind: step.kind };
  switch (step.kind) {
    case 'start':
      return { ...basis, key: step.key };
    case 'compare':
      return { ...basis, key: step.nodeKey, outcome: step.outcome };
    case 'descend':
      return { ...basis, key: keyOf(tree, step.to), from: keyOf(tree, step.from), side: step.side };
    case 'count':
      return { ...basis, key: step.nodeKey, counter: step.counter, amount: step.amount };
    case 'decide':
      return {
        ...basis,
        key: step.childKey,
        line: lineOf(isUnweighed(step) ? 'unweighed' : tag),
        weighing: weighing(tree, steps, index, step, true),
      };
    case 'rotate':
      return { ...basis, key: step.childKey, ...rotation(tree, steps, index, step) };
    case 'link':
      return { ...basis, key: step.key, from: keyOf(tree, step.parent), side: step.side };
    case 'unlink':
      return { ...basis, key: step.key, from: keyOf(tree, step.parent), side: step.side };
    case 'replace':
      return { ...basis, key: step.key, heirKey: step.heirKey };
    case 'decay':
      return basis;
  }
}

/** A rule that lacks a case says so without comparing anything. */
function isUnweighed({ case: verdict, operands, potential }: Decide): boolean {
  return verdict === 'none' && operands === null && potential === null;
}

function keyOf(tree: Tree, node: number): number | null {
  return node === 0 ? null : tree.keyAt(node);
}

function rotation(
  tree: Tree,
  steps: readonly TreeStep[],
  index: number,
  step: Extract<TreeStep, { kind: 'rotate' }>,
): Pick<StepView, 'weighing' | 'sankKey' | 'movedKey' | 'turn' | 'of'> {
  let decided = index - 1;
  while (steps[decided]?.kind === 'rotate') decided -= 1;
  const decide = steps[decided];
  // What was on the rising node's inner side hangs below the sunken one now, where the rising one used to.
  const moved = step.childKey < step.parentKey ? tree.leftAt(step.parent) : tree.rightAt(step.parent);
  return {
    weighing: decide?.kind === 'decide' ? weighing(tree, steps, decided, decide, false) : null,
    sankKey: step.parentKey,
    movedKey: keyOf(tree, moved),
    turn: index - decided,
    of: rotationsAfter(steps, decided).length,
  };
}

/** The rotations that follow from a decision. */
function rotationsAfter(
  steps: readonly TreeStep[],
  decided: number,
): Extract<TreeStep, { kind: 'rotate' }>[] {
  const rotations: Extract<TreeStep, { kind: 'rotate' }>[] = [];
  for (let i = decided + 1; i < steps.length; i += 1) {
    const step = steps[i];
    if (step?.kind !== 'rotate') break;
    rotations.push(step);
  }
  return rotations;
}

function weighing(
  tree: Tree,
  steps: readonly TreeStep[],
  index: number,
  step: Decide,
  standing: boolean,
): Weighing {
  const rotations = rotationsAfter(steps, index);
  const risingKey =
    (step.case === 'zig-zag' ? rotations[0]?.childKey : rotations[rotations.length - 1]?.childKey) ?? null;
  // A rotation changes neither a node's own count nor a subtree's total over the pair, so the parts can still be told.
  const { operands } = step;
  const parentSelf = tree.selfAt(step.parent);
  const childSelf = tree.selfAt(step.child);
  return {
    case: step.case,
    parentKey: step.parentKey,
    childKey: step.childKey,
    innerKey: standing ? innerKey(tree, step) : step.case === 'zig-zag' ? risingKey : null,
    risingKey,
    counts: operands && {
      ...operands,
      parentSelf,
      parentOther: operands.sibling - parentSelf,
      childSelf,
      childFar: operands.outer - childSelf,
    },
    potential: step.potential,
  };
}

/** The child's child between the two, while the pair still stands as it was weighed. */
function innerKey(tree: Tree, { parentKey, childKey, child }: Decide): number | null {
  return keyOf(tree, childKey < parentKey ? tree.rightAt(child) : tree.leftAt(child));
}
