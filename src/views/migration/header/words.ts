/** What the workspace's part of the header says, in English. */
export const WORDS = {
  view: 'What is shown',
  views: [
    { value: 'run', label: 'Run' },
    { value: 'all', label: 'All strategies' },
    { value: 'workload', label: 'Workload' },
  ],
  sides: ['A', 'B'],
  strategyOf: 'Strategy of side {side}',
  none: 'none',
  swap: 'Swap A and B',
  menu: 'Menu',
  setup: 'Setup',
  strategies: 'Strategies',
  share: 'Share',
  help: 'Help',
} as const;
