/** What the workspace says around its regions. */
export const WORDS = {
  opening: 'Making the migration ready',
  loading: 'The Migration workspace is being made ready …',
  failed:
    'The Migration workspace could not be started. Reload the page to try again; the address holds what was asked for.',
  reload: 'Reload',
  dropHere: 'Drop a migration (JSON)',
  /** what a pasted text is called in sentences */
  pasted: 'The text',
  notYet: 'The workspace is not ready yet; try again in a moment.',
  notOpened: '{name} cannot be opened: {problem}',
  log: '{name} is a log of query-migrate. The Evidence page reads those and draws them beside their simulation.',
  logOpen: 'Open it there',
  logLeave: 'Stay here',
} as const;
