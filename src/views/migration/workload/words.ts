/** What the workload's pictures say. Terms of the field: miss ratio, stack distance, U(t), working set. */
export const WORDS = {
  region: 'Workload',
  busy: 'Watching the workload for a while: {percent}',
  progress: 'Watching the workload',
  cancel: 'Cancel',
  start: 'Watch the workload',
  idle: 'The workload has not been looked at.',
  table: 'Table',
  chart: 'Chart',
  tableOf: '{title}, as a table',
  chartOf: '{title}, as a chart',
  none: '–',
} as const;

export const MISS_WORDS = {
  title: 'Miss ratio of an LRU cache',
  x: 'pages in the cache',
  y: 'misses',
  at: 'A cache of {pages} pages ({memory}) misses {ratio} of the references.',
  one: 'A cache of 1 page ({memory}) misses {ratio} of the references.',
  needs: 'To miss at most {ratio} of the references a cache needs {pages} pages ({memory}).',
  never: 'The workload refers to no page.',
  predictor: 'predictor’s cache',
  columns: ['Cache, pages', 'Misses'],
} as const;

export const DISTANCE_WORDS = {
  title: 'Stack distances',
  x: 'distinct pages since the last reference to the same page',
  y: 'of all references',
  at: '{share} come back to a page after {from} to {to} distinct pages; a cache of {to} hits all full bars, {hits}.',
  one: '{share} of the references go to the same page as the one before.',
  first: 'first',
  firstAt: '{share} are first references: no cache has their page.',
  columns: ['Distance, pages', 'References', 'Share'],
  range: '{from}–{to}',
  only: '{to}',
  firstRow: 'first references',
} as const;

export const DIRTY_WORDS = {
  title: 'U(t): different pages written in a time',
  x: 'time, or length of a round',
  y: 'pages',
  logarithmic: 'log',
  linear: 'linear',
  scale: 'Scales of the two pictures of rounds',
  curve: 'U(t), written',
  sent: 'sent by the link',
  stop: 'pause at or below {pages}',
  at: 'In {time} the guest writes {written} different pages; the link sends {sent}.',
  meet: 'They meet at {pages} pages, {time}: a round of that size dirties as much as it sends.',
  never: 'The link is the faster one at every length of a round: rounds come down to nothing.',
  always: 'Even while all memory is sent the guest writes no fewer pages than the link takes.',
  settles: 'they meet',
  columns: ['Time', 'Written, pages', 'Sent by the link, pages'],
} as const;

export const ROUND_WORDS = {
  title: 'Rounds: formula and simulation',
  x: 'round',
  pause: 'pause',
  left: 'left',
  formula: 'by formula',
  simulated: 'simulated, side A',
  at: 'Round {round}: {formula} pages by formula, {simulated} simulated ({difference}).',
  formulaOnly: 'Round {round}: {formula} pages by formula; not reached in the simulation.',
  simulatedOnly: 'Round {round}: {simulated} pages simulated; the formula has no such round.',
  lastAt: 'With the VM paused: {formula} pages by formula, {simulated} simulated ({difference}).',
  lastFormulaOnly: 'With the VM paused: {formula} pages by formula; not reached in the simulation.',
  leftAt: 'After the last round looked at {formula} pages are left by formula.',
  total:
    'Rounds reached so far ({rounds}): {simulated} pages simulated, {formula} by formula ({difference}).',
  notReached: 'Simulated rounds of side A stand here as soon as the run has reached their end.',
  noRounds:
    'Side A moves by {strategy}: it sends no page before the guest stops, so no round can be compared.',
  more: 'round; {count} more are alike',
  columns: ['Round', 'By formula, pages', 'Simulated, pages’ worth', 'Difference'],
} as const;

export const SET_WORDS = {
  title: 'Working set over time',
  x: 'time watched',
  y: 'pages',
  at: 'From {from} to {to}: {pages} different pages ({memory}).',
  all: 'Different pages in windows of {window}: {least} to {most}.',
  columns: ['From', 'To', 'Different pages'],
} as const;

export const SENTENCE_WORDS = {
  writes:
    '{name}: {writes} writes a second. While all {memory} pages are sent once ({time}), {set} different pages are written, {share} of them.',
  references:
    'Recorded program {name}: {writes} page references a second. While all {memory} pages are sent once ({time}), {set} different pages are written, {share} of them.',
  nothing: 'The guest writes nothing: one round sends all there is to send.',
  converges:
    'By formula [pre-copy|pre-copy] comes to its end: after {rounds} there are {rest} pages left, and up to {stop} may be sent with the VM paused.',
  'dirty-rate':
    'By formula [pre-copy|pre-copy] never comes to its end: the guest dirties {dirtied} pages a second, the link takes {rate}; no round gets smaller than {rest} pages, and only {stop} may be left.',
  'working-set':
    'By formula [pre-copy|pre-copy] never comes to its end: rounds come down to {rest} pages, which are written again as fast as they are sent, and only {stop} may be left.',
  oneRound: '1 round',
  rounds: '{rounds} rounds',
  remedies: 'Each of these alone would end it: {link}, {limit}, {guest}.',
  remediesWithoutLink: 'Each of these alone would end it: {limit}, {guest}.',
  link: 'a link of {rate} instead of {now}',
  limit: 'a pause for {pages} pages ({time})',
  guest: 'a guest at {speed} of its speed',
} as const;
