/** What is taken from the Migration workspace, in words. */
export const WORDS = {
  withRule: '{name}, {rule}’s rule',
  against: '{name} against {other}',
  memory: '{mib} MiB',
  more: '{count} more',
  side: 'side {side}: {label}',
  series: {
    time: 'Over time, {side}',
    pause: 'Around the pause, {side}',
    rounds: 'Rounds, {side}',
    turns: 'Turning points, {side}',
  },
  sides: ['side A', 'side B'],
  figures: {
    reached: 'reached (ms)',
    outcome: 'outcome',
    total: 'total time (ms)',
    downtime: 'downtime (ms)',
    bytes: 'bytes sent (B)',
    pages: 'pages sent',
    rounds: 'rounds',
    faults: 'pages waited for at the destination',
    stalled: 'waiting for pages (ms)',
    saved: 'bytes saved (B)',
  },
  underWay: 'under way',
  phases: ['live', 'suspended', 'post-copy', 'completed', 'aborted', 'lost'],
} as const;
