/** What the workspace says around its regions. */
export const WORDS = {
  opening: 'Making the migration ready',
  loading: 'The Migration workspace is being made ready …',
  failed:
    'The Migration workspace could not be started. Reload the page to try again; the address holds what was asked for.',
  reload: 'Reload',
} as const;
