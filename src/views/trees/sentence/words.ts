/** What is happening now, one template a situation (see views/shared/template.ts for the marks). */
import type { StepCode } from '../step-situation.ts';

export const STEP_SENTENCES: Readonly<Record<StepCode, string>> = {
  start: '{asked:held} is asked for. The search begins at the root, {root:strong}.',
  'start-empty': '{asked:held} is asked for, but the tree is empty.',
  'compare-less': '{asked:held} is smaller than {at:strong}: it can only be on the left.',
  'compare-greater': '{asked:held} is larger than {at:strong}: it can only be on the right.',
  'compare-equal': '{asked:held} is found: {visited:strong} compared on the way.',
  descend: 'Down to the {side}, from {from} to {at:strong}.',
  'descend-none': '{from:strong} has no {side} child: {asked:held} is not in the tree.',
  'count-self': '{at:held} counts one more access to itself: {value:strong} now.',
  'count-side': '{at:strong} counts one more access to its {side} subtree: {value:strong} now.',
  'uncount-self': 'The accesses to {at:held} are taken off its own count.',
  'uncount-side':
    '{amount:strong} fewer on the {side} of {at:strong}: the accesses to a key that leaves no longer count.',
  'zig-counts':
    '[zig|Zig]. {child:held} rises over {parent}: it and what lies beyond it were asked for {outerTimes:strong}, the parent and everything beyond it only {siblingCount:strong}.',
  'zig-zag-counts':
    '[zig-zag|Zig-zag]. Key {asked} was asked for, but {inner:held} rises: its subtree was asked for {innerTimes:strong}, the parent and everything beyond it only {siblingCount:strong}.',
  'zig-zag-counts-even':
    '[zig-zag|Zig-zag]. {inner:held} rises: its subtree was asked for {innerTimes:strong}, just as often as {parent} and everything beyond it.',
  'none-counts':
    'No rotation. Neither {inner}’s subtree ({innerTimes}) nor {child} and what lies beyond it ({outerCount}) outweighs {parent} and all beyond it ({siblingCount:strong}).',
  'none-counts-bare':
    'No rotation. {child} and what lies beyond it ({outerTimes}) do not outweigh {parent} and all beyond it ({siblingCount:strong}).',
  'none-printed': 'No rotation: as printed, the rule knows left children only, and {child} is a right child.',
  'zig-potential':
    '[zig|Zig]. {rising:held} rises over {parent}: that takes {drop:strong} off the [potential|potential], more than [epsilon|ε] = {epsilon}.',
  'zig-zig-potential':
    '[zig-zig|Zig-zig]. {rising:held} rises: that takes {drop:strong} off the [potential|potential], more than [epsilon|ε] = {epsilon}.',
  'zig-zag-potential':
    '[zig-zag|Zig-zag]. {rising:held} rises twice: that takes {drop:strong} off the [potential|potential], more than [epsilon|ε] = {epsilon}.',
  'none-potential':
    'No rotation. It would take only {drop:strong} off the [potential|potential], not more than [epsilon|ε] = {epsilon}.',
  'none-potential-rise':
    'No rotation. It would add {drop:strong} to the [potential|potential]: frequent keys would hang deeper.',
  'zig-shape': '[zig|Zig]. One edge is left: {rising:held} rises over {parent}, and the way up ends.',
  'zig-single': '[zig|Zig]. {rising:held} rises over its parent {parent}, one edge at a time.',
  'zig-zig-shape':
    '[zig-zig|Zig-zig]. {rising:held} is a {side} child of a {side} child: first {child} rises over {parent}, then {rising} over {child}.',
  'zig-zig-half':
    '[zig-zig|Zig-zig], half done on purpose. {lower} is a {side} child of a {side} child: only {rising:held} rises, over {parent}.',
  'zig-zig-half-unseen':
    '[zig-zig|Zig-zig], half done on purpose: only {rising:held} rises, over {parent}, and the way goes on from there.',
  'zig-zag-shape':
    '[zig-zag|Zig-zag]. {rising:held} is a {otherSide} child of a {side} child: it rises over {child}, then over {parent}.',
  'turn-only': '{risen:held} rises over {sank:strong}. {handover}',
  'turn-half': '{risen:held} rises over {sank:strong}. {handover}',
  'turn-upper':
    'Rotation {turn} of {turns}, the upper edge first: {risen:held} rises over {sank:strong}. {handover}',
  'turn-lower': 'Rotation {turn} of {turns}: {risen:held} rises over {sank:strong}. {handover}',
  'turn-first': 'Rotation {turn} of {turns}: {risen:held} rises over {sank:strong}. {handover}',
  'turn-second': 'Rotation {turn} of {turns}: {risen:held} rises over {sank:strong}. {handover}',
  link: '{at:held} is new: it becomes the {side} child of {from:strong}.',
  'link-root': '{at:held} is new and the first: it becomes the root.',
  unlink: '{at:held} leaves the tree; its only subtree, if any, takes its place.',
  replace: '{at:held} has two subtrees: {heir:strong}, its neighbour in order, takes its place.',
  decay: 'All counts are halved: what was hot long ago weighs less from now on.',
};

/** Where no step has just been done. */
export const SENTENCES = {
  loading: 'The trees are being loaded.',
  opening: 'The lab is being made ready: {percent:strong}.',
  'empty-lab':
    'The tree is empty and nothing is asked for. Type operations, such as insert 5 9 3, or load a shape.',
  'idle-lab':
    '{size:strong} in {levels}, and nothing is asked for. Type operations, such as find 9, or choose a stream.',
  asked: '{command}. What will the tree do? Answer the question, and it will show you.',
  first: '{kind:strong} with {size} in {levels}. First comes: {command}. Step, or play.',
  'first-empty': '{kind:strong}, still empty. First comes: {command}. Step, or play.',
  next: 'Next comes: {command}.',
  result: '{result}',
  'step-and-result': '{step} {result}',
  end: '{result} That was the last of {operations}: on average {meanVisited:strong} nodes visited and {meanRotations:strong} rotations each.',
} as const;

export type SentenceCode = keyof typeof SENTENCES;

/** What came of an operation. */
export const RESULTS = {
  found: '{key} found after {nodes}; {rotations}.',
  kept: '{key} was there already, found after {nodes}; {rotations}.',
  absent: '{key} is not in the tree, as {nodes} showed; {rotations}.',
  'absent-empty': '{key} is not in the tree: it is empty.',
  linked: '{key} is new: linked after {nodes}; {rotations}.',
  deleted: '{key} is gone, found after {nodes}; {rotations}.',
  'nothing-deleted': '{key} was not in the tree, so nothing is gone; {nodes}, {rotations}.',
} as const;

export type ResultCode = keyof typeof RESULTS;

export const COMMANDS = {
  access: 'access {key}',
  find: 'find {key}',
  insert: 'insert {key}',
  delete: 'delete {key}',
} as const;

export const AMOUNTS = {
  nodes: { one: '1 node', many: '{count} nodes' },
  rotations: { none: 'no rotation', one: '1 rotation', many: '{count} rotations' },
  keys: { one: '1 key', many: '{count} keys' },
  levels: { one: '1 level', many: '{count} levels' },
  operations: { one: '1 operation', many: '{count} operations' },
} as const;
