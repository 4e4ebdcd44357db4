/**
 * Keeps the strip's canvas, boxes and cursor in step with the store, outside React: one animation frame at a time.
 * What each part looks like is told by the files beside this one.
 */
import type { Micros } from '../../../base/units.ts';
import { timeToX, walkAxis, xToTime } from '../../../layout/human-time.ts';
import type { Lane, LaneName } from '../../../layout/lanes.ts';
import { pingNear } from '../../../layout/ping-mean.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import { activeBranch, ghostBranch } from '../../../store/select.ts';
import { appStore } from '../../../store/store.ts';
import { LabelPool } from '../../shared/label-pool.ts';
import { AxisMotion, wantedAxis } from './axis-motion.ts';
import { Extents } from './extents.ts';
import { stripLabels } from './labels/all.ts';
import { linearY, lostY, tripTop } from './scales.ts';
import { paceSpans, scriptedEnd, storyOf } from './story.ts';
import { StripCanvas } from './strip-canvas.ts';
import { type MarkParts, StripMarks } from './strip-marks.ts';
import { TextMeasure } from './text-measure.ts';
import { TripMeans } from './trip-spans.ts';

export interface StripParts extends MarkParts {
  readonly canvas: HTMLCanvasElement;
  readonly labels: HTMLElement;
}

export interface StripGeometry {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly axisTop: number;
  readonly charPx: number;
  readonly linePx: number;
  readonly phaseRowPx: number;
  readonly phaseRows: number;
}

/** A dot is small: the nearest one within this is meant. */
const REACH_PX = 8;

export class StripPainter {
  private readonly styles: Readonly<Record<string, string>>;
  private readonly pool: LabelPool;
  private readonly canvas: StripCanvas;
  private readonly marks: StripMarks;
  private readonly motion = new AxisMotion();
  private readonly extents = new Extents();
  private readonly means = new TripMeans();
  private readonly measure: TextMeasure;
  private geometry: StripGeometry | null = null;
  private geometryCount = 0;
  private request = 0;
  private stopListening: (() => void) | null = null;
  /** after each frame: what lies over the canvas moves with its axis */
  private readonly followers = new Set<() => void>();

  constructor(parts: StripParts, styles: Readonly<Record<string, string>>) {
    this.styles = styles;
    this.pool = new LabelPool(parts.labels);
    this.canvas = new StripCanvas(parts.canvas);
    this.marks = new StripMarks(parts);
    this.measure = new TextMeasure(parts.labels, styles.meanText ?? '');
  }

  start(): void {
    this.stopListening = appStore.subscribe(() => this.wake());
    // Texts are as wide as the font makes them, and that may come late.
    document.fonts?.ready.then(() => this.forgetTexts()).catch(() => {});
    this.wake();
  }

  /** Calls back after each frame, and once at the next. @returns how to leave */
  follow(follower: () => void): () => void {
    this.followers.add(follower);
    this.wake();
    return () => this.followers.delete(follower);
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
    this.forgetTexts();
  }

  private forgetTexts(): void {
    this.measure.forget();
    this.wake();
  }

  /** After a change of the colour scheme. */
  forgetInks(): void {
    this.canvas.forget();
    this.wake();
  }

  timeAt(x: number): Micros {
    const reached = appStore.getState().playback.reachedUs;
    const { axis } = this.motion;
    return axis === null ? 0 : Math.max(0, Math.min(reached, Math.round(xToTime(axis, x))));
  }

  xAt(timeUs: Micros): number {
    const { axis } = this.motion;
    return axis === null ? 0 : timeToX(axis, timeUs);
  }

  /** True where the phases of the VMs that follow are drawn. */
  inSecondPhaseRow(y: number): boolean {
    const { geometry } = this;
    const lane = this.lane('phases');
    if (geometry === null || lane === null || geometry.phaseRows < 2) return false;
    return y >= lane.top + geometry.phaseRowPx && y < lane.top + lane.height;
  }

  /** Row of the ping drawn at (x, y), or null. */
  pingAt(x: number, y: number): number | null {
    const lane = this.lane('trip');
    const state = appStore.getState();
    const branch = activeBranch(state);
    const { axis } = this.motion;
    if (lane === null || branch === null || axis === null) return null;
    if (y < lane.top - REACH_PX / 2 || y > lane.top + lane.height) return null;
    const at = {
      x,
      y,
      reach: REACH_PX,
      fromUs: this.timeAt(x - REACH_PX),
      toUs: Math.min(this.timeAt(x + REACH_PX) + 1, state.playback.reachedUs + 1),
      lostY: lostY(lane),
    };
    return pingNear(branch.series.pings, at, walkAxis(axis), this.tripY(lane));
  }

  /** Where the dot of a ping is drawn. */
  pingSpot(row: number): { x: number; y: number } | null {
    const lane = this.lane('trip');
    const pings = activeBranch(appStore.getState())?.series.pings;
    if (lane === null || pings === undefined || row < 0 || row >= pings.rows) return null;
    const rtt = pings.data[row * pings.width + 1] ?? Number.NaN;
    const y = Number.isNaN(rtt) ? lostY(lane) : this.tripY(lane)(rtt);
    return { x: this.xAt(pings.data[row * pings.width] ?? 0), y };
  }

  private tripY(lane: Lane): (ms: number) => number {
    const top = tripTop(this.extents.tripMaxMs);
    return (ms) => linearY(lane, ms, top);
  }

  private readonly lane = (name: LaneName): Lane | null =>
    this.geometry?.lanes.find((lane) => lane.name === name) ?? null;

  private wake(): void {
    if (this.request === 0) this.request = requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.request = 0;
    const { geometry, motion } = this;
    const state = appStore.getState();
    const branch = activeBranch(state);
    if (geometry === null || branch === null || geometry.width < 40) return;
    const { width, height } = geometry;
    const { reachedUs, axis: kind, playing } = state.playback;
    const story = storyOf(branch);
    const ghost = ghostBranch(state);
    const endUs = scriptedEnd(story, reachedUs);
    const spans = paceSpans(story, endUs ?? reachedUs);
    this.extents.update(branch, reachedUs);
    const axis = motion.move(wantedAxis({ kind, story, spans, reachedUs, endUs, width }), reachedUs, now);
    const scales = this.extents.scales(state, story);
    this.canvas.paint({
      branch,
      ghost,
      story,
      axis,
      scales,
      untilUs: reachedUs,
      atRest: !playing && !motion.moving,
      width,
      height,
      geometryCount: this.geometryCount,
      lane: this.lane,
    });
    const { ping } = state.selection;
    this.marks.place({
      reachedX: timeToX(axis, reachedUs),
      x: timeToX(axis, Math.min(state.atUs, reachedUs)),
      width,
      charPx: geometry.charPx,
      picked: ping === null ? null : this.pingSpot(ping),
    });
    this.pool.show(
      stripLabels({
        ...geometry,
        ...this.means.of(branch, ghost, reachedUs, playing, now),
        story,
        axis,
        reachedUs,
        endUs,
        lane: this.lane,
        human: kind === 'human',
        paces: kind === 'human' && !state.present,
        spans,
        ghost: ghost === null ? null : { label: ghost.label, story: storyOf(ghost) },
        scales,
        // Who stands still from the first page on has nothing to decide when to stop.
        stopBelow:
          story.scenario.migration.strategy === 'stop-and-copy'
            ? Number.NaN
            : (state.frame?.scalars[SCALAR.stopBelowPages] ?? Number.NaN),
        measure: (text) => this.measure.of(text),
        styles: this.styles,
      }),
    );
    for (const follower of this.followers) follower();
    if (motion.moving) this.wake();
  }
}
