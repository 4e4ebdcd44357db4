/** Percent of each host, told apart by dashes. */
import { firstRowAt } from '../../../../layout/decimate.ts';
import { linearY } from '../scales.ts';
import type { PaintScope } from './scope.ts';

/** Lines are told apart by their dashes, one each for as many nodes as there can be: solid, dashed, dotted, dash-dot, … */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [6, 3],
  [1.5, 2.5],
  [6, 2, 1.5, 2],
  [10, 2],
  [3, 3],
  [6, 2, 1.5, 2, 1.5, 2],
  [1.5, 6],
];

/** cpu: atUs | node | percent | dom0Percent */
export function paintCpu(scope: PaintScope, ink: string, width: number): void {
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
