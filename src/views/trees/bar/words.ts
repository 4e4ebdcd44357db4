/** What the bar says, in English. */
export const WORDS = {
  bar: 'Operations',
  playback: 'Playback',
  toStart: 'To the start',
  previousOperation: 'Previous operation',
  stepBack: 'Step back',
  play: 'Play',
  pause: 'Pause',
  stepForward: 'Step forward',
  nextOperation: 'Next operation',
  toEnd: 'To the end',

  speed: 'Speed',
  steps: '{factor}× steps',
  perSecond: '{count:count} accesses/s',
  flatOut: 'as fast as possible',

  operation: 'operation',
  of: 'of {count:count}',
  jump: 'Operation number',
  none: 'no operations yet',
  notNumber: 'Give the number of an operation, 1 to {count:count}.',
  outside: 'There are operations 1 to {count:count}; {given} was given.',

  strip: 'Operations around this one',
  slider: 'Operation',
  sliderValue: 'operation {number:count} of {count:count}: {command} {key}',
  sliderHidden: 'operation {number:count} of {count:count}',
  cell: 'operation {number:count}: {command} {key}',
  cellTyped: 'operation {number:count}: {command} {key}, typed',
  typed: 'typed',
  hint: 'click a key to go there',
  closed: 'Answer the question first.',

  input: 'Type operations',
  placeholder: 'insert 5 9; find 3; delete 7, or keys',
  inputHint: 'Enter runs it before what comes next · key /',
  run: 'Run',
  undo: 'Undo typed',
  undoTitle: 'Takes the operations typed last back',
  leavePresent: 'Leave',
} as const;

/** Of the strip's cells; a bare key is an access. */
export const COMMAND_LETTERS: Readonly<Record<string, string>> = {
  access: '',
  find: 'f',
  insert: 'i',
  delete: 'd',
};
