/**
 * The strip's canvas. While it plays only the pixels that time has added are drawn, and the rounds under way; when the
 * axis, a scale or the move changes, and whenever it comes to rest, the whole.
 */
import type { Millis } from '../../../base/units.ts';
import type { MoveLane } from '../../../layout/migration/lane-stack.ts';
import { type MoveAxis, msToX } from '../../../layout/migration/time-axis.ts';
import { palette } from '../../shared/palette.ts';
import type { Tops } from './extents.ts';
import {
  type LeftScale,
  paintCpu,
  paintLeft,
  paintLink,
  paintListed,
  paintPace,
  paintSaved,
  paintThreshold,
  paintWire,
} from './paint/curves.ts';
import { paintGuest } from './paint/guest.ts';
import { type Hatches, makeHatches } from './paint/hatches.ts';
import { paintRounds } from './paint/rounds.ts';
import type { DrawnSide, PaintScope } from './paint/scope.ts';

export interface CanvasScene {
  readonly moveKey: string;
  readonly sides: readonly DrawnSide[];
  readonly axis: MoveAxis;
  readonly untilMs: Millis;
  readonly scale: LeftScale;
  readonly tops: Tops;
  readonly lanes: readonly MoveLane[];
  readonly height: number;
  /** changes with the lanes' places */
  readonly geometryCount: number;
  /** nothing moves, so that the next frame will be the same */
  readonly atRest: boolean;
}

interface Drawn {
  readonly look: string;
  readonly untilMs: Millis;
  /** when the rounds began that were under way */
  readonly openMs: Millis;
  readonly whole: boolean;
}

/** Ends of lines reach a little beyond a part's edge. */
const MARGIN_PX = 3;
const GUEST_GAP_PX = 2;

export class StripCanvas {
  private readonly canvas: HTMLCanvasElement;
  private hatches: Hatches | null = null;
  private drawn: Drawn | null = null;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** After a change of the colour scheme. */
  forget(): void {
    this.hatches = null;
    this.drawn = null;
  }

  paint(scene: CanvasScene): void {
    const ctx = this.canvas.getContext('2d');
    if (ctx === null) return;
    const { axis, untilMs } = scene;
    const ratio = globalThis.devicePixelRatio || 1;
    const look = lookOf(scene, ratio);
    const kept = this.keptOf(look, scene);
    if (kept !== null && kept.untilMs === untilMs) return;
    this.resize(axis.width * ratio, scene.height * ratio);
    this.hatches ??= makeHatches(ctx, palette(), ratio);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const toX = Math.min(axis.width, msToX(axis, untilMs));
    const fromX = kept === null ? 0 : leftOf(axis, kept.untilMs);
    const openX = kept === null ? 0 : leftOf(axis, kept.openMs);
    if (kept === null) ctx.clearRect(0, 0, axis.width, scene.height);
    for (const lane of scene.lanes) {
      const rounds = lane.name === 'rounds-a' || lane.name === 'rounds-b';
      const from = rounds ? openX : fromX;
      if (from > axis.width || toX < 0) continue;
      ctx.save();
      ctx.beginPath();
      ctx.rect(from, lane.top, axis.width - from, lane.height);
      ctx.clip();
      if (kept !== null) ctx.clearRect(from, lane.top, axis.width - from, lane.height);
      paintLane(
        { ctx, lane, axis, untilMs, fromX: from, toX, palette: palette(), hatches: this.hatches },
        scene,
      );
      ctx.restore();
    }
    const openMs = Math.min(untilMs, ...scene.sides.map(({ bars }) => openSince(bars, untilMs)));
    this.drawn = { look, untilMs, openMs, whole: kept === null };
  }

  private keptOf(look: string, { untilMs, atRest }: CanvasScene): Drawn | null {
    const { drawn } = this;
    if (drawn === null || drawn.look !== look || drawn.untilMs > untilMs) return null;
    return atRest && !(drawn.whole && drawn.untilMs === untilMs) ? null : drawn;
  }

  private resize(width: number, height: number): void {
    const { canvas } = this;
    const [w, h] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
    }
  }
}

function paintLane(scope: PaintScope, { sides, scale, tops }: CanvasScene): void {
  const [a, b] = sides;
  const each = (paint: (side: DrawnSide) => void) => {
    for (const side of sides) paint(side);
  };
  switch (scope.lane.name) {
    case 'rounds-a':
      if (a !== undefined) paintRounds(scope, a);
      break;
    case 'rounds-b':
      if (b !== undefined) paintRounds(scope, b);
      break;
    case 'left':
      each((side) => paintThreshold(scope, side, scale));
      each((side) => paintListed(scope, side, scale));
      each((side) => paintLeft(scope, side, scale));
      break;
    case 'wire':
      if (a !== undefined) paintLink(scope, a);
      each((side) => paintPace(scope, side));
      each((side) => paintWire(scope, side));
      break;
    case 'guest':
      for (const [i, side] of sides.entries()) {
        paintGuest(scope, side, guestRow(scope.lane, i, sides.length));
      }
      break;
    case 'cpu':
      each((side) => paintCpu(scope, side, tops.cores));
      break;
    case 'saved':
      each((side) => paintSaved(scope, side, tops.savedBytes));
  }
}

/** A above B, each with a part of the lane of its own. */
function guestRow(lane: MoveLane, i: number, sides: number): { top: number; height: number } {
  const height = (lane.height - GUEST_GAP_PX * sides) / sides;
  return { top: lane.top + GUEST_GAP_PX + i * (height + GUEST_GAP_PX), height };
}

const leftOf = (axis: MoveAxis, ms: Millis) => Math.max(0, Math.floor(msToX(axis, ms)) - MARGIN_PX);

/** What was drawn of a round under way changes as a whole. */
function openSince(bars: DrawnSide['bars'], untilMs: Millis): Millis {
  const last = bars.at(-1);
  return last === undefined || last.over ? untilMs : last.startMs;
}

/** What changes the picture of the past. */
function lookOf({ moveKey, axis, scale, tops, geometryCount, height }: CanvasScene, ratio: number): string {
  const { fromMs, toMs, width } = axis;
  return [
    moveKey,
    ratio,
    geometryCount,
    height,
    fromMs,
    toMs,
    width,
    scale,
    tops.cores,
    tops.savedBytes,
  ].join('|');
}
