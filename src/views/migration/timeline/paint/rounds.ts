/**
 * Each round is as wide as it lasts. Above the line its list: sent, asked for by the guest, skipped, held back, still to
 * go; below it what was dirtied meanwhile, on the same scale. Where that is as high as the list, nothing is won.
 *
 *   ┌──────────────────────┐ ─ all that was to be sent
 *   │ to go / held / skip  │
 *   │ sent                 │
 *   ├──────────────────────┤
 *   │ dirtied              │   = the next round's list
 *   └──────────────────────┘
 */
import type { RoundBar } from '../../../../layout/migration/lane-rounds.ts';
import { pauseUntil } from '../move-data.ts';
import { type DrawnSide, type PaintScope, spanX } from './scope.ts';

/** Colours are paler than in the legend's small squares by so much, so that numbers can stand on them. */
const FILL_ALPHA = 0.75;
const PAUSE_PX = 3;

export function paintRounds(scope: PaintScope, { side, bars }: DrawnSide): void {
  const { ctx, lane, palette } = scope;
  const half = (lane.height - 1) / 2;
  const middle = lane.top + half;
  let lastX = Number.NEGATIVE_INFINITY;
  for (const bar of bars) {
    const span = spanX(scope, bar.startMs, bar.endMs);
    if (span === null) continue;
    // Rounds narrower than a pixel: one of them stands for its neighbours.
    if (span.width < 1 && span.x - lastX < 1) continue;
    lastX = span.x;
    paintBar(scope, bar, span.x, Math.max(1, span.width - (span.width > 3 ? 1 : 0)), middle, half);
  }
  ctx.fillStyle = palette.line;
  ctx.fillRect(scope.fromX, middle, Math.max(0, scope.toX - scope.fromX), 1);
  const pause = pauseUntil(side, scope.untilMs);
  const at = pause === null ? null : spanX(scope, pause.fromMs, pause.toMs, 2);
  if (at !== null) {
    ctx.fillStyle = palette.ink;
    ctx.fillRect(at.x, lane.top, at.width, PAUSE_PX);
    ctx.fillRect(at.x, lane.top + lane.height - PAUSE_PX, at.width, PAUSE_PX);
    ctx.fillRect(at.x, lane.top, 1, lane.height);
    ctx.fillRect(at.x + at.width - 1, lane.top, 1, lane.height);
  }
}

function paintBar(
  { ctx, palette, hatches }: PaintScope,
  bar: RoundBar,
  x: number,
  width: number,
  middle: number,
  half: number,
): void {
  const list = Math.max(1, bar.list);
  let y = middle;
  const stack = (pages: number, fill: string | CanvasPattern, alpha: number) => {
    const height = (pages / list) * half;
    if (height <= 0) return;
    ctx.globalAlpha = alpha;
    ctx.fillStyle = fill;
    ctx.fillRect(x, y - height, width, height);
    y -= height;
  };
  stack(bar.sent - bar.demanded, palette.arrived, FILL_ALPHA);
  stack(bar.demanded, hatches.demanded, FILL_ALPHA);
  stack(bar.skipped, hatches.skipped, 1);
  stack(bar.held, hatches.held, FILL_ALPHA);
  stack(bar.toGo, palette.toSend, 0.35);
  const dirtied = bar.dirtied / list;
  if (dirtied > 0) {
    const height = Math.max(1, Math.min(1, dirtied) * half);
    ctx.globalAlpha = FILL_ALPHA;
    ctx.fillStyle = palette.written;
    ctx.fillRect(x, middle + 1, width, height);
    ctx.globalAlpha = 1;
    // More than the list: the bar goes on beyond the lane.
    if (dirtied > 1) {
      ctx.fillStyle = palette.ink;
      ctx.fillRect(x, middle + half - 1, width, 2);
    }
  }
  ctx.globalAlpha = 1;
}
