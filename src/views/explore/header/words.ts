/** What the workspace's part of the header says, in English. */
export const WORDS = {
  view: 'View',
  views: [
    { value: 'sweep', label: 'Sweep' },
    { value: 'rank', label: 'What matters' },
    { value: 'compare', label: 'Compare' },
  ],
  ready: 'Ready-made sweeps',
  own: 'A sweep of one’s own',
  setup: 'Set up',
  share: 'Share',
  help: 'Help',
} as const;
