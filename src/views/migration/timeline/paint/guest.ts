/** How fast the guest runs, as an area; nothing while it is paused. Faults are ticks at its foot. */
import { MOVE } from '../../../../base/columns.ts';
import { guestSpeed, levelAt } from '../../../../layout/migration/lane-track.ts';
import { msToX, xToMs } from '../../../../layout/migration/time-axis.ts';
import type { DrawnSide, PaintScope } from './scope.ts';

const AREA_ALPHA = 0.22;
const TICK_SHARE = 0.45;

/** @param row its part of the lane: A above B */
export function paintGuest(
  scope: PaintScope,
  { track }: DrawnSide,
  row: { top: number; height: number },
): void {
  const { ctx, axis, palette, hatches, untilMs } = scope;
  const foot = row.top + row.height;
  const first = Math.max(0, Math.floor(scope.fromX));
  let before = Number.NaN;
  for (let x = first; x < scope.toX; x += 1) {
    const width = Math.min(1, scope.toX - x);
    const fromMs = xToMs(axis, x);
    const toMs = Math.min(untilMs, xToMs(axis, x + 1));
    if (toMs <= 0) continue;
    const speed = guestSpeed(track, Math.max(0, fromMs), toMs);
    if (Number.isNaN(speed)) continue;
    const height = speed * row.height;
    ctx.globalAlpha = AREA_ALPHA;
    ctx.fillStyle = palette.ink;
    ctx.fillRect(x, foot - height, width, height);
    ctx.globalAlpha = 1;
    // Where it jumps from pixel to pixel a line on top would be dots.
    const jumps = Math.abs(height - before) >= 1.5;
    if (speed > 0 && !jumps) ctx.fillRect(x, foot - height, width, 1);
    before = height;
    if (levelAt(track, MOVE.faults, toMs) > levelAt(track, MOVE.faults, Math.max(0, fromMs))) {
      ctx.fillStyle = palette.demand;
      ctx.fillRect(x, foot - row.height * TICK_SHARE, Math.max(1, width), row.height * TICK_SHARE);
    }
  }
  if (Number.isNaN(guestSpeed(track, track.endMs, untilMs)) && untilMs >= track.endMs) {
    const x = Math.max(scope.fromX, msToX(axis, track.endMs));
    ctx.fillStyle = hatches.down;
    ctx.fillRect(x, row.top, Math.max(0, scope.toX - x), row.height);
  }
}
