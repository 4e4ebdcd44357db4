/** The words of Predict; slots as in protocol/texts. */
export const WORDS = {
  region: 'Predict',
  title: 'Predict',
  about: 'Say what happens next before you see it.',
  every: 'Before each decision',
  set: 'A set of questions…',
  build: 'Build a shape…',
  leave: 'Leave',
  leaveEvery: 'Stop asking',

  waiting: 'Step on, or play: the picture stops before each decision and asks.',
  goneOn: 'The next question comes with the next decision.',
  loading: 'The questions are being made.',

  score: '{right:count} of {asked:count} right',
  place: 'question {at:count} of {count:count}',
  options: 'Your answer',
  keys: 'Keys 1 to {count:count} answer.',
  weighed: 'Weighed: {parent} and its child {child}.',
  node: '{key} (left {left:count}, self {self:count}, right {right:count})',
  yours: 'your answer',
  theRight: 'right',
  skip: 'Skip',
  goOn: 'Go on',
  next: 'Next question',
  toScore: 'See your score',
  announced: '{place}{question} {weighed} {options}',
  announcedPlace: 'Question {at:count} of {count:count}. ',
  announcedOption: '{number:count}: {option}. ',

  right: 'Right.',
  wrong: 'Wrong, it is {answer}.',
  skipped: 'Skipped. It is {answer}.',

  start: 'Start',
  cancel: 'Cancel',
  building: 'The shape is being made.',
  setTitle: 'A set of questions',
  count: 'Questions',
  seed: 'Seed',
  seedHint: 'The same seed gives everybody the same questions.',
  seedProblem: 'Give a whole number from 0 to {most:count} as the seed.',
  ask: 'Ask about',
  askNothing: 'Choose at least one thing to ask about.',
  buildTitle: 'Build a shape',
  moves: 'Changes of shape',
  buildHint: 'Bring the tree into a shape by operations of your own.',

  scoreTitle: 'Score: {right:count} of {asked:count}',
  tryNext: 'Try next',
  another: 'Another set',
  onOther: 'Now with: {tree}',
  answers: 'Your answers',
  given: '{number:count}. {question}',
  givenRight: 'right: {answer}',
  givenWrong: 'you said {chosen}, it is {answer}',
  givenSkipped: 'skipped, it is {answer}',
  show: 'Show it',
  copyLink: 'Copy the link for others',
  copyExercise: 'Copy the link',
  copied: 'Copied.',
  copyFailed: 'Copying was refused; copy it from here.',

  exerciseTitle: 'Build this shape',
  exerciseHow: 'Click a node or type operations until the tree looks like this. {moves:count} can do it.',
  exerciseHowOne: 'Click a node or type an operation so that the tree looks like this. One can do it.',
  target: 'The shape to build',
  targetText: 'In brackets, each as left key right: {text}',
  exerciseNow: '{check} {moves}',
  movesUsed: '{used:count} used.',
  movesNone: 'None used yet.',
  done: 'Done: this is the shape.',
  doneBest: 'Done, with as few operations as were used to make it.',
  notYet: 'Not yet.',
  noCheck: 'Not begun.',
  hint: 'Give a hint',
  hintWaits: 'The hint comes when the operation has ended.',
  undo: 'Undo',
  anotherShape: 'Another one',

  neverRotates: '{tree}: this tree never rotates, so there is nothing to predict.',
  oneCase: '{tree}: every decision comes to the same case. Take a set of questions instead.',
  takeSplay: 'Take the splay tree',
} as const;

export const QUESTIONS = {
  case: 'Which case comes next?',
  root: 'Which key is the root after {command} {key}?',
  rotations: 'How many rotations in {command} {key}?',
} as const;

/** In the list of answers, where the picture stands elsewhere. */
export const SHORT_QUESTIONS = {
  case: 'Case, operation {operation:count} on {key}',
  root: 'Root after operation {operation:count} on {key}',
  rotations: 'Rotations of operation {operation:count} on {key}',
} as const;

export const KINDS = {
  case: 'the next case',
  root: 'the next root',
  rotations: 'the number of rotations',
} as const;

export const CASES: Readonly<Record<string, string>> = {
  zig: 'zig',
  'zig-zig': 'zig-zig',
  'zig-zag': 'zig-zag',
  none: 'no rotation',
};

/** One part of the sum of rotations, and what stands between the parts. */
export const ROTATION_PART = '{count:count} {case} × {turns:count}';
export const ROTATION_PLUS = ' + ';

/** Why an answer is right; the names are those of the engine's questions. */
export const REASONS: Readonly<Record<string, string>> = {
  'counts.zig':
    'inner {inner:count} < sibling {sibling:count}, but outer {childSelf:count} + {childFar:count} = {outer:count} > {sibling:count}. {childKey} and its outer side are asked for more than {parentKey} and everything beyond it.',
  'counts.zig-zag':
    'inner {inner:count} ≥ sibling {parentSelf:count} + {parentOther:count} = {sibling:count}. {innerKey} rises over both: its subtree is asked for at least as often as {parentKey} and everything beyond it.',
  'counts.none':
    'inner {inner:count} < sibling {parentSelf:count} + {parentOther:count} = {sibling:count}, and outer {outer:count} ≤ {sibling:count}. Whatever rose would push down what is asked for at least as often.',
  'counts.none-printed':
    '{childKey} is a right child, and the table as printed has no case for it. The counts alone (inner {inner:count}, outer {outer:count}, sibling {sibling:count}) would have rotated.',
  'shape.zig': 'Nothing is left to climb above {parentKey}: one rotation lifts {key} over it.',
  'shape.zig-zig':
    '{key}, {parentKey} and {grandparentKey} stand in a straight line, so the upper edge is rotated first.',
  'shape.zig-zag': '{key} lies between {parentKey} and {grandparentKey}: a bend, so {key} rises over both.',
  'shape.none': '{key} stays below {parentKey}.',
  'potential.zig': 'Φ falls by {drop} > ε {epsilon}, so {childKey} rises over {parentKey}.',
  'potential.zig-zig': 'Φ falls by {drop} > ε {epsilon}, so {childKey} rises over {parentKey}.',
  'potential.zig-zag':
    'Φ falls by {drop} > ε {epsilon}: the key between {childKey} and {parentKey} rises over both.',
  'potential.none':
    'Φ would fall by only {drop} ≤ ε {epsilon}: not enough, {parentKey} stays above {childKey}.',
  'potential.none-rise': 'Φ would rise by {drop}, so {parentKey} stays above {childKey}.',
  'root.stays': 'Nothing is rotated over {rootKey}, so it stays the root.',
  'root.raised': '{key} is rotated all the way up, over the old root {oldRootKey}.',
  'root.last-visited': '{key} is not there: the last node visited, {rootKey}, is rotated up instead.',
  'root.replaced': '{key} leaves the tree, and its neighbour {rootKey} ends as the root.',
  'root.rotated': 'The last decision on the way lifts {rootKey} over the old root {oldRootKey}.',
  'rotations.none': 'Every pair that is weighed stays as it is.',
  'rotations.sum': '{parts} = {rotations:count}.',
};

/** Where a tree first differs from the target; the names are those of the engine's exercises. */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'exercise.missing': '{key} is not in your tree.',
  'exercise.extra': '{key} should not be in your tree.',
  'exercise.root': 'The root should be {key}, not {rootKey}.',
  'exercise.not-root': '{key} should not be the root; it belongs below {targetParentKey}.',
  'exercise.parent': '{key} hangs below {parentKey}; it belongs below {targetParentKey}.',
};
