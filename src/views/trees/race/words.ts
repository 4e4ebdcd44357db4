/** What the race and the figures say. */
export const CHARTS = ['visited', 'recent', 'rotations', 'hot'] as const;
export type Chart = (typeof CHARTS)[number];

export const RACE_WORDS = {
  region: 'Race',
  title: 'Same operations, {count}',
  shortTitle: 'Race',
  counts: {
    none: 'no tree',
    one: 'one tree',
    few: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    many: '{count} trees',
  },
  chart: 'Curve',
  charts: {
    visited: 'Nodes visited, mean so far',
    recent: 'Nodes visited, last stretch',
    rotations: 'Visits against rotations',
    hot: 'Depth of the hot keys',
  } satisfies Record<Chart, string>,
  axes: {
    visited: 'nodes visited per operation',
    recent: 'nodes visited per operation, last {stretch}',
    rotations: 'nodes visited (up) against rotations (across) per operation',
    hot: 'mean depth of the {count} hottest keys, last {stretch}',
  } satisfies Record<Chart, string>,
  picture: {
    visited: 'Nodes visited per operation over {operations} operations, one curve a tree.',
    recent: 'Nodes visited per operation over {operations} operations, one curve a tree.',
    rotations: 'Nodes visited against rotations per operation, one trail a tree.',
    hot: 'Mean depth of the hottest keys over {operations} operations, one curve a tree.',
  } satisfies Record<Chart, string>,
  optimum: 'optimum',
  shift: 'other keys become hot',

  side: 'Beside the curve',
  sides: { numbers: 'Numbers', trees: 'Trees' },

  slider: 'Moment of the race',
  sliderValue: 'after {operations} of {all} operations',

  start: 'Start the race',
  again: 'Race again',
  cancel: 'Cancel',
  running: '{percent} %',
  runningLabel: 'The race is run',
  offer: 'Each tree gets the same {operations} operations from the same start.',
  empty: 'There is nothing to race over yet: type some operations, or choose a stream.',
  nobody: 'Choose the trees that take part.',
  preparing: 'The trees start.',

  table: 'Numbers of the race',
  after: 'after {operations} operations',
  afterOne: 'after one operation',
  over: 'last {stretch} of {operations}',
  columns: {
    visited: 'visited',
    rotations: 'rotations',
    ratio: '× optimum',
    hot: 'hot depth',
    back: 'back after',
  },
  meanings: {
    visited: 'Nodes compared with per operation. The first is the root, so the least is 1.',
    rotations: 'Single rotations per operation: a zig-zag or zig-zig counts as two.',
    ratio:
      'Nodes visited, divided by those of the best tree that never changes, worked out from this very stream (at most 1,000 keys).',
    hot: 'Mean depth of the {count} keys asked for most, weighted by how often, over the last {stretch} operations. The root has depth 0.',
    back: 'Operations after the hot keys changed until the next {stretch} cost at most 10 % more than the half before the change.',
  },
  notYet: 'not yet',
  atOnce: 'at once',
  staticOptimum: 'static optimum',

  trees: 'After {operations} operations',
  treesMore: 'height · nodes visited per operation',
  treeNow: 'height {height}',
  treeLabel: '{name}: {size} keys, height {height}, {hot} of the {hotKeys} hottest keys in the picture',
  top: 'top {shown} keys',
  topShort: 'top {shown}',
  toStage: 'Show {name} on the stage',
  hotKeys: 'the {count} hottest keys',
  hotKey: 'the hottest key',
  loading: 'The trees are fetched.',

  choose: 'Trees …',
  chooseTitle: 'Trees that race',
  addPresent: '+ {name}, as it is on the stage',
  tooMany: 'at most {most} keys',

  figures: 'Against size …',
  separator: ' · ',
  setting: '{label} {value}',
  switchedOn: '{label}',
  switchedOff: 'no {label}',
} as const;

/** Short enough for the end of a curve; the registry's name stands in for others. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  'lazy-counting': 'lazy counting',
  splay: 'splay',
  'semi-splay': 'semi-splay',
  cbtree: 'CBTree',
  'move-to-root': 'move to root',
  unbalanced: 'plain tree',
  balanced: 'balanced',
  'static-optimum': 'static optimum',
};

export const SECOND_NAME = '{name} {copy}';

export const FIGURE_WORDS = {
  intro:
    'What an access costs when there are more keys: every tree starts balanced and gets the same Zipf 1.0 stream. After a warm-up, five runs of 100,000 accesses are timed and the median is shown.',
  honest:
    'These are measured in this browser, now: another machine, or a busy one, gives other times. They re-make Figures 6 and 7 of paper B (response time and delay against the number of nodes), whose own curves are not in the paper’s text, so nothing here is compared with them.',
  trees: 'Trees',
  large: 'up to 1,048,576 keys (takes a while)',
  start: 'Measure',
  again: 'Measure again',
  cancel: 'Cancel',
  progress: 'Measuring',
  percent: '{percent} %',
  visited: 'Nodes visited per access',
  time: 'Time per access, measured here and now',
  keys: 'keys',
  microseconds: 'µs',
  visitedUnit: 'nodes',
  tree: 'tree',
  rotations: 'rotations',
  table: 'The same in numbers',
  nobody: 'Choose at least one tree.',
  leftOut: 'The static optimum is worked out for at most 1,000 keys and ends there.',
} as const;
