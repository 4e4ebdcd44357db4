/**
 * Keeps the strip's canvas, boxes and cursor in step with the store, outside React: one animation frame at a time,
 * and only the pixels that time has added. The whole is drawn again when the axis, a scale or the run changes.
 */
import { SERIES_COLUMNS } from '../../../base/columns.ts';
import { MICROS_PER_SECOND, type Micros } from '../../../base/units.ts';
import { DotCells, firstRowAt } from '../../../layout/decimate.ts';
import {
  agreesUntil,
  blendAxes,
  humanAxis,
  linearAxis,
  type PaceSpan,
  type TimeAxis,
  timeToX,
  walkAxis,
  xToTime,
} from '../../../layout/human-time.ts';
import type { Lane, LaneName } from '../../../layout/lanes.ts';
import { pingNear } from '../../../layout/ping-mean.ts';
import { niceStep } from '../../../layout/time-ticks.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import { activeBranch, ghostBranch } from '../../../store/select.ts';
import { appStore } from '../../../store/store.ts';
import type { AppState, BranchRecord } from '../../../store/types.ts';
import { LabelPool } from './label-pool.ts';
import { type Inks, type PaintScope, paintGhost, paintRun, type Scales } from './paint.ts';
import { linearY, lostY, tripTop } from './scales.ts';
import { paceSpans, type Story, storyOf } from './story.ts';
import { stripLabels } from './strip-labels.ts';
import { type TripSpan, tripSpans } from './trip-spans.ts';

export interface StripParts {
  readonly canvas: HTMLCanvasElement;
  readonly labels: HTMLElement;
  readonly cursor: HTMLElement;
  readonly veil: HTMLElement;
  readonly ahead: HTMLElement;
  readonly picked: HTMLElement;
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

const TWEEN_MS = 450;
/** A smaller shift of the newest moment is the strip flowing, not a change of scale. */
const FLOW_PX = 8;
const LINEAR_ENDS_S = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 450, 600, 900, 1_800, 3_600];
const MEANS_EVERY_MS = 250;

export class StripPainter {
  private readonly parts: StripParts;
  private readonly styles: Readonly<Record<string, string>>;
  private readonly pool: LabelPool;
  private geometry: StripGeometry | null = null;
  private inks: Inks | null = null;
  private axis: TimeAxis | null = null;
  private target: TimeAxis | null = null;
  private tween: { from: TimeAxis; startedAt: number } | null = null;
  private drawn: { axis: TimeAxis; untilUs: Micros; look: string; dots: DotCells } | null = null;
  private seen = { key: '', pings: 0, progress: 0, trip: 0, writes: 0 };
  private complete = new Map<string, Micros>();
  private means: { at: number; look: string; own: TripSpan[]; ghost: TripSpan[] } | null = null;
  private geometryCount = 0;
  private request = 0;
  private stopListening: (() => void) | null = null;
  private aheadShown = '';
  /** last and worst cost of a frame in ms, for measuring */
  readonly cost = { last: 0, worst: 0, frames: 0, total: 0 };

  constructor(parts: StripParts, styles: Readonly<Record<string, string>>) {
    this.parts = parts;
    this.styles = styles;
    this.pool = new LabelPool(parts.labels);
  }

  start(): void {
    this.stopListening = appStore.subscribe(() => this.wake());
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
    this.axis = null;
    this.wake();
  }

  /** After a change of the colour scheme. */
  forgetInks(): void {
    this.inks = null;
    this.drawn = null;
    this.wake();
  }

  timeAt(x: number): Micros {
    const reached = appStore.getState().playback.reachedUs;
    if (this.axis === null) return 0;
    return Math.max(0, Math.min(reached, Math.round(xToTime(this.axis, x))));
  }

  xAt(timeUs: Micros): number {
    return this.axis === null ? 0 : timeToX(this.axis, timeUs);
  }

  /** Row of the ping drawn at (x, y), or null. */
  pingAt(x: number, y: number, reach = 7): number | null {
    const lane = this.lane('trip');
    const state = appStore.getState();
    const branch = activeBranch(state);
    if (lane === null || branch === null || this.axis === null) return null;
    if (y < lane.top || y > lane.top + lane.height) return null;
    const top = tripTop(this.seen.trip);
    const at = {
      x,
      y,
      reach,
      fromUs: this.timeAt(x - reach),
      toUs: Math.min(this.timeAt(x + reach) + 1, state.playback.reachedUs + 1),
      lostY: lostY(lane),
    };
    return pingNear(branch.series.pings, at, walkAxis(this.axis), (ms) => linearY(lane, ms, top));
  }

  private readonly lane = (name: LaneName): Lane | null =>
    this.geometry?.lanes.find((lane) => lane.name === name) ?? null;

  private wake(): void {
    if (this.request === 0) this.request = requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.request = 0;
    const { geometry } = this;
    const state = appStore.getState();
    const branch = activeBranch(state);
    if (geometry === null || branch === null || geometry.width < 40) return;
    const began = performance.now();
    const story = storyOf(branch);
    const reachedUs = state.playback.reachedUs;
    const spans = paceSpans(story, reachedUs);
    this.look(branch, state);
    const axis = this.moveAxis(this.wanted(state, branch, story, spans, geometry.width), reachedUs, now);
    const scales = this.scales(state, story);
    this.paint(state, branch, story, axis, scales, geometry);
    this.place(state, axis, geometry);
    const means = this.tripMeans(state, branch, story, now);
    this.pool.show(
      stripLabels({
        story,
        axis,
        reachedUs,
        width: geometry.width,
        lane: this.lane,
        axisTop: geometry.axisTop,
        charPx: geometry.charPx,
        linePx: geometry.linePx,
        phaseRowPx: geometry.phaseRowPx,
        phaseRows: geometry.phaseRows,
        human: state.playback.axis === 'human',
        paces: state.playback.axis === 'human' && !state.present,
        spans,
        means: means.own,
        ghostMeans: means.ghost,
        tripMaxMs: this.seen.trip,
        pagesTotal: scales.pagesTotal,
        stopBelow: state.frame?.scalars[SCALAR.stopBelowPages] ?? Number.NaN,
        styles: this.styles,
      }),
    );
    this.note(performance.now() - began);
    if (this.tween !== null) this.wake();
  }

  private note(ms: number): void {
    this.cost.last = ms;
    this.cost.frames += 1;
    this.cost.total += ms;
    this.cost.worst = Math.max(this.cost.worst, ms);
  }

  /** Largest values met so far on this branch decide the scales; they only grow. */
  private look(branch: BranchRecord, state: AppState): void {
    const { pings, progress } = branch.series;
    const { seen } = this;
    if (seen.key !== branch.key || pings.rows < seen.pings) {
      this.seen = { key: branch.key, pings: 0, progress: 0, trip: 0, writes: 0 };
    }
    const { seen: now } = this;
    const pingEnd = firstRowAt(pings, state.playback.reachedUs + 1);
    for (; now.pings < pingEnd; now.pings += 1) {
      const rtt = pings.data[now.pings * pings.width + 1] ?? Number.NaN;
      if (rtt > now.trip) now.trip = rtt;
    }
    const end = firstRowAt(progress, state.playback.reachedUs + 1);
    for (; now.progress < end; now.progress += 1) {
      const writes = (progress.data[now.progress * progress.width + 2] ?? 0) * 100;
      if (writes > now.writes) now.writes = writes;
    }
    if (state.frame?.scalars[SCALAR.finished] === 1) this.complete.set(branch.key, state.playback.reachedUs);
  }

  private scales(state: AppState, story: Story): Scales {
    const total = state.frame?.scalars[SCALAR.pagesTotal] ?? Number.NaN;
    return {
      writesTop: niceStep(Math.max(100, this.seen.writes)),
      tripMaxMs: this.seen.trip,
      pagesTotal: total > 0 ? total : (story.history?.migrations[0]?.totalPages ?? 65_536),
    };
  }

  private wanted(
    state: AppState,
    branch: BranchRecord,
    story: Story,
    spans: readonly PaceSpan[],
    width: number,
  ): TimeAxis {
    const { reachedUs, axis } = state.playback;
    const complete = (this.complete.get(branch.key) ?? -1) >= reachedUs;
    if (axis === 'linear') {
      const end = LINEAR_ENDS_S.find((s) => s * MICROS_PER_SECOND * 0.98 >= reachedUs) ?? 7_200;
      return linearAxis(complete ? reachedUs : end * MICROS_PER_SECOND, width);
    }
    return humanAxis({ spans, reachedUs, firstTurnUs: story.firstTurnUs, complete, width });
  }

  /** A change of scale moves every moment smoothly to its new place; with reduced motion at once. */
  private moveAxis(wanted: TimeAxis, reachedUs: Micros, now: number): TimeAxis {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const far = (a: TimeAxis, b: TimeAxis) =>
      Math.abs(timeToX(a, reachedUs) - timeToX(b, reachedUs)) > FLOW_PX;
    if (this.axis === null || this.target === null || still) this.tween = null;
    else if (far(this.target, wanted)) this.tween = { from: this.axis, startedAt: now };
    this.target = wanted;
    const k = this.tween === null ? 1 : Math.min(1, Math.max(0, (now - this.tween.startedAt) / TWEEN_MS));
    const eased = k * k * (3 - 2 * k);
    this.axis = this.tween === null ? wanted : blendAxes(this.tween.from, wanted, eased);
    if (k >= 1) this.tween = null;
    return this.axis;
  }

  private paint(
    state: AppState,
    branch: BranchRecord,
    story: Story,
    axis: TimeAxis,
    scales: Scales,
    geometry: StripGeometry,
  ): void {
    const ctx = this.parts.canvas.getContext('2d');
    if (ctx === null) return;
    const ratio = globalThis.devicePixelRatio || 1;
    const { width, height } = geometry;
    const untilUs = state.playback.reachedUs;
    const ghost = ghostBranch(state);
    const look = [
      branch.key,
      ghost?.key,
      ghost?.series.pings.rows,
      ratio,
      this.geometryCount,
      tripTop(scales.tripMaxMs),
      scales.writesTop,
      scales.pagesTotal,
      story.history?.migrations.length,
    ].join('|');
    const kept =
      this.drawn !== null &&
      this.drawn.look === look &&
      this.drawn.untilUs <= untilUs &&
      agreesUntil(this.drawn.axis, axis, this.drawn.untilUs)
        ? this.drawn
        : null;
    if (kept !== null && kept.untilUs === untilUs) return;
    if (
      this.parts.canvas.width !== Math.round(width * ratio) ||
      this.parts.canvas.height !== Math.round(height * ratio)
    ) {
      this.parts.canvas.width = Math.round(width * ratio);
      this.parts.canvas.height = Math.round(height * ratio);
    }
    // What grows with time at its end (the running batch, the newest level) needs a few pixels of margin.
    const from = kept === null ? 0 : Math.max(0, Math.floor(timeToX(axis, kept.untilUs)) - 3);
    const dots = kept?.dots ?? new DotCells(width, geometry.height, 0.75);
    dots.clearFrom(from);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.save();
    ctx.beginPath();
    ctx.rect(from, 0, width - from, height);
    ctx.clip();
    ctx.clearRect(from, 0, width - from, height);
    this.inks ??= readInks(this.parts.canvas);
    const scope: PaintScope = {
      ctx,
      lane: this.lane,
      series: branch.series,
      fromUs: kept === null ? 0 : Math.max(0, xToTime(axis, from - 3)),
      toUs: untilUs,
      xOf: () => walkAxis(axis),
      scales,
      inks: this.inks,
      dots,
      nodes: story.scenario.cluster.nodes,
    };
    if (ghost !== null) {
      paintGhost({ ...scope, series: ghost.series, nodes: ghost.run.scenario.cluster.nodes });
    }
    paintRun(scope);
    ctx.restore();
    this.drawn = { axis, untilUs, look, dots };
  }

  private place(state: AppState, axis: TimeAxis, geometry: StripGeometry): void {
    const { cursor, veil, ahead, picked } = this.parts;
    const reachedX = timeToX(axis, state.playback.reachedUs);
    const x = timeToX(axis, Math.min(state.atUs, state.playback.reachedUs));
    cursor.style.transform = `translateX(${Math.round(x * 2) / 2}px)`;
    veil.style.transform = `translateX(${x}px)`;
    veil.style.width = `${Math.max(0, reachedX - x)}px`;
    const room = Math.max(0, geometry.width - reachedX);
    ahead.style.transform = `translateX(${reachedX}px)`;
    ahead.style.width = `${room}px`;
    const size = room < 6 * geometry.charPx ? 'none' : room < 31 * geometry.charPx ? 'short' : 'long';
    if (size !== this.aheadShown) {
      ahead.dataset.room = size;
      this.aheadShown = size;
    }
    this.placePicked(state, axis, picked);
  }

  private placePicked(state: AppState, axis: TimeAxis, picked: HTMLElement): void {
    const lane = this.lane('trip');
    const row = state.selection.ping;
    const pings = activeBranch(state)?.series.pings;
    const shown = row !== null && lane !== null && pings !== undefined && row < pings.rows;
    picked.hidden = !shown;
    if (!shown) return;
    const width = SERIES_COLUMNS.pings.length;
    const rtt = pings.data[row * width + 1] ?? Number.NaN;
    const y = Number.isNaN(rtt) ? lostY(lane) : linearY(lane, rtt, tripTop(this.seen.trip));
    picked.style.transform = `translate(${timeToX(axis, pings.data[row * width] ?? 0)}px, ${y}px)`;
  }

  private tripMeans(state: AppState, branch: BranchRecord, story: Story, now: number) {
    const look = `${branch.key}|${state.ghostKey}|${story.history?.revision}|${this.geometryCount}`;
    const { means } = this;
    // While it plays the mean is a number for people: a few times a second is enough.
    if (means !== null && means.look === look && now - means.at < MEANS_EVERY_MS && state.playback.playing)
      return means;
    const ghost = ghostBranch(state);
    const next = {
      at: now,
      look,
      own: tripSpans(story, branch.series.pings, state.playback.reachedUs),
      ghost: ghost === null ? [] : tripSpans(storyOf(ghost), ghost.series.pings, ghost.reachedUs),
    };
    this.means = next;
    return next;
  }
}

function readInks(element: HTMLElement): Inks {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    ink2: token('--ink-2'),
    faint: token('--line-strong'),
    stream: token('--arrived'),
    queue: token('--ink-3'),
    writes: token('--written'),
    failure: token('--failure'),
    ghost: token('--ink-3'),
  };
}
