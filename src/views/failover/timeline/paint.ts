/**
 * Draws the lanes of one run on a canvas, from the moment `fromUs` to `toUs`. Whoever calls has cleared and clipped
 * that part, so that a frame costs only the pixels it adds.
 */
import type { SeriesName } from '../../../base/columns.ts';
import { type DotCells, firstRowAt, pixelColumns, strideFor, type Table } from '../../../layout/decimate.ts';
import type { Lane, LaneName } from '../../../layout/lanes.ts';
import { linearY, lostY, pagesY, tripTop } from './scales.ts';

export interface Inks {
  ink: string;
  ink2: string;
  faint: string;
  stream: string;
  queue: string;
  writes: string;
  failure: string;
  ghost: string;
}

export interface Scales {
  /** writes a second at the writes lane's top */
  writesTop: number;
  /** ms at the round-trip lane's top */
  tripMaxMs: number;
  pagesTotal: number;
}

export interface PaintScope {
  readonly ctx: CanvasRenderingContext2D;
  readonly lane: (name: LaneName) => Lane | null;
  readonly series: Record<SeriesName, Table>;
  readonly fromUs: number;
  readonly toUs: number;
  readonly xOf: () => (timeUs: number) => number;
  readonly scales: Scales;
  readonly inks: Inks;
  readonly dots: DotCells;
  readonly nodes: number;
}

/** Lines are told apart by their dashes: solid, dashed, dotted, dash-dot. */
export const DASHES: readonly (readonly number[])[] = [[], [6, 3], [1.5, 2.5], [6, 2, 1.5, 2]];
/** Batches closer than this make moiré. */
const FINEST_PX = 2;
const GHOST_ALPHA = 0.6;
/** Share of the lane the full window's queue takes. */
const QUEUE_LEVEL = 0.9;
/** Writes are the cause of all that follows, but their area must not drown it. */
const WRITES_ALPHA = 0.6;
/** A dot of a ping, a little transparent, so that many on a spot are darker than one. */
const DOT = 2;
const DOT_ALPHA = 0.72;
/** Rows a pixel at most: beyond it a lane is full of ink anyway. */
const ROWS_PER_PX = 12;

export function paintRun(scope: PaintScope): void {
  paintWrites(scope);
  paintPagesLeft(scope, scope.inks.ink, 1.5);
  paintStreamAndQueue(scope);
  paintPings(scope);
  paintCpu(scope, scope.inks.ink, 1.3);
}

/** The run before the last change, thin, under the present one: means instead of dots. */
export function paintGhost(scope: PaintScope): void {
  scope.ctx.globalAlpha = GHOST_ALPHA;
  paintPagesLeft(scope, scope.inks.ghost, 1);
  paintTripMeans(scope);
  paintCpu(scope, scope.inks.ghost, 1);
  scope.ctx.globalAlpha = 1;
}

function rowsOf(
  scope: PaintScope,
  name: SeriesName,
): { table: Table; from: number; to: number; step: number } {
  const table = scope.series[name];
  const from = Math.max(0, firstRowAt(table, scope.fromUs) - 1);
  const to = firstRowAt(table, scope.toUs + 1);
  const x = scope.xOf();
  return { table, from, to, step: strideFor(to - from, x(scope.toUs) - x(scope.fromUs), ROWS_PER_PX) };
}

/** progress: atUs | vm | writes in 10 ms | pagesLeft | dirty */
function paintWrites(scope: PaintScope): void {
  const lane = scope.lane('writes');
  if (lane === null) return;
  const { table, from, to } = rowsOf(scope, 'progress');
  const x = scope.xOf();
  const foot = lane.top + lane.height;
  const at = (row: number, column: number) => table.data[row * table.width + column] ?? Number.NaN;
  const columns = pixelColumns(
    from,
    to,
    (row) => x(at(row, 0)),
    (row) => at(row, 2) * 100,
  );
  scope.ctx.fillStyle = scope.inks.writes;
  scope.ctx.globalAlpha = WRITES_ALPHA;
  // A row stands for the 10 ms before it: fill back to where the previous one ended.
  let left = columns[0]?.x ?? 0;
  for (const column of columns) {
    const y = linearY(lane, column.mean, scope.scales.writesTop);
    scope.ctx.fillRect(left, y, column.x + 1 - left, foot - y);
    left = column.x + 1;
  }
  scope.ctx.globalAlpha = 1;
}

function paintPagesLeft(scope: PaintScope, ink: string, width: number): void {
  const lane = scope.lane('left');
  if (lane === null) return;
  const { ctx } = scope;
  const { table, from, to, step } = rowsOf(scope, 'progress');
  const x = scope.xOf();
  ctx.strokeStyle = ink;
  ctx.lineWidth = width;
  ctx.beginPath();
  // Another VM's line does not go on where this one's ended.
  let penVm = Number.NaN;
  for (let row = from; row < to; row += step) {
    const at = row * table.width;
    const vm = table.data[at + 1] ?? 0;
    const left = table.data[at + 3] ?? Number.NaN;
    if (Number.isNaN(left)) {
      penVm = Number.NaN;
      continue;
    }
    const px = x(table.data[at] ?? 0);
    const py = pagesY(lane, left, scope.scales.pagesTotal);
    if (penVm === vm) ctx.lineTo(px, py);
    else ctx.moveTo(px, py);
    penVm = vm;
  }
  ctx.stroke();
}

/**
 * batches: startUs | endUs | …
 * While a batch is on, the window keeps the port's queue at one level; it is empty in the gaps.
 */
function paintStreamAndQueue(scope: PaintScope): void {
  const stream = scope.lane('stream');
  const queue = scope.lane('queue');
  const { ctx } = scope;
  const batches = scope.series.batches;
  const x = scope.xOf();
  const to = firstRowAt(batches, scope.toUs + 1);
  const first = Math.max(0, firstRowAt(batches, scope.fromUs) - 1);
  for (let row = first; row < to; row += 1) {
    const start = x(batches.data[row * batches.width] ?? 0);
    const endUs = batches.data[row * batches.width + 1] ?? Number.NaN;
    const end = x(Number.isFinite(endUs) && endUs > 0 ? Math.min(endUs, scope.toUs) : scope.toUs);
    const next = row + 1 < to ? x(batches.data[(row + 1) * batches.width] ?? 0) : Number.NaN;
    // Finer than the eye or the pixels can part: a tone as light as the share of time the stream is on.
    const fine = next - start < FINEST_PX;
    const width = fine ? next - start : Math.max(0.5, end - start);
    ctx.globalAlpha = fine ? (end - start) / Math.max(width, 1e-6) : 1;
    if (stream !== null) {
      ctx.fillStyle = scope.inks.stream;
      ctx.fillRect(start, stream.top + 3, width, stream.height - 4);
    }
    if (queue !== null) {
      const top = linearY(queue, QUEUE_LEVEL, 1);
      ctx.fillStyle = scope.inks.queue;
      ctx.fillRect(start, top, width, queue.top + queue.height - 1 - top);
    }
  }
  ctx.globalAlpha = 1;
}

/** pings: sentUs | rttMs | … */
function paintPings(scope: PaintScope): void {
  const lane = scope.lane('trip');
  if (lane === null) return;
  const { ctx, dots, inks } = scope;
  const { table, from, to, step } = rowsOf(scope, 'pings');
  const x = scope.xOf();
  const top = tripTop(scope.scales.tripMaxMs);
  ctx.fillStyle = inks.ink;
  ctx.globalAlpha = DOT_ALPHA;
  for (let row = from; row < to; row += step) {
    const px = x(table.data[row * table.width] ?? 0);
    const rtt = table.data[row * table.width + 1] ?? Number.NaN;
    if (Number.isNaN(rtt)) {
      ctx.fillStyle = inks.failure;
      ctx.globalAlpha = 1;
      ctx.fillRect(px - 0.75, lostY(lane) - 4, 1.5, 8);
      ctx.fillStyle = inks.ink;
      ctx.globalAlpha = DOT_ALPHA;
      continue;
    }
    const py = linearY(lane, rtt, top);
    if (dots.take(px, py)) ctx.fillRect(px - DOT / 2, py - DOT / 2, DOT, DOT);
  }
  ctx.globalAlpha = 1;
}

const MEAN_OVER_US = 100_000;

function paintTripMeans(scope: PaintScope): void {
  const lane = scope.lane('trip');
  if (lane === null) return;
  const { ctx } = scope;
  const { table, from, to } = rowsOf(scope, 'pings');
  const x = scope.xOf();
  const top = tripTop(scope.scales.tripMaxMs);
  ctx.strokeStyle = scope.inks.ghost;
  ctx.lineWidth = 1;
  ctx.beginPath();
  let pen = false;
  let bin = Number.NaN;
  let sum = 0;
  let count = 0;
  const flush = () => {
    if (count === 0) {
      pen = false;
      return;
    }
    const y = linearY(lane, sum / count, top);
    const start = x(bin * MEAN_OVER_US);
    if (pen) ctx.lineTo(start, y);
    else ctx.moveTo(start, y);
    ctx.lineTo(x((bin + 1) * MEAN_OVER_US), y);
    pen = true;
  };
  // From the bin's first row, or the mean of a bin cut in half would move.
  const firstBin = Math.floor((table.data[from * table.width] ?? 0) / MEAN_OVER_US);
  for (let row = firstRowAt(table, firstBin * MEAN_OVER_US); row < to; row += 1) {
    const own = Math.floor((table.data[row * table.width] ?? 0) / MEAN_OVER_US);
    if (own !== bin) {
      flush();
      bin = own;
      sum = 0;
      count = 0;
    }
    const rtt = table.data[row * table.width + 1] ?? Number.NaN;
    if (Number.isNaN(rtt)) continue;
    sum += rtt;
    count += 1;
  }
  flush();
  ctx.stroke();
}

/** cpu: atUs | node | percent | dom0Percent */
function paintCpu(scope: PaintScope, ink: string, width: number): void {
  const lane = scope.lane('cpu');
  if (lane === null) return;
  const { ctx } = scope;
  const table = scope.series.cpu;
  const from = Math.max(0, firstRowAt(table, scope.fromUs) - 2 * scope.nodes);
  const to = firstRowAt(table, scope.toUs + 1);
  ctx.strokeStyle = ink;
  ctx.lineWidth = width;
  for (let node = 0; node < scope.nodes; node += 1) {
    const dash = DASHES[node % DASHES.length] ?? [];
    const x = scope.xOf();
    let startX = Number.NaN;
    let y = Number.NaN;
    // Level runs are stroked one by one with the dash tied to x, so that it does not crawl when a part is redrawn.
    const level = (endX: number) => {
      if (Number.isNaN(y) || endX <= startX) return;
      ctx.setLineDash(dash as number[]);
      ctx.lineDashOffset = startX;
      ctx.beginPath();
      ctx.moveTo(startX, y);
      ctx.lineTo(endX, y);
      ctx.stroke();
    };
    for (let row = from; row < to; row += 1) {
      const at = row * table.width;
      if (table.data[at + 1] !== node) continue;
      const px = x(table.data[at] ?? 0);
      const py = linearY(lane, table.data[at + 2] ?? 0, 100);
      if (Math.abs(py - y) < 0.4 || px - startX < 1) continue;
      level(px);
      if (!Number.isNaN(y)) {
        ctx.setLineDash([]);
        ctx.beginPath();
        ctx.moveTo(px, y);
        ctx.lineTo(px, py);
        ctx.stroke();
      }
      startX = px;
      y = py;
    }
    level(scope.xOf()(scope.toUs));
  }
  ctx.setLineDash([]);
}
