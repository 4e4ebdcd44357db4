/** The workspace's sentences, in English: what is asked, and what the results so far show. */
export const SENTENCES = {
  loading: 'Getting ready to explore …',
  failed: 'What can be explored could not be read. Reload the page to try again.',

  /** nothing run yet */
  askOne:
    'How does {figure:strong} depend on {x:strong}, {xFrom} to {xTo}? {places} places × {variants} × {seeds}: {cases:strong} runs.',
  askTwo:
    'How does {figure:strong} depend on {x:strong} and {y:strong}? {places} places × {variants} × {seeds}: {cases:strong} runs.',
  waiting: 'The first results are on their way.',

  /** before findings of a sweep that is not done */
  soFar: 'So far:',

  /** findings, each a sentence */
  above: '{variant} stops converging above {place:strong} of {along}{where}.',
  below: '{variant} stops converging below {place:strong} of {along}{where}.',
  where: ' at {place} of {other}',
  never: '{count:strong} of {all} settings never converge.',
  neverOne: '{count:strong} of {all} settings never converges.',
  range: '{figure}: {least:strong} ({leastAt}) to {most:strong} ({mostAt}).',
  flat: '{figure}: {value:strong} everywhere.',
  nothing: 'No setting has {figure}.',
  duel: 'Smaller with {first} than with {other} in {less:strong} of {both} settings.',
  duelEqual: 'The same with {first} and {other} in all {both} settings.',
  place: '{variant}, {x}',
  placeTwo: '{variant}, {x}, {y}',
  placeAlone: '{x}',
  placeTwoAlone: '{x}, {y}',
  refused: '{count:strong} settings cannot be run.',
  refusedOne: 'One setting cannot be run.',
} as const;

export const WORDS = {
  region: 'What the sweep shows',
  start: 'Start {cases:count} runs',
  startOne: 'Start the run',
  cancel: 'Cancel',
  goOn: 'Go on with {left:count}',
  again: 'Start anew',
  progress: 'Runs done',
  counted: '{arrived} of {cases}',
  left: '{left} left',
  reckoning: 'reckoning …',
  done: '{cases} runs in {spent}',
  stopped: 'stopped at {arrived} of {cases}',
  seconds: '{value} s',
  minutes: '{minutes} min {seconds} s',
  oneSeed: 'one seed',
  seeds: '{count:count} seeds',
  oneVariant: 'one variant',
  variants: '{count:count} variants',
} as const;
