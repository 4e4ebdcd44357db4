/** Writes a second as an area, pages left as a line: both from the `progress` rows, 10 ms apart. */
import { pixelColumns } from '../../../../layout/decimate.ts';
import { linearY, pagesY } from '../scales.ts';
import { type PaintScope, rowsOf } from './scope.ts';

/** Writes are the cause of all that follows, but their area must not drown it. */
const WRITES_ALPHA = 0.6;

/** progress: atUs | vm | writes in 10 ms | pagesLeft | dirty */
export function paintWrites(scope: PaintScope): void {
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
  // A row stands for the 10 ms before it: each column reaches back to where the one before ended.
  let left = from === 0 ? Math.floor(x(0)) : Math.floor(x(at(from - 1, 0))) + 1;
  let y = foot;
  for (const column of columns) {
    y = linearY(lane, column.mean, scope.scales.writesTop);
    scope.ctx.fillRect(left, y, column.x + 1 - left, foot - y);
    left = column.x + 1;
  }
  // What has been written since the last row is known with the next one; until then the last rate holds.
  scope.ctx.fillRect(left, y, Math.max(0, x(scope.toUs) - left), foot - y);
  scope.ctx.globalAlpha = 1;
}

export function paintPagesLeft(scope: PaintScope, ink: string, width: number): void {
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
  let penY = 0;
  for (let row = from; row < to; row += step) {
    const at = row * table.width;
    const vm = table.data[at + 1] ?? 0;
    const left = table.data[at + 3] ?? Number.NaN;
    if (Number.isNaN(left)) {
      penVm = Number.NaN;
      continue;
    }
    const px = x(table.data[at] ?? 0);
    penY = pagesY(lane, left, scope.scales.pagesTotal);
    if (penVm === vm) ctx.lineTo(px, penY);
    else ctx.moveTo(px, penY);
    penVm = vm;
  }
  if (!Number.isNaN(penVm)) ctx.lineTo(x(scope.toUs), penY);
  ctx.stroke();
}
