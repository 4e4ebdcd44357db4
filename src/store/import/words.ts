/** What the importer's store says. Templates with slots, so that a language can be added. */
export const WORDS = {
  pasted: 'The pasted text',
  stopped: 'Reading {name} failed ({reason}); nothing on screen was changed, so try it again.',
  notOpened: '{name} cannot be opened: {problem}',
  notReady: 'The workspace could not be started; reload the page and try again.',
  gone: 'The page trace {name} is not in this browser any more; import its file again.',
} as const;
