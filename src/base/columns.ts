/**
 * Layout of the columns that engine, worker and page share. The engine writes them, the page reads them; neither
 * knows the other, so they meet here.
 *
 * Series are append-only tables of float64, rows in order of their first column, a time in µs:
 *
 *   pings     sentUs | rttMs (NaN = lost) | queueMs | tailMs | noiseMs | batch (−1 = none)
 *   progress  atUs | vm | writes (in the last 10 ms) | pagesLeft (NaN = no migration) | distinct dirty pages
 *   cpu       atUs | node | percent | dom0Percent
 *   shares    atUs | node | vm | own percent | percent for its requests | percent of Dom0 for its move
 *   batches   startUs | endUs | vm | round | firstPageSent (count so far) | pages; row number = batch number
 *   pages     atUs | vm | page | kind (PAGE_EVENT) | round
 *   beats     sentUs | fromNode
 *   rotations atUs | vm | process | case (1 zig, 2 zig-zag) | parentKey | childKey | risenKey | inner | outer | sibling
 */
export const SERIES_COLUMNS = {
  pings: ['sentUs', 'rttMs', 'queueMs', 'tailMs', 'noiseMs', 'batch'],
  progress: ['atUs', 'vm', 'writes', 'pagesLeft', 'dirty'],
  cpu: ['atUs', 'node', 'percent', 'dom0Percent'],
  shares: ['atUs', 'node', 'vm', 'ownPercent', 'requestPercent', 'movingPercent'],
  batches: ['startUs', 'endUs', 'vm', 'round', 'firstPageSent', 'pages'],
  pages: ['atUs', 'vm', 'page', 'kind', 'round'],
  beats: ['sentUs', 'fromNode'],
  rotations: [
    'atUs',
    'vm',
    'process',
    'case',
    'parentKey',
    'childKey',
    'risenKey',
    'inner',
    'outer',
    'sibling',
  ],
} as const;

export type SeriesName = keyof typeof SERIES_COLUMNS;
export const SERIES_NAMES = Object.keys(SERIES_COLUMNS) as SeriesName[];

/** What the page log tells of a page. A write is logged when it makes a sent (or listed) page dirty, not each time. */
export const PAGE_EVENT = { sent: 1, written: 2, held: 3, skipped: 4, released: 5 } as const;

/** State of one page of a migrating VM, one byte a page. */
export const PAGE_STATE = {
  /** never sent yet */
  toSend: 0,
  /** the destination has the newest version */
  arrived: 1,
  /** sent, then written again: must go once more */
  writtenAgain: 2,
  /** predicted hot, held back from round 1, not sent yet */
  heldBack: 3,
  /** no migration concerns this page (the VM simply runs here) */
  atHome: 4,
} as const;
export const PAGE_STATE_COUNT = 5;

/** Columns of a race line, one row a sample; float64. */
export const RACE = {
  /** operations done */
  operations: 0,
  /** mean since the start: nodes visited and rotations per operation; NaN before the first operation */
  visited: 1,
  rotations: 2,
  /** mean since the sample before */
  recentVisited: 3,
  recentRotations: 4,
  /** mean depth of the hottest keys, weighted by how often each is asked for; root = 0; NaN = none present */
  hotDepth: 5,
} as const;
export const RACE_WIDTH = 6;

/** What the journal of a single migration says of a page: PAGE_STATE, and what only a single migration knows. */
export const MOVE_STATE = {
  ...PAGE_STATE,
  /** at the destination because the guest asked for it there */
  fetched: 5,
  /** its newest version is gone with a host that died */
  lost: 6,
} as const;
export const MOVE_STATE_COUNT = 7;

/** Columns of a single migration's series, one row a sample; float64. Counts are totals since the migration began. */
export const MOVE = {
  ms: 0,
  /** MOVE_PHASE */
  phase: 1,
  /** 0 before round 1; the last copy and the fetch after a switch-over count as one more */
  round: 2,
  /** all that the destination still lacks, whatever the reason */
  remainingPages: 3,
  remainingBytes: 4,
  /** what the stop rule compares the remaining bytes with; NaN where it has no such bound or knows none yet */
  thresholdBytes: 5,
  bytesSent: 6,
  pagesSent: 7,
  /** dirty again before their turn, left for the next round */
  pagesSkipped: 8,
  pageWrites: 9,
  /** distinct pages written since the round began, and since the migration began */
  dirtyPages: 10,
  everWritten: 11,
  /** held back and not sent yet; held pages that were written: the prediction's hits */
  heldPages: 12,
  heldWritten: 13,
  throttlePercent: 14,
  /** what the migration itself kept a core of the source busy for, ms */
  cpuMs: 15,
  /** what differences or compression saved against whole pages */
  bytesSaved: 16,
  faults: 17,
  requests: 18,
  /** how long the guest waited for pages at the destination, ms, a wait under way included */
  stalledMs: 19,
  /** 1 while an outage holds the link up */
  linkDown: 20,
  /** what the source knows must still go, and its stop rule goes by: not what was written since it last read the dirty log */
  listedBytes: 21,
} as const;
export const MOVE_WIDTH = 22;

export const MOVE_PHASE = {
  /** the guest runs at the source and pages leave */
  live: 0,
  /** it runs nowhere */
  suspended: 1,
  /** it runs at the destination, pages follow */
  postCopy: 2,
  completed: 3,
  /** it goes on at the source: the destination died, or patience ended */
  aborted: 4,
  lost: 5,
} as const;

/** Progress of a migration as a log tells it: rows of ms, bytes sent, bytes remaining; float64. */
export const SAMPLE = { ms: 0, bytesSent: 1, remainingBytes: 2 } as const;
export const SAMPLE_WIDTH = 3;
