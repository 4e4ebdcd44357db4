/**
 * Draws the lanes of one run on a canvas, from the moment `fromUs` to `toUs`. Whoever calls has cleared and clipped
 * that part, so that a frame costs only the pixels it adds.
 */
import { paintCpu } from './cpu.ts';
import { paintPagesLeft, paintWrites } from './pages.ts';
import { paintPings, paintTripMeans } from './pings.ts';
import type { PaintScope } from './scope.ts';
import { paintStreamAndQueue } from './stream.ts';

const GHOST_ALPHA = 0.6;

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
