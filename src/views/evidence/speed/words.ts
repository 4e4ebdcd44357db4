import type { SpeedName } from '../../../protocol/migration/requests.ts';

export const WORDS = {
  claimBefore: 'How fast is it in this very browser, and does it compute the same?',
  claimSame:
    'This browser computes the scripted 30 s bit for bit as published, {ratio} times as fast as real time',
  claimOther: 'This browser computes the scripted 30 s differently from what was published; please report it',
  intro:
    'Times belong to a machine, so each figure is a ratio to a baseline measured in the same breath, the median of five turns after one to warm up. “Claimed” is what npm run evidence measured: {machine}.',
  start: 'Measure here (about {seconds} s)',
  again: 'Measure again',
  progress: 'Measuring',
  caption: 'Speed',
  what: 'What',
  baseline: 'Baseline',
  claimed: 'claimed',
  here: 'here',
  difference: 'difference',
  rate: 'here, a second',
  times: '{ratio} ×',
  accesses: '{count} M accesses',
  seconds: '{count} simulated s',
  hash: 'State after the scripted 30 s',
  same: 'the same',
  other: 'different',
} as const;

export const ROWS: Readonly<Record<SpeedName, { readonly name: string; readonly baseline: string }>> = {
  'tree-small': { name: 'Lazy counting tree, 1,000 keys, Zipf 1', baseline: 'splay tree' },
  'tree-large': { name: 'Lazy counting tree, 65,536 keys, Zipf 1', baseline: 'splay tree' },
  migration: { name: 'Page accesses of a 256 MiB pre-copy', baseline: 'a bare counter per page' },
  predicting: { name: 'The same, predicting with the tree', baseline: 'a bare counter per page' },
  failover: { name: 'The scripted 30 s of the cluster', baseline: 'real time' },
  recorded: { name: 'The same, all that the page shows recorded', baseline: 'real time' },
};
