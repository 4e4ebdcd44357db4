/**
 * Keeps the strip's canvas, texts and cursor in step with the store, outside React: one animation frame at a time. It
 * owns which part of the axis is shown; what each part looks like is told by the files beside this one.
 */
import type { Millis } from '../../../base/units.ts';
import { roundBars } from '../../../layout/migration/lane-rounds.ts';
import type { MoveLane } from '../../../layout/migration/lane-stack.ts';
import {
  following,
  inside,
  type MoveAxis,
  msToX,
  roomMs,
  type TimeWindow,
  xToMs,
  zoomed,
} from '../../../layout/migration/time-axis.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { LabelPool } from '../../shared/label-pool.ts';
import { AxisMotion } from './axis-motion.ts';
import { Extents } from './extents.ts';
import { stripLabels } from './labels.ts';
import { longestPassMs, trackFor } from './move-data.ts';
import type { LeftScale } from './paint/curves.ts';
import type { DrawnSide } from './paint/scope.ts';
import { KeptNotes } from './rise-notes.ts';
import { StripCanvas } from './strip-canvas.ts';
import { type MarkParts, StripMarks } from './strip-marks.ts';

export interface StripParts extends MarkParts {
  readonly canvas: HTMLCanvasElement;
  readonly labels: HTMLElement;
}

export interface StripGeometry {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly MoveLane[];
  readonly axisTop: number;
  readonly charPx: number;
  readonly linePx: number;
}

export class StripPainter {
  /** told after each change of the axis */
  onAxis: ((axis: MoveAxis) => void) | null = null;
  /** told when a part is shown, or all again */
  onWindow: ((window: TimeWindow | null) => void) | null = null;
  private readonly styles: Readonly<Record<string, string>>;
  private readonly pool: LabelPool;
  private readonly canvas: StripCanvas;
  private readonly marks: StripMarks;
  private readonly motion = new AxisMotion();
  private readonly extents = new Extents();
  private readonly notes = new KeptNotes();
  private geometry: StripGeometry | null = null;
  private geometryCount = 0;
  private scale: LeftScale = 'log';
  /** null = all of it */
  private window: TimeWindow | null = null;
  /** while somebody drags the axis stands */
  private held: TimeWindow | null = null;
  private axis: MoveAxis | null = null;
  private moveKey = '';
  private request = 0;
  private stopListening: (() => void) | null = null;

  constructor(parts: StripParts, styles: Readonly<Record<string, string>>) {
    this.styles = styles;
    this.pool = new LabelPool(parts.labels);
    this.canvas = new StripCanvas(parts.canvas);
    this.marks = new StripMarks(parts);
  }

  start(): void {
    this.stopListening = migrationStore.subscribe(() => this.wake());
    this.wake();
  }

  stop(): void {
    this.stopListening?.();
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  setGeometry(geometry: StripGeometry): void {
    this.geometry = geometry;
    this.geometryCount += 1;
    this.motion.forget();
    this.wake();
  }

  setScale(scale: LeftScale): void {
    this.scale = scale;
    this.wake();
  }

  /** After a change of the colour scheme. */
  forgetInks(): void {
    this.canvas.forget();
    this.wake();
  }

  timeAt(x: number): Millis {
    return this.axis === null ? 0 : Math.max(0, xToMs(this.axis, x));
  }

  xAt(ms: Millis): number {
    return this.axis === null ? 0 : msToX(this.axis, ms);
  }

  /** ms from one end of the strip to the other */
  get spanMs(): Millis {
    return this.axis === null ? 0 : this.axis.toMs - this.axis.fromMs;
  }

  get shown(): MoveAxis | null {
    return this.axis;
  }

  /** ms in one css pixel; 0 before anything is drawn */
  get pixelMs(): Millis {
    return this.axis === null ? 0 : this.spanMs / this.axis.width;
  }

  /** @param x keeps its moment; null = the cursor does @returns whether there was anything to zoom */
  zoom(factor: number, x: number | null): boolean {
    const state = migrationStore.getState();
    const end = this.endOf(state);
    if (this.axis === null || (factor < 1 && this.window === null)) return false;
    const shown = this.window ?? { fromMs: 0, toMs: end };
    const cursor = Math.max(shown.fromMs, Math.min(shown.toMs, state.atMs));
    this.show(zoomed(shown, factor, x === null ? cursor : this.timeAt(x), end));
    return true;
  }

  /** @param px to the right, the picture to the left */
  pan(px: number): void {
    if (this.window === null || this.axis === null) return;
    const ms = (px * this.spanMs) / this.axis.width;
    const { fromMs, toMs } = this.window;
    const end = Math.max(this.endOf(migrationStore.getState()), toMs);
    this.show(inside({ fromMs: fromMs + ms, toMs: toMs + ms }, end));
  }

  /** @param window null = all of the axis */
  show(window: TimeWindow | null): void {
    this.window = window;
    this.onWindow?.(window);
    this.wake();
  }

  hold(on: boolean): void {
    this.held = on && this.axis !== null ? { fromMs: this.axis.fromMs, toMs: this.axis.toMs } : null;
    this.wake();
  }

  private endOf({ opened, reachedMs, endMs }: MigrationState): Millis {
    return opened === null ? 1 : roomMs({ reachedMs, endMs, passMs: longestPassMs(opened) });
  }

  private wake(): void {
    if (this.request === 0) this.request = requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.request = 0;
    const { geometry, motion } = this;
    const state = migrationStore.getState();
    const { opened, atMs, playing } = state;
    if (geometry === null || opened === null || geometry.width < 40) return;
    const reachedMs = Math.min(Math.max(state.reachedMs, atMs), state.endMs);
    if (this.moveKey !== opened.moveKey) this.otherMove(opened.moveKey, atMs);
    const axis = motion.move(this.wantedWindow(state), geometry.width, now);
    const { lanes, width, height } = { ...geometry };
    const sides: DrawnSide[] = opened.sides.map((side, i) => {
      const track = trackFor(side);
      return { side, track, bars: roundBars(side, track, reachedMs), dashed: i > 0 };
    });
    this.canvas.paint({
      moveKey: opened.moveKey,
      sides,
      axis,
      untilMs: reachedMs,
      scale: this.scale,
      tops: this.extents.tops(opened, reachedMs),
      lanes,
      height,
      geometryCount: this.geometryCount,
      atRest: !playing && !motion.moving,
    });
    this.marks.place({
      reachedX: msToX(axis, reachedMs),
      x: msToX(axis, Math.min(atMs, reachedMs)),
      width,
      charPx: geometry.charPx,
      over: reachedMs >= state.endMs,
    });
    this.pool.show(
      stripLabels({
        ...geometry,
        sides,
        axis,
        reachedMs,
        scale: this.scale,
        notes: this.notes.of(opened.moveKey, sides, reachedMs, playing, now),
        styles: this.styles,
      }),
    );
    this.tellAxis(axis);
    if (motion.moving) this.wake();
  }

  private wantedWindow(state: MigrationState): TimeWindow {
    if (this.held !== null) return this.held;
    if (this.window === null) return { fromMs: 0, toMs: this.endOf(state) };
    // Who looks at a part and plays wants to see what happens.
    if (state.playing) this.window = following(this.window, state.atMs);
    return this.window;
  }

  /** Another lab: the axis begins anew, without a journey; a part stays if the moment on screen is in it. */
  private otherMove(key: string, atMs: Millis): void {
    if (this.moveKey !== '') this.motion.forget();
    this.moveKey = key;
    const { window } = this;
    if (window !== null && (atMs < window.fromMs || atMs > window.toMs)) this.show(null);
  }

  private tellAxis(axis: MoveAxis): void {
    const { axis: before } = this;
    this.axis = axis;
    const same =
      before !== null &&
      before.fromMs === axis.fromMs &&
      before.toMs === axis.toMs &&
      before.width === axis.width;
    if (!same) this.onAxis?.(axis);
  }
}
