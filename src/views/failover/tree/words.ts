/** Texts of the page tree; slots as in protocol/texts. */
export const TREE_WORDS = {
  title: 'Which pages are hot?',
  subtitle: 'page tree of',
  process: 'process {process}',
  about: '{program} · {size:count} pages, top {shown}',
  node: 'page {key}, depth {depth}, {self:count} accesses, {left:count} to its left, {right:count} to its right, {state}{predicted}',
  predicted: ', predicted hot',
  picture: 'Tree of process {process}: the {shown} topmost of {size:count} pages',
  readoutPage: 'page {key}',
  leftCount: 'left {left:count}',
  selfCount: 'self {self:count}',
  rightCount: 'right {right:count}',
  showTree: 'show its tree',
  hint: 'Size: accesses. Point at a page for its counts.',
  filled: 'Filled: near the top and used lately, so held back.',
  filledUntilStop: 'Filled: near the top and used lately, held until the stop.',
  filledByCount: 'Filled: most accessed and used lately, so held back.',
  notYet: 'Near the top: accessed often. The hottest are kept out of round 1.',
  noneHeld: 'Near the top: accessed often. This run holds none back.',
  window:
    'Last {accesses:count} accesses: {rotations:count} rotations; a splay tree would have made {splay:count}.',
  deep: 'Picked: page {key} lies at depth {depth}, below what is drawn.',
  elsewhere: 'Picked: that page belongs to process {process}.',
  nobody: 'Picked: no process uses that page, so no tree has it.',
  noTree:
    'No page tree is kept: this run’s predictor is {predictor}. With the lazy counting trees as predictor, the tree of each process is drawn here.',
  noPredictor:
    'No page tree is kept: this run predicts nothing. With the lazy counting trees as predictor, the tree of each process is drawn here.',
  loading: 'The first pages are being counted.',
  zig: 'zig at {at:us}: page {child} rises over {parent}, because outer {outer:count} > sibling {sibling:count}',
  zigZag:
    'zig-zag at {at:us}: page {risen} rises over {child} and {parent}, because inner {inner:count} ≥ sibling {sibling:count}',
  below: '{text} (deeper than drawn)',
  noRotation: 'No rotation yet: the tree turns only when counts say so.',
  why: 'Why?',
  realPattern: 'real pattern, synthetic spread',
  realPatternMeaning:
    'Page accesses recorded from real programs, replayed as {processes} processes, spread over the VM’s memory in runs of 16 pages and slowed to {rate:count} accesses per second in all.',
  syntheticMeaning: 'Accesses made by a formula ({kind}), {rate:count} per second in all.',
  synthetic: 'synthetic accesses',
} as const;
