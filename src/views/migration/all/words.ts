/** What the comparison of all strategies says. */
import type { CompareColumn } from '../../../layout/migration/compare-columns.ts';
import type { GuestState } from '../../../layout/migration/compare-pictures.ts';
import type { SoloResult } from '../../../protocol/migration/model.ts';

export const WORDS = {
  region: 'All strategies',
  conditions: 'All under these conditions',
  setup: 'Change in Setup',
  busy: '{done} of {count} are done',
  progress: 'Simulating every strategy',
  cancel: 'Cancel',
  again: 'Simulate again',
  cancelled: 'Cancelled: {done} of {count} are done.',
  caption: 'Every strategy under the same conditions; each column can be sorted.',
  scroller: 'Comparison of all strategies, a table',
  side: 'Put on',
  put: 'Put “{label}” on side {side} and go to the run',
  strategy: 'Strategy',
  outcome: 'Outcome',
  picture: 'Left to send over time',
  waiting: 'not simulated yet',
  none: '–',
  best: 'best',
  seconds: '{seconds} s',
  zero: '0 s',
  goesOn: '→ {end}',
  pictureLabel: '{label}: {bytes} to send at first; {pause}; over after {end}.',
  pauseOf: 'the guest is paused for {pause}',
  noPause: 'the guest is not paused',
  idea: '{strategy} Its stop rule: {rule}',
  legend: 'In the pictures',
  left: 'left to send, up to {most}',
  star: '★ best of its column',
  torn: 'a torn bar is far longer than the others',
} as const;

export const OUTCOME_WORDS: Readonly<Record<SoloResult['outcome'], { mark: string; word: string }>> = {
  completed: { mark: '✓', word: 'completed' },
  'not-converged': { mark: '∞', word: 'not converged' },
  aborted: { mark: '↩', word: 'aborted' },
  'vm-lost': { mark: '✕', word: 'VM lost' },
};

export const COLUMN_WORDS: Readonly<Record<CompareColumn, { name: string; unit: string; meaning: string }>> =
  {
    totalMs: {
      name: 'Total time',
      unit: 's',
      meaning: 'From the first page sent until the source is no longer needed, or until it was given up.',
    },
    downtimeMs: {
      name: 'Downtime',
      unit: 'ms',
      meaning: 'How long the guest runs nowhere. A dash where it was never paused, or never ran again.',
    },
    sentBytes: { name: 'Sent', unit: 'MB', meaning: 'Bytes on the wire, repeated ones included.' },
    timesMemory: {
      name: '× memory',
      unit: '',
      meaning: 'Bytes sent against the VM’s memory: 1.00 is every byte once.',
    },
    rounds: { name: 'Rounds', unit: '', meaning: 'Passes over memory while the guest runs at its source.' },
    lostMs: {
      name: 'Guest loses',
      unit: 'ms',
      meaning:
        'What the guest misses of its own time: paused, waiting for pages at the destination, or put to sleep by auto-converge.',
    },
    cpuMs: {
      name: 'CPU',
      unit: 'ms',
      meaning:
        'How long the migration itself keeps a core of the source busy: an order of magnitude, by cost per byte and page.',
    },
  };

export const GUEST_WORDS: Readonly<Record<GuestState, string>> = {
  runs: 'guest runs',
  slowed: 'slowed or waits for pages',
  paused: 'paused',
};

export const CONDITION_WORDS = {
  memory: '{memory} VM',
  inUse: '{memory} of it in use',
  zero: '{share} zero pages',
  similar: '{share} pages with similar words',
  workload: '{name}, {writes} writes/s in {hot}',
  trace: 'recorded program {file}, {references} page references/s',
  idle: 'guest writes nothing',
  link: '{rate} link, {latency} one way',
  jitter: 'up to {jitter} jitter',
  loss: '{share} loss',
  competing: '{share} of it taken by other traffic',
  outage: 'link down from {from} to {to}',
  pace: 'pace {rate}',
  limit: 'downtime limit {limit}',
  destination: 'destination dies at {at}',
  source: 'source dies at {at}',
  noFaults: 'no faults',
  seed: 'seed {seed}',
  patience: 'given up after {after}',
} as const;
