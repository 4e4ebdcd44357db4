export const WORDS = {
  title: 'The paper’s tables',
  close: 'Close',
  about:
    'Printed values beside those of the run on screen, row by row as it reaches them. Each comes from a mechanism; what was fitted to the printed ones is named.',
  memory: 'Memory in use: Tables 1 and 2',
  memoryAbout:
    '{vm} has {mb} MB in use for requests; a request takes {response}. Each call takes 10 MB more, or gives 10 MB back.',
  silent: '{vm} answers nothing now.',
  noServer: 'No guest answers requests; give one some requests per second in the parameters.',
  up: 'increase_mem',
  down: 'decrease_mem',
  script: 'Play the script: five of each',
  pings: '3,000 pings: Tables 3 and 4',
  pingsAbout: 'A ping each 10 ms for 30 s; at 18 s, Heartbeat on node 1 is told to stop.',
  playScript: 'Play the paper’s script',
  playStock: 'Play stock, migrating',
  pause: 'Pause',
  goOn: 'Go on',
  clock: 'at {at}',
  kept: 'Each table keeps the values of the run that filled it last, also a run of your own.',
  evidence: 'All four at once, without waiting: Evidence',
} as const;
