/**
 * Layout of the columns that engine, worker and page share. The engine writes them, the page reads them; neither
 * knows the other, so they meet here.
 *
 * Series are append-only tables of float64, rows in order of their first column, a time in µs:
 *
 *   pings     sentUs | rttMs (NaN = lost) | queueMs | tailMs | noiseMs | batch (−1 = none)
 *   progress  atUs | vm | writes (in the last 10 ms) | pagesLeft (NaN = no migration) | distinct dirty pages
 *   cpu       atUs | node | percent | dom0Percent
 *   batches   startUs | endUs | vm | round | firstPageSent (count so far) | pages; row number = batch number
 *   pages     atUs | vm | page | kind (PAGE_EVENT) | round
 *   beats     sentUs | fromNode
 *   rotations atUs | vm | process | case (1 zig, 2 zig-zag) | parentKey | childKey | risenKey | inner | outer | sibling
 */
export const SERIES_COLUMNS = {
  pings: ['sentUs', 'rttMs', 'queueMs', 'tailMs', 'noiseMs', 'batch'],
  progress: ['atUs', 'vm', 'writes', 'pagesLeft', 'dirty'],
  cpu: ['atUs', 'node', 'percent', 'dom0Percent'],
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
