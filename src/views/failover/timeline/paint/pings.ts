/** Round trips: a dot a ping, a mark for a lost one; of a run before only means. */
import { firstRowAt } from '../../../../layout/decimate.ts';
import { linearY, lostY, tripTop } from '../scales.ts';
import { type PaintScope, rowsOf } from './scope.ts';

/** A dot of a ping, a little transparent, so that many on a spot are darker than one. */
const DOT = 2;
const DOT_ALPHA = 0.72;

/** pings: sentUs | rttMs | … */
export function paintPings(scope: PaintScope): void {
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

export function paintTripMeans(scope: PaintScope): void {
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
