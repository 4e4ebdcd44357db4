import type { Measure, Mode } from '../../../store/evidence/errors.ts';

export const WORDS = {
  claimBefore: 'Does a simulated migration take as long as the measured one?',
  claimRunning: 'Does a simulated migration take as long as the measured one? {done} of them compared so far',
  claimNear:
    'Simulated migrations take as long as measured ones: total times {median} off in the median, nine in ten within {p90}',
  claimFar:
    'Simulated migrations take {median} longer or shorter than measured ones in the median, nine in ten within {p90}',
  verdicts:
    'Whether a run converges the simulation says rightly in {right} of {runs}; the textbook’s formula in {textRight} of {textRuns}, and its total times are {textMedian} off in the median, {textWorst} at worst.',
  setup:
    '{runs} live migrations of QEMU 7.2 (Debian 12, TCG, source and destination on one machine, stream over a local socket), each beside a simulation of the same VM, writes, pace and stop rule. One set of constants for all runs, a few of them read off the measurements as a whole, none fitted to a run.',
  progress: 'Simulating the twins',
  measure: 'Compared',
  mode: 'Runs',
  all: 'All',
  textbook: 'Show the textbook model too (open marks)',
  textbookMeaning: 'rounds as volume over bandwidth, pages dirtied from a formula, no windows and no bursts',
  scatter:
    '{title}: simulated against measured, {runs} runs, logarithmic. {within} of them lie within 2 % of the diagonal. The table beside it holds the same figures.',
  scatterDifference:
    '{title}: simulated against measured, {runs} runs, logarithmic. The median difference is {median}. The table beside it holds the same figures.',
  scatterBox: 'Simulated against measured',
  errorStrip: 'Error of the simulation against what was measured',
  errorAxis: 'error of the simulation',
  axis: '{measure}, {which} ({unit})',
  axisPlain: '{measure}, {which}',
  withUnit: '{text} {unit}',
  percent: '{value} %',
  measuredAxis: 'measured',
  simulatedAxis: 'simulated',
  equal: 'equal',
  legend: 'Marks',
  open: 'open: textbook',
  nothingPointed:
    'Point at a mark, or at a row of the table, to read it here; press it (or Enter; arrow keys go from row to row) for the run’s detail. A name tells pattern, RAM in MiB, pace in MB/s, hot set in MiB, writes a second and downtime limit in ms.',
  pointed: '{name}, repeat {repeat} ({mode}): measured {measured}, simulated {simulated} ({error}){textbook}',
  pointedTextbook: '; textbook {value} ({error})',
  errors: 'Errors of {measure}',
  errorHead: {
    mode: 'Runs',
    model: 'By',
    count: 'Compared',
    median: 'Median',
    p90: '9 in 10 within',
    worst: 'Worst',
    right: 'Converges or not: right',
  },
  models: { twin: 'simulation', textbook: 'textbook' },
  ofRuns: '{right} of {runs}',
  runs: 'All runs',
  runHead: {
    name: 'Run',
    mode: 'Strategy',
    measured: 'Measured',
    simulated: 'Simulated',
    error: 'Error',
    textbook: 'Textbook',
    ended: 'Ended',
  },
  repeat: '#{repeat}',
  converged: 'converged',
  notConverged: 'gave up',
  verdictWrong: '{measured}; simulated: {simulated}',
  openRun: 'Open {name}, repeat {repeat}',
  notModelled: 'What is not modelled',
  notModelledList: [
    'The cost of reading the dirty bitmap (0.02 to 0.1 ms a sync) and of setting the migration up (about 1 ms).',
    'The emulator’s address cache (TLB). The measured guest empties it every millisecond, because QEMU 7.2 misses writes otherwise; a real processor pays for it too.',
    'Stopping the VM and saving its devices: 1 to 2 ms of each measured pause in pre-copy, which QEMU reports in whole ms.',
    'Other load of the machine: sender, receiver and guest shared two cores; single samples can be late by some ms.',
    'The draw of pages: a twin writes as many pages at the same places in the mean, but not the very same pages at the same instants. With limits hit by chance, a round more or less is chance too.',
    'Bytes besides pages: the CPU’s and devices’ state (about 0.2 MB) and the markers between rounds.',
  ],
} as const;

export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  precopy: 'pre-copy',
  autoconverge: 'auto-converge',
  postcopy: 'post-copy',
  xbzrle: 'XBZRLE',
};

export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  totalTimeMs: 'Total time',
  bytesSent: 'Bytes sent',
  downtimeMs: 'Downtime',
  liveRounds: 'Live rounds',
};

/** What stands at an axis' number. */
export const AXIS_UNITS: Readonly<Record<Measure, string>> = {
  totalTimeMs: 's',
  bytesSent: 'MB',
  downtimeMs: 'ms',
  liveRounds: 'rounds',
};

export const DETAIL_WORDS = {
  region: 'One run',
  title: '{name}, repeat {repeat}',
  close: 'Close',
  loading: 'Simulating this run',
  setting:
    '{memory} with {pattern} writes to {hot}{cold}, {writes} pages a second; pace {pace}, downtime limit {limit}{more}.',
  cold: ' (and {share} of them to {size} more)',
  autoConverge: '; auto-converge',
  xbzrle: '; XBZRLE with a cache of {size}',
  postCopy: '; post-copy after the first pass',
  zero: '; only {size} of the memory hold data',
  remaining: 'Remaining memory over time',
  rounds: 'Bytes of each round',
  firstRounds: 'Bytes of each of the first {count} rounds',
} as const;
