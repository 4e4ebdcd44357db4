/** What every painter of a lane is given. */
import type { Millis } from '../../../../base/units.ts';
import type { RoundBar } from '../../../../layout/migration/lane-rounds.ts';
import type { MoveLane } from '../../../../layout/migration/lane-stack.ts';
import type { Track } from '../../../../layout/migration/lane-track.ts';
import { type MoveAxis, msToX } from '../../../../layout/migration/time-axis.ts';
import type { MoveSide } from '../../../../protocol/migration/requests.ts';
import type { Palette } from '../../../shared/palette.ts';
import type { Hatches } from './hatches.ts';

export interface DrawnSide {
  readonly side: MoveSide;
  readonly track: Track;
  readonly bars: readonly RoundBar[];
  /** B is dashed */
  readonly dashed: boolean;
}

export interface PaintScope {
  readonly ctx: CanvasRenderingContext2D;
  readonly lane: MoveLane;
  readonly axis: MoveAxis;
  readonly untilMs: Millis;
  /** the part to paint, in css pixels */
  readonly fromX: number;
  readonly toX: number;
  readonly palette: Palette;
  readonly hatches: Hatches;
}

/** The part between two moments that is on the strip, null if none is. */
export function spanX(
  { axis, fromX, toX }: PaintScope,
  fromMs: Millis,
  toMs: Millis,
  least = 0,
): { x: number; width: number } | null {
  const begin = msToX(axis, fromMs);
  const end = Math.max(begin + least, msToX(axis, toMs));
  if (end < fromX || begin > toX + least) return null;
  const x = Math.max(begin, -4);
  return { x, width: Math.min(end, axis.width + 4) - x };
}

const DASH_PX = 5;
const PERIOD_PX = 8;
/** so steep that a gap would swallow it */
const STEEP_PX = 3;

/** A curve pixel by pixel. Dashes are tied to x, so that they do not crawl when a part is drawn anew. */
export function strokeCurve(scope: PaintScope, dashed: boolean, yOf: (x: number) => number): void {
  const { ctx, fromX, toX } = scope;
  const first = Math.max(0, Math.floor(fromX) - 1);
  let y = yOf(first);
  let pen = false;
  ctx.beginPath();
  for (let x = first; x < toX; x += 1) {
    const nextX = Math.min(x + 1, toX);
    const next = yOf(nextX);
    const steep = Math.abs(next - y) > STEEP_PX;
    const on = !dashed || steep || x % PERIOD_PX < DASH_PX;
    if (Number.isNaN(y) || Number.isNaN(next) || !on) pen = false;
    else {
      if (!pen) ctx.moveTo(x, y);
      ctx.lineTo(nextX, next);
      pen = true;
    }
    y = next;
  }
  ctx.stroke();
}
