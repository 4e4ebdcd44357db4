/** The words of the code panel: names, each step as a formula, and why it is done, for a student. */
import type { StepCode } from '../step-situation.ts';

export const CODE_WORDS = {
  region: 'Rule',
  listing: 'Pseudocode of {kind}',
  levels: 'Detail of the code',
  level: { 0: 'cases', 1: 'steps', 2: 'every assignment' },
  asked: {
    access: 'asked for {key}',
    find: 'asked for {key}',
    insert: 'insert {key}',
    delete: 'delete {key}',
  },
  step: 'step {step} of {steps}',
  stepAlone: 'step {step}',
  line: 'line {line}',
  waits: 'waits for your answer',
  hidden: 'The rule shows what it did when you have answered.',
  separator: ' · ',
  why: 'Why?',
  before: 'Step on, or play: the line at work is marked, with its numbers filled in.',
} as const;

/** Values beside single lines. */
export const BESIDE = {
  less: '{asked} < {at}',
  equal: '{asked} = {at}',
  greater: '{asked} > {at}',
  value: '= {value}',
  innerWins: '{inner} ≥ {sibling}',
  innerLoses: '{inner} < {sibling}',
  outerWins: '{outer} > {sibling}',
  outerLoses: '{outer} ≤ {sibling}',
} as const;

/** The operands filled in. */
export const OPERANDS: Readonly<Record<StepCode, string>> = {
  start: 'node = root = {root}',
  'start-empty': 'root = none',
  'compare-less': '{asked} < {at}',
  'compare-greater': '{asked} > {at}',
  'compare-equal': '{asked} = {at}',
  descend: 'node = {from}.{side} = {at}',
  'descend-none': '{from}.{side} = none',
  'count-self': '{at}.self = {before} + {amount} = {value}',
  'count-side': '{at}.{side} = {before} + {amount} = {value}',
  'uncount-self': '{at}.self = {before} − {amount} = {value}',
  'uncount-side': '{at}.{side} = {before} − {amount} = {value}',
  'zig-counts': 'outer {childSelfCount} + {childFarCount} = {outerCount} > sibling {siblingCount} → zig',
  'zig-zag-counts':
    'inner {innerCount} ≥ sibling {parentSelfCount} + {parentOtherCount} = {siblingCount} → zig-zag',
  'zig-zag-counts-even':
    'inner {innerCount} ≥ sibling {parentSelfCount} + {parentOtherCount} = {siblingCount} → zig-zag',
  'none-counts':
    'inner {innerCount} < sibling {siblingCount}, outer {outerCount} ≤ {siblingCount} → no rotation',
  'none-counts-bare':
    'inner {innerCount} < sibling {siblingCount}, outer {outerCount} ≤ {siblingCount} → no rotation',
  'none-printed': '{child} is the {side} child, Table 2 has no such case → no rotation',
  'zig-potential': 'Φ falls by {drop} > ε {epsilon} → rotate',
  'zig-zig-potential': 'Φ falls by {drop} > ε {epsilon} → rotate',
  'zig-zag-potential': 'Φ falls by {drop} > ε {epsilon} → rotate twice',
  'none-potential': 'Φ falls by {drop} ≤ ε {epsilon} → no rotation',
  'none-potential-rise': 'Φ would rise by {drop} → no rotation',
  'zig-shape': '{rising} is a {side} child of the top, {parent} → zig',
  'zig-single': '{rising} is a {side} child of {parent} → zig',
  'zig-zig-shape': '{rising} is a {side} child of a {side} child → zig-zig',
  'zig-zig-half': '{lower} is a {side} child of a {side} child → zig-zig',
  'zig-zig-half-unseen': 'a {side} child of a {side} child → zig-zig',
  'zig-zag-shape': '{rising} is a {otherSide} child of a {side} child → zig-zag',
  'turn-only': '{risen} over {sank}',
  'turn-half': '{risen} over {sank}, the upper edge only',
  'turn-upper': '{risen} over {sank}, {turn} of {turns}',
  'turn-lower': '{risen} over {sank}, {turn} of {turns}',
  'turn-first': '{risen} over {sank}, {turn} of {turns}',
  'turn-second': '{risen} over {sank}, {turn} of {turns}',
  link: '{from}.{side} = {at}',
  'link-root': 'root = {at}',
  unlink: '{at} leaves',
  replace: '{at} ← {heir}',
  decay: 'self = max(1, ⌊self ÷ 2⌋), in every node',
};

/** Why: what the step is good for. Terms in brackets open their definitions. */
export const REASONS: Readonly<Record<StepCode, string>> = {
  start: 'Every search begins at the root: each comparison on the way down rules out one whole subtree.',
  'start-empty': 'There is no node to compare with yet.',
  'compare-less': 'Everything smaller than {at} hangs on its left, so its right subtree cannot hold {asked}.',
  'compare-greater':
    'Everything larger than {at} hangs on its right, so its left subtree cannot hold {asked}.',
  'compare-equal':
    'The search is over: keys were compared {visitedTimes}. What follows decides whether the next search for {asked} costs less.',
  descend: 'Only this subtree can still hold {asked}.',
  'descend-none': 'If {asked} were in the tree, it would hang just here.',
  'count-self': 'The counts are all this tree decides by: every access has its weight in them.',
  'count-side':
    'The search left {at} on its {side}, so the access counts for that subtree: nobody has to look into it later.',
  'uncount-self': 'A key that leaves takes its accesses along.',
  'uncount-side':
    'Accesses to a key that leaves must leave the counts above it too, or they would go on weighing.',
  'zig-counts':
    'A [zig|zig] lifts {child} and what lies beyond it one level and lowers {parent} and its other side by one. Accesses that gain: {outerCount}; that lose: {siblingCount}.',
  'zig-zag-counts':
    'A [zig-zag|zig-zag] lifts the subtree of {inner} and lowers {parent} and its other side by one level. Accesses that gain: {innerCount}; that lose: {siblingCount}.',
  'zig-zag-counts-even':
    'A [zig-zag|zig-zag] lifts the subtree of {inner} and lowers {parent} and its other side. Accesses that gain: {innerCount}; that lose: {siblingCount}; and {inner} itself gains twice.',
  'none-counts':
    'Each rotation would lower {parent} and its other side, asked for {siblingTimes}, to lift no more than that. Leaving the pair alone is what makes the tree lazy.',
  'none-counts-bare':
    'A rotation would lower {parent} and its other side, asked for {siblingTimes}, to lift no more than that. Leaving the pair alone is what makes the tree lazy.',
  'none-printed':
    'Paper B prints the rule for left children only. Taken literally, right children never rise.',
  'zig-potential':
    'The [potential|potential] Φ adds up the logarithms of all subtree counts. Only a fall of more than [epsilon|ε] pays for a rotation.',
  'zig-zig-potential':
    'The [potential|potential] Φ adds up the logarithms of all subtree counts. Only a fall of more than [epsilon|ε] pays for a rotation.',
  'zig-zag-potential':
    'The [potential|potential] Φ adds up the logarithms of all subtree counts. Only a fall of more than [epsilon|ε] pays for rotations.',
  'none-potential':
    'The fall of the [potential|potential] Φ is too small: [epsilon|ε] keeps the tree from work that gains little.',
  'none-potential-rise':
    'The rotation would make frequent keys deeper: the [potential|potential] Φ would grow.',
  'zig-shape': 'One edge is left, so a single rotation, a [zig|zig], ends the way up.',
  'zig-single':
    'One edge at a time, always the lowest. {rising} does come up, but the nodes it passes stay as deep as they were.',
  'zig-zig-shape':
    'In a [zig-zig|zig-zig] the upper edge turns first. That halves the depth of the whole path; the lower edge first would lift {rising} as high and leave the path as long as it was.',
  'zig-zig-half':
    '[semi-splay|Semi-splaying] turns only the upper edge and goes on from {rising}: half the rotations, and the path is halved all the same.',
  'zig-zig-half-unseen':
    '[semi-splay|Semi-splaying] turns only the upper edge and goes on from {rising}: half the rotations, and the path is halved all the same.',
  'zig-zag-shape':
    'In order {rising} lies between {parent} and {child}. In a [zig-zag|zig-zag] it rises twice, and the two hang on either side of it.',
  'turn-only': 'The order of the keys is the same before and after; only depths change. {handover}',
  'turn-half': 'The order of the keys stays. {handover} {sank} now hangs beside the path.',
  'turn-upper': 'The upper edge first: {sank} leaves the path. {handover}',
  'turn-lower': 'Now the lower edge: {risen} is two levels higher than before. {handover}',
  'turn-first': 'The lower edge first, to bring {risen} onto the straight way up. {handover}',
  'turn-second': '{risen} is two levels higher than before. {handover}',
  link: 'A new key goes where the search for it ended; that keeps all keys in order.',
  'link-root': 'The first key of a tree is its root.',
  unlink: 'A node with at most one subtree can leave at once: that subtree takes its place, in order.',
  replace:
    'With two subtrees a key cannot simply leave. {heir} is its neighbour in order, so it can stand in its place.',
  decay: 'Old accesses weigh half as much from now on, so that what is asked for today can win.',
};
