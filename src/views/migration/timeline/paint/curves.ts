/** The lanes of curves: what is left, the wire, CPU, what was saved. A is solid, B dashed. */
import { MOVE } from '../../../../base/columns.ts';
import { leftShare, shareY } from '../../../../layout/migration/lane-scales.ts';
import { levelAt, rateOver, rateSpan } from '../../../../layout/migration/lane-track.ts';
import { msToX, xToMs } from '../../../../layout/migration/time-axis.ts';
import { totalBytes } from '../move-data.ts';
import { type DrawnSide, type PaintScope, spanX, strokeCurve } from './scope.ts';

const LINE_PX = 1.6;
const LEAST_ROUND_PX = 4;

export type LeftScale = 'log' | 'linear';

export function paintLeft(scope: PaintScope, { side, track, dashed }: DrawnSide, kind: LeftScale): void {
  const { ctx, axis, lane, palette, untilMs } = scope;
  const total = totalBytes(side);
  const yOf = (bytes: number) => shareY(lane, leftShare(bytes, total, kind));
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = LINE_PX;
  strokeCurve(scope, dashed, (x) =>
    yOf(levelAt(track, MOVE.remainingBytes, Math.min(untilMs, xToMs(axis, x)))),
  );
}

/** What the source knows of it: its stop rule goes by that, and it jumps when the dirty log is read. */
export function paintListed(
  scope: PaintScope,
  { side, track, bars, dashed }: DrawnSide,
  kind: LeftScale,
): void {
  const { ctx, axis, lane, palette, untilMs } = scope;
  // Of rounds narrower than that only a chance moment would be drawn.
  const last = bars.at(-1);
  const roundPx = (msToX(axis, last?.endMs ?? 0) - msToX(axis, 0)) / Math.max(1, bars.length);
  if (bars.length > 8 && roundPx < LEAST_ROUND_PX) return;
  const total = totalBytes(side);
  ctx.strokeStyle = palette.quiet;
  ctx.globalAlpha = 0.75;
  ctx.lineWidth = 1;
  strokeCurve(scope, dashed, (x) => {
    const bytes = levelAt(track, MOVE.listedBytes, Math.min(untilMs, xToMs(axis, x)));
    return shareY(lane, leftShare(bytes, total, kind));
  });
  ctx.globalAlpha = 1;
}

/** What the rule compares with, as far as it was known. */
export function paintThreshold(scope: PaintScope, { side, track }: DrawnSide, kind: LeftScale): void {
  const { ctx, axis, lane, palette, untilMs } = scope;
  const total = totalBytes(side);
  // Who was not paused yet will be measured by what is known now.
  const paused = side.suspendedMs !== null && untilMs >= side.suspendedMs;
  const toX = paused || untilMs >= side.endMs ? endX(scope, side.suspendedMs ?? side.endMs) : axis.width;
  ctx.fillStyle = palette.quiet;
  for (let x = Math.max(0, Math.floor(scope.fromX / 4) * 4); x < toX; x += 4) {
    const bytes = levelAt(track, MOVE.thresholdBytes, Math.min(untilMs, xToMs(axis, x)));
    if (!Number.isNaN(bytes)) ctx.fillRect(x, shareY(lane, leftShare(bytes, total, kind)) - 0.75, 1.5, 1.5);
  }
}

const endX = ({ axis, toX }: PaintScope, ms: number) => Math.min(toX, msToX(axis, ms));

/** Bytes a second as a share of the link's bandwidth. */
export function paintWire(scope: PaintScope, { side, track, dashed }: DrawnSide): void {
  const { ctx, axis, lane, palette, untilMs } = scope;
  const { link } = side.spec;
  const pixelMs = (axis.toMs - axis.fromMs) / axis.width;
  const span = rateSpan(pixelMs, side.spec);
  const full = link.bandwidthBytesPerSecond / 1000;
  const overX = msToX(axis, side.endMs);
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = LINE_PX - 0.2;
  strokeCurve(scope, dashed, (x) => {
    const ms = Math.min(untilMs, xToMs(axis, x));
    if (x > overX + 1 || ms <= 0) return Number.NaN;
    return shareY(lane, rateOver(track, MOVE.bytesSent, ms - span, ms) / full);
  });
}

/** What holds for both sides: outages, and what other traffic takes. */
export function paintLink(scope: PaintScope, { side }: DrawnSide): void {
  const { ctx, lane, hatches, palette, untilMs } = scope;
  const { competingShare, outages } = side.spec.link;
  if (competingShare > 0) {
    ctx.fillStyle = hatches.competing;
    ctx.fillRect(
      scope.fromX,
      lane.top,
      Math.max(0, scope.toX - scope.fromX),
      shareY(lane, 1 - competingShare) - lane.top,
    );
  }
  for (const { fromMs, toMs } of outages) {
    if (fromMs >= untilMs) continue;
    const at = spanX(scope, fromMs, Math.min(toMs, untilMs), 2);
    if (at === null) continue;
    ctx.fillStyle = hatches.down;
    ctx.fillRect(at.x, lane.top, at.width, lane.height);
    ctx.fillStyle = palette.failure;
    ctx.fillRect(at.x, lane.top, 1, lane.height);
    ctx.fillRect(at.x + at.width - 1, lane.top, 1, lane.height);
  }
}

/** The pace the strategy keeps, if it keeps one. */
export function paintPace(scope: PaintScope, { side }: DrawnSide): void {
  const { maxBandwidthBytesPerSecond: pace } = side.spec.strategy;
  if (pace === null) return;
  const { ctx, lane, palette } = scope;
  const y = shareY(lane, pace / side.spec.link.bandwidthBytesPerSecond);
  ctx.fillStyle = palette.quiet;
  for (let x = Math.max(0, Math.floor(scope.fromX / 4) * 4); x < scope.toX; x += 4) {
    ctx.fillRect(x, y - 0.5, 1.5, 1);
  }
}

export function paintCpu(scope: PaintScope, { side, track, dashed }: DrawnSide, cores: number): void {
  const { ctx, axis, lane, palette, untilMs } = scope;
  const pixelMs = (axis.toMs - axis.fromMs) / axis.width;
  const span = rateSpan(pixelMs, side.spec);
  const overX = msToX(axis, side.endMs);
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = LINE_PX - 0.2;
  strokeCurve(scope, dashed, (x) => {
    const ms = Math.min(untilMs, xToMs(axis, x));
    if (x > overX + 1 || ms <= 0) return Number.NaN;
    return shareY(lane, rateOver(track, MOVE.cpuMs, ms - span, ms) / cores);
  });
}

export function paintSaved(scope: PaintScope, { track, dashed }: DrawnSide, top: number): void {
  const { ctx, axis, lane, palette, untilMs } = scope;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = LINE_PX - 0.2;
  strokeCurve(scope, dashed, (x) =>
    shareY(lane, (levelAt(track, MOVE.bytesSaved, Math.min(untilMs, xToMs(axis, x))) || 0) / top),
  );
}
