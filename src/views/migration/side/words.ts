/** What the figures beside the picture say. Templates as in shared/template. */
export const SIDES = ['A', 'B'] as const;

export const WORDS = {
  region: 'Figures',
  none: '–',
  running: 'running',
  side: 'side {side}',
} as const;

export const CONVERGE = {
  title: 'Will it converge?',
  busy: 'The workload is being watched: {percent}',
  failed: 'This could not be worked out: {problem}',
  yes: 'Yes, by formula: after {rounds} {rest} pages are left, and {stop} may be [stop rule|left].',
  'dirty-rate':
    'No, by formula: the VM [dirty rate|dirties] pages as fast as the link takes them; no [round|round] gets below {rest}, only {stop} may be left.',
  'working-set':
    'No, by formula: [round|rounds] come down to {rest} pages, a [working set|working set] written again as fast as it is sent; only {stop} may be left.',
  none: 'Yes: the VM writes nothing, one [round|round] sends all.',
  oneRound: '1 round',
  rounds: '{rounds} rounds',
  xen: 'Xen’s rule ends it all the same, after 29 rounds or 3 × RAM, and the pause is long.',
  vmotion: 'vMotion’s rule ends it all the same, once a round gains less than 1 MB, and the pause is long.',
  throttling:
    '[auto-converge|Auto-converge] is on: it slows the VM, to {least} at most, and {speed} would do.',
  note: 'A formula on [u(t)|U(t)], measured on this workload. The run shows what happens.',
  noteOutage: 'A formula on [u(t)|U(t)], measured on this workload; it knows of no outage and no death.',
  'always-stop-and-copy': '{side} always ends: the VM is paused throughout, so nothing is written again.',
  'always-post-copy':
    '{side} always ends: the VM writes at the destination, so each page needs to go only once.',
  'always-hybrid':
    '{side} always ends: after its rounds the VM goes ahead, and what is missing follows once.',
  dirties: 'dirtied, last round',
  takes: 'link takes',
  set: 'written in round 1',
  memory: 'memory',
  perSecond: '{pages}/s',
  summaryYes: 'yes, {rounds}',
  summaryNo: 'no, by formula',
  summaryThrottled: 'only with the VM throttled',
  summaryAlways: 'always ends',
  summaryBusy: '…',
  now: 'Round {round}{of}: dirtied {dirtied:written}/s, sent {taken:strong}/s.',
  nowOf: ' of {side}',
  nowUnknown: 'Round {round}{of} has just begun.',
  needs: 'What would make it:',
  apply: 'Apply',
  applyLong: 'Apply: {what}',
  link: 'a link of {to} instead of {from}',
  pace: 'a pace of {to} instead of {from}',
  limit: 'a [downtime limit|downtime limit] of {to} instead of {from}',
  writes: '{to} writes a second instead of {from}',
  references: '{to} page references a second instead of {from}',
  autoConverge: '[auto-converge|auto-converge]: the VM down to {speed} of its speed',
  postCopy: '[post-copy|post-copy], which always ends',
} as const;

export const PAUSE = {
  title: 'The pause, blown up',
  notYet: 'not paused yet',
  never: 'never paused',
  pages: 'last pages',
  switch: 'processor’s state',
  message: 'message on its way',
  acknowledge: 'travel and acknowledgement',
  outage: 'of it link down {down}',
  part: '{name} {ms}',
  length: '{ms}',
  soFar: '{ms} so far',
  trueScale: 'true scale',
  sliver: '{pause} of {total}',
  later: 'and {stalled} of waiting for pages after it',
  bar: '{side}: paused for {ms}, {share} of the time so far',
  summary: '{side} {ms}',
} as const;

export const PREDICTION = {
  title: 'Was the prediction right?',
  precision: 'precision',
  recall: 'recall',
  precisionTerm: '[precision|precision]',
  recallTerm: '[recall|recall]',
  of: '{value} of {all}',
  heldNow: 'held now',
  summary: '{side} {precision} · {recall}',
  oracle: 'The [oracle|oracle] knows the future: when round 1 is over, no other has hit more.',
  compare: 'Compare',
  chart: 'Precision and recall over time, in percent',
} as const;

export const POST = {
  title: 'Post-copy',
  notYet: 'not switched yet',
  faults: '[demand fault|faults]',
  requests: 'requests',
  stalled: '[stall|waited]',
  missing: 'to come',
  summary: '{side} {faults} faults, waited {stalled}',
  bubble: 'The [bubble|bubble]: pages on both sides of the last fault are pushed next.',
  forward: 'The push goes on from the last fault, forward.',
  chartFaults: 'faults',
  chartStalled: 'waited',
  chart: '{what} since the switch',
} as const;

export const COST = {
  title: 'CPU (assumed)',
  titleSaving: 'Compression and CPU',
  cpu: 'CPU',
  cpuNote: 'CPU: time that a core of the source was busy with the migration, assumed.',
  saved: 'bytes saved',
  hits: '[xbzrle|XBZRLE] hits',
  hitsValue: '{share} of {pages} pages',
  summary: '{side} {ms}',
  summarySaved: '{side} {bytes} saved',
} as const;

export const AGAINST = {
  title: 'A against B',
  titleOne: 'In figures',
  caption: 'Both sides in figures, as far as they were seen',
  captionOne: 'The migration in figures, as far as it was seen',
  row: 'figure',
  difference: 'B − A',
  total: 'total time',
  downtime: '[downtime|downtime]',
  bytes: 'sent',
  again: 'pages sent again',
  lost: 'VM’s lost time',
  lostNote: 'Lost: paused, waiting for pages, throttled.',
  aborted: 'not moved',
  vmLost: 'VM lost',
  next: 'Try next:',
  all: 'All strategies',
  breakLink: 'Break the link',
  against: 'Against post-copy',
  againstPre: 'Against pre-copy',
} as const;
