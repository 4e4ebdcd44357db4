/** What the comparison of failures says. Templates: `{slot}`. */
import type { CourseKind } from '../../../../protocol/requests.ts';

export const WORDS = {
  title: 'Same seed, side by side',
  close: 'Close',
  about:
    'One failure of {node}, taken in seven ways. Everything else is the same: cluster, guests, seed {seed}.',
  conditions:
    'Failure at {at} · {vm} pinged every {ping} · dead after {dead} of silence · {fence} to switch a node off · boots take 30 to 45 s, by the seed',
  axis: 'Time axis',
  shortAxis: '30 s',
  longAxis: '120 s',
  show: 'Show as',
  picture: 'Picture',
  table: 'Table',
  rate: 'Requests per second',
  print: 'Print',
  cancel: 'Cancel',
  again: 'Run the rest',
  progress: 'The courses are being run',
  open: 'Open this run',
  openLabel: 'Open this run: {name}',
  waiting: 'not run yet',
  seconds: '{at} s',
  lane: 'node {node}',
  rttTop: '10 ms',
  rttBottom: '0.1',
  noAnswer: 'no answer',
  runsTwice: '{vm} runs twice',
  picturesOf: '{name}: {outage} without answer',
  legend: {
    rtt: 'round trip, log scale',
    gap: 'lost pings',
    runs: 'runs, in truth',
    boots: 'boots',
    stands: 'stands still',
    belief: 'whoever leads believes it runs there',
    twice: 'runs twice',
  },
  happened: 'What happened, by course',
  course: 'course',
  printed: 'Migrascope {version} · seed {seed} · {link}',
  printedRate: 'Requests failed: at {rate} requests per second.',
} as const;

export const NAMES: Readonly<Record<CourseKind, { name: string; about: string }>> = {
  'stop-paper': { name: 'Controlled stop', about: 'the paper’s script: {vm} moves alive, at the set pace' },
  'stop-migrating': {
    name: 'Controlled stop',
    about: 'stock, migrating: {vm} moves alive, as fast as it goes',
  },
  'stop-rebooting': { name: 'Controlled stop', about: 'stock, rebooting: shut down here, booted there' },
  crash: { name: 'Crash', about: 'the power goes; no fencing' },
  hang: { name: 'Hang', about: 'silent, then goes on at {thaw}; no fencing' },
  partition: { name: 'Partition', about: 'heartbeat cable pulled; no fencing' },
  'partition-fenced': { name: 'Partition', about: 'heartbeat cable pulled; with fencing' },
};

export const FIGURES = {
  outage: 'without answer',
  longest: 'longest gap',
  failed: 'requests failed',
  memory: 'memory not kept',
  noticed: 'noticed after',
  answers: 'answers after',
  twice: 'ran twice',
  blocks: 'blocks overwritten',
} as const;

export const VALUES = {
  none: 'none',
  refused: '–',
  never: 'never',
  announced: 'announced',
  unnoticed: 'nobody does',
  unbroken: 'never silent',
  notYet: 'not by {end}',
  atLeast: '≥ {value}',
  still: '{value}, still',
  pages: '{count} pages',
} as const;

/** Marks on a row, by event; those without words are left out. Lower rank = kept longer where room is short. */
export const MARKS: Readonly<Record<string, { text: string; rank: number }>> = {
  'round-started': { text: 'moves', rank: 7 },
  activated: { text: 'moved', rank: 3 },
  'vm-stopped': { text: 'shut down', rank: 5 },
  'peer-dead': { text: 'noticed', rank: 3 },
  shot: { text: 'switched off', rank: 4 },
  'boot-started': { text: 'boots', rank: 6 },
  booted: { text: 'up', rank: 2 },
  'split-brain': { text: 'twice', rank: 1 },
  'node-thawed': { text: 'goes on', rank: 0 },
  'gives-up': { text: 'all start anew', rank: 4 },
  'no-room': { text: 'no room', rank: 2 },
};

/** What the rows mean, each a sentence of its own; only those the rows bear out are said. */
export const VERDICT = {
  planned: 'Moved alive before its node stops, {vm} is without answer for {planned}.',
  crash:
    'After a crash it is for {crash}, of which {detect} pass before anybody notices and the rest is the boot.',
  crashOpen: 'After a crash it is not back by {end}.',
  quiet:
    'Cut off without fencing, not one ping is lost, and yet {vm} runs twice for {twice} and up to {blocks} blocks of its disk are overwritten: the row that looks best is the one that destroys data.',
  twice:
    'Cut off without fencing, {vm} runs twice for {twice} and up to {blocks} blocks of its disk are overwritten.',
  fenced: 'With fencing it never runs twice; the price is {fenced} without answer.',
  fencedFree:
    'With fencing it never runs twice, and on this seed it is never silent: its own side shot first and took the other down.',
  fencedOpen: 'With fencing it never runs twice; the price is that it is not back by {end}.',
  honest:
    'One seed of a model: boot times and {writes} disk writes per second are assumptions, the pace of the move is fitted to the paper, and nothing here is measured.',
} as const;
