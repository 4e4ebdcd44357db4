export const WORDS = {
  pasted: 'The pasted text',
  about:
    'Drop files anywhere in the app, or choose or paste them here. What something is decides where it opens. Nothing leaves this browser.',
  choose: 'Choose files',
  paste: 'or paste text or a link',
  read: 'Read it',
  kinds: 'What can be read',
  items: 'Brought along',
  clear: 'Take off the list',
  cancel: 'Cancel',
  waiting: 'Waiting for its turn.',
  reading: 'Reading {name}',
  progress: '{percent} % read',
  progressRows: '{percent} % read, {rows} page references so far',
  used: 'Opened.',
  dropHere: 'Drop it: scenario, migration, sweep, tree, keys, page trace, log',
  size: '{size} MB',
  bytes: '{size} B',
  smallSize: '{size} kB',
  numbers: '{count} plain numbers.',
  asked: 'Keys for a tree, or page numbers of a trace?',
  asKeys: 'Keys for a tree',
  asPages: 'Page numbers of a trace',
} as const;

/** What something was read as, and what its button says. */
export const FOUND = {
  failover: { one: 'A scenario: {nodes} nodes, {guests} guests, {commands}.', use: 'Open in Failover' },
  migration: { one: 'A migration: {memory} MiB, strategy {strategy}.', use: 'Open in Migration' },
  trees: { one: 'A lab: tree {tree}, stream {stream}.', use: 'Open in Trees' },
  sweep: { one: 'A sweep: {sweep}.', use: 'Open in Explore' },
  'tree-text': { one: 'A tree, keys or operations as text; Trees says which.', use: 'Look at it in Trees' },
  log: { one: 'A log of query-migrate.', use: 'Read it on the Evidence page' },
  link: { one: 'A link into {workspace}.', use: 'Follow it' },
} as const;

export const COMMANDS = { none: 'no command', one: 'one command', many: '{count} commands' } as const;

export const TRACE = {
  forms: { csv: 'this project’s CSV', lackey: 'valgrind lackey', pages: 'plain page numbers' },
  one: 'A page trace ({form}): {rows} page references to {pages} pages, {share} % of them writes.',
  pagesWrite: 'Nothing in such a list says what wrote, so each reference counts as a write.',
  windows:
    'Counted as in the recorded programs: in a window of 20,000 instructions a page counts once, where it was touched first.',
  leftOut: '{count} of {lines} lines were left out or used in part',
  leftOutOne: '1 of {lines} lines was left out or used in part',
  more: '… and {count} more',
  inMigration: 'Use in Migration',
  inTrees: 'Use in Trees',
  goodInMigration: 'Use {rows} good rows in Migration',
  goodInTrees: 'Use {rows} good rows in Trees',
  lastsNot:
    'This browser keeps nothing for this page (or has no room left): the trace lasts until the page is closed.',
} as const;

export const KEPT_TRACES = {
  title: 'Imported page traces',
  pasted: 'The pasted text',
  about:
    'Workloads in Migration and streams in Trees list them too. A link that names one needs its file imported first.',
  denied: 'This browser keeps nothing for this page: they last until it is closed.',
  facts: '{rows} page references to {pages} pages, {share} % of them writes.',
  csv: 'Save as CSV',
  csvTitle: 'Save {name} as CSV, for somebody who opens your link',
  remove: 'Remove',
  removeTitle: 'Remove {name} from this browser',
  useIn: { migration: 'Use in Migration', trees: 'Use in Trees' },
  useTitle: { migration: 'Use {name} in Migration', trees: 'Use {name} in Trees' },
} as const;

export const KINDS: readonly { readonly what: string; readonly where: string }[] = [
  { what: 'Scenario with its commands (JSON)', where: 'Failover' },
  { what: 'Migration (JSON)', where: 'Migration' },
  { what: 'Sweep (JSON)', where: 'Explore' },
  { what: 'Lab (JSON); tree as brackets, preorder or JSON; list of keys; operations', where: 'Trees' },
  {
    what: 'Page trace: window,page,reads,writes (CSV), valgrind --tool=lackey --trace-mem=yes, or page numbers; up to 200 MB',
    where: 'Migration and Trees',
  },
  { what: 'Log of query-migrate (JSON lines)', where: 'Evidence' },
  { what: 'Link into this app', where: 'where it leads' },
];
export const KINDS_NOTE = 'Packed with gzip or not.';
