/**
 * What the worker answers for one moment: numbers in typed arrays (transferred), plus history and series rows the
 * page does not have yet.
 */

import type { SeriesName } from '../base/columns.ts';
import type { History } from '../engine/simulation/history.ts';

/** Index of each number in `Frame.scalars`. Times in µs, sizes in bytes or pages, NaN = not applicable. */
export const SCALAR = {
  timeUs: 0,
  /** id of the VM the memory panels show: the one that moves (or moved last), else the pinged one */
  focusVm: 1,
  /** 0-based nodes; −1 none */
  sourceNode: 2,
  destinationNode: 3,
  /** 1 while a transfer of the focus VM is under way (from its first page to activation) */
  transferring: 4,
  /** 0 before round 1 */
  round: 5,
  pagesTotal: 6,
  /** of the focus VM, by PAGE_STATE */
  pagesToSend: 7,
  pagesArrived: 8,
  pagesWrittenAgain: 9,
  pagesHeldBack: 10,
  /** all pages still to be sent, whatever the reason */
  pagesLeft: 11,
  pagesSent: 12,
  bytesSent: 13,
  /** pages of this round: listed for it, sent, skipped */
  roundToSend: 14,
  roundSent: 15,
  roundSkipped: 16,
  /** distinct pages written since the round began */
  roundDirtied: 17,
  /** 1 while a batch is leaving the source's port */
  streamOn: 18,
  batch: 19,
  batchStartUs: 20,
  /** end of the running batch, or start of the next one when off */
  batchChangeUs: 21,
  /** bytes waiting in the source node's transmit port */
  queueBytes: 22,
  /** goodput while on, bytes per second; mean pace over on and off, bytes per second */
  streamBytesPerSecond: 23,
  paceBytesPerSecond: 24,
  /** share of the cold-cache traffic after activation, 0–1 */
  tailShare: 25,
  lastPingSentUs: 26,
  /** NaN = lost */
  lastPingMs: 27,
  /** mean over the answered pings sent in the last second, and the lost ones among them */
  meanPingMs: 28,
  lostPings: 29,
  /** page references and writes of the focus VM in the last 100 ms, per second */
  referencesPerSecond: 30,
  writesPerSecond: 31,
  /** 1 when nothing is under way any more and the tail has died away */
  settled: 32,
  /** 1 when the run reached its scenario's duration and is settled */
  finished: 33,
  historyRevision: 34,
  /** stop threshold in pages of the strategy's stop rule; NaN where it has none */
  stopBelowPages: 35,
  /** since suspend, or NaN */
  pausedForUs: 36,
  /** total lost pings of the run so far */
  lostPingsTotal: 37,
} as const;
export const SCALAR_COUNT = 38;

/** Per node: percent of the host, Dom0's part of it. Row width of `Frame.cpu`. */
export const CPU_COLUMNS = { percent: 0, dom0Percent: 1 } as const;
export const CPU_WIDTH = 2;

/** Rows of `Frame.tree`: the top of one process's page tree, in preorder. */
export const TREE_COLUMN = {
  key: 0,
  depth: 1,
  self: 2,
  left: 3,
  right: 4,
  /** row number of the parent, −1 for the root */
  parent: 5,
  /** physical page of x0 this key stands for */
  page: 6,
  /** PAGE_STATE of that page */
  state: 7,
  /** 1 if it is (or was) in the predicted working set of this migration */
  predicted: 8,
} as const;
export const TREE_WIDTH = 9;

export interface TreeInset {
  process: number;
  /** e.g. "cc1", or the workload's name */
  program: string;
  processes: number;
  size: number;
  height: number;
  rows: Float64Array;
  /** accesses of this process in the last window, and the rotations they cost here and in a plain splay tree */
  windowAccesses: number;
  windowRotations: number;
  splayRotations: number;
}

export interface SeriesChunk {
  name: SeriesName;
  /** row the chunk starts at; the page has all rows before it */
  from: number;
  rows: Float64Array;
}

export interface Frame {
  /** which request this answers; older ones are dropped */
  generation: number;
  /** which run (branch) it belongs to */
  runKey: string;
  scalars: Float64Array;
  /** per node CPU_WIDTH columns */
  cpu: Float64Array;
  /** when node a last heard node b, in µs, at a × nodes + b: the one part of the nodes' records that changes with each beat */
  heard: Float64Array;
  /** one PAGE_STATE a page of the focus VM; null where the page asked for none */
  pages: Uint8Array | null;
  tree: TreeInset | null;
  /** present when its revision differs from what the page said it has */
  history: History | null;
  series: SeriesChunk[];
}
