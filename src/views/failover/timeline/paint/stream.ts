/** The stream's batches and the queue they make in the source's transmit port. */
import { firstRowAt } from '../../../../layout/decimate.ts';
import { linearY } from '../scales.ts';
import type { PaintScope } from './scope.ts';

/** Batches closer than this make moiré. */
const FINEST_PX = 2;
/** Streams at once, at most. */
const ASIDE = 8;
/** Share of the lane the full window's queue takes. */
const QUEUE_LEVEL = 0.9;

/**
 * batches: startUs | endUs | …
 * While a batch is on, the window keeps the port's queue at one level; it is empty in the gaps.
 */
export function paintStreamAndQueue(scope: PaintScope): void {
  const stream = scope.lane('stream');
  const queue = scope.lane('queue');
  const { ctx } = scope;
  const batches = scope.series.batches;
  const x = scope.xOf();
  // Rows stand in the order of their ends: those of several streams may begin out of order.
  const to = Math.min(batches.rows, firstRowAt(batches, scope.toUs + 1) + ASIDE);
  const first = Math.max(0, firstRowAt(batches, scope.fromUs) - 1 - ASIDE);
  for (let row = first; row < to; row += 1) {
    const startUs = batches.data[row * batches.width] ?? 0;
    if (startUs > scope.toUs) continue;
    const start = x(startUs);
    const endUs = batches.data[row * batches.width + 1] ?? Number.NaN;
    const end = x(Number.isFinite(endUs) && endUs > 0 ? Math.min(endUs, scope.toUs) : scope.toUs);
    const next = row + 1 < to ? x(batches.data[(row + 1) * batches.width] ?? 0) : Number.NaN;
    // Finer than the eye or the pixels can part: a tone as light as the share of time the stream is on.
    const fine = next >= start && next - start < FINEST_PX;
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
