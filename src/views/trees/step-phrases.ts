/** Small parts of sentences that go into slots of others. */
export const SIDES = { left: 'left', right: 'right' } as const;

export const TIMES = { one: 'once', many: '{count} times' } as const;

export const HANDOVER = {
  some: 'The subtree of {moved} changes hands: from {risen} to {sank}.',
  none: 'Nothing hangs between them, so no subtree changes hands.',
} as const;
