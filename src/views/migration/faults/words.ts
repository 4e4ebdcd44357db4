/** What the bar of faults says, in English. */
export const WORDS = {
  region: 'Faults',
  breakLink: 'Break the link',
  breakKeys: 'B',
  length: 'For how long',
  lengths: [
    { value: 200, label: '0.2 s' },
    { value: 1000, label: '1 s' },
    { value: 5000, label: '5 s' },
  ],
  restore: 'Restore it now',
  restoreKeys: 'R',
  source: 'Source dies',
  destination: 'Destination dies',
  undo: 'Undo',
  undoKeys: 'Z',
  withKeys: '{name} ({keys})',
  notBroken: 'The link is not broken at this moment.',
  over: 'The migration is over at this moment; go back to one before its end.',
  dead: 'It is dead at this moment.',
  nothingToUndo: 'Nothing has been changed yet.',
} as const;
