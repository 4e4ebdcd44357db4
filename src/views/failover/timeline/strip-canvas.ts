/**
 * The strip's canvas. While it plays only the pixels that time has added are drawn; when the axis, a scale or the run
 * changes, and whenever it comes to rest, the whole: a moment at rest looks the same whichever way led to it.
 */
import type { Micros } from '../../../base/units.ts';
import { DotCells, firstRowAt } from '../../../layout/decimate.ts';
import { agreesUntil, type TimeAxis, timeToX, walkAxis, xToTime } from '../../../layout/human-time.ts';
import type { Lane, LaneName } from '../../../layout/lanes.ts';
import type { BranchRecord } from '../../../store/types.ts';
import { type Inks, readInks } from './paint/inks.ts';
import { paintGhost, paintRun } from './paint/run.ts';
import type { PaintScope } from './paint/scope.ts';
import { type Scales, tripTop } from './scales.ts';
import type { Story } from './story.ts';

export interface CanvasScene {
  readonly branch: BranchRecord;
  readonly ghost: BranchRecord | null;
  readonly story: Story;
  readonly axis: TimeAxis;
  readonly scales: Scales;
  readonly untilUs: Micros;
  /** nothing moves, so that the next frame will be the same */
  readonly atRest: boolean;
  readonly width: number;
  readonly height: number;
  /** changes with the lanes' places */
  readonly geometryCount: number;
  readonly lane: (name: LaneName) => Lane | null;
}

interface Drawn {
  axis: TimeAxis;
  untilUs: Micros;
  look: string;
  dots: DotCells;
  whole: boolean;
}

/** What is drawn near the edge of a part (line ends, dots) reaches a little beyond it. */
const MARGIN_PX = 3;

export class StripCanvas {
  private readonly canvas: HTMLCanvasElement;
  private inks: Inks | null = null;
  private drawn: Drawn | null = null;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** After a change of the colour scheme. */
  forget(): void {
    this.inks = null;
    this.drawn = null;
  }

  paint(scene: CanvasScene): void {
    const ctx = this.canvas.getContext('2d');
    if (ctx === null) return;
    const { branch, ghost, story, axis, untilUs, width, height } = scene;
    const ratio = globalThis.devicePixelRatio || 1;
    const look = lookOf(scene, ratio);
    const kept = this.keptOf(look, scene);
    if (kept !== null && kept.untilUs === untilUs) return;
    this.resize(width * ratio, height * ratio);
    const from =
      kept === null ? 0 : Math.max(0, Math.floor(timeToX(axis, openSince(kept, branch))) - MARGIN_PX);
    const dots = kept?.dots ?? new DotCells(width, height, 0.75);
    dots.clearFrom(from);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.save();
    ctx.beginPath();
    ctx.rect(from, 0, width - from, height);
    ctx.clip();
    ctx.clearRect(from, 0, width - from, height);
    this.inks ??= readInks(this.canvas);
    const scope: PaintScope = {
      ctx,
      lane: scene.lane,
      series: branch.series,
      fromUs: kept === null ? 0 : Math.max(0, xToTime(axis, from - MARGIN_PX)),
      toUs: untilUs,
      xOf: () => walkAxis(axis),
      scales: scene.scales,
      inks: this.inks,
      dots,
      nodes: story.scenario.cluster.nodes,
    };
    if (ghost !== null) {
      paintGhost({ ...scope, series: ghost.series, nodes: ghost.run.scenario.cluster.nodes });
    }
    paintRun(scope);
    ctx.restore();
    this.drawn = { axis, untilUs, look, dots, whole: kept === null };
  }

  private keptOf(look: string, { axis, untilUs, atRest }: CanvasScene): Drawn | null {
    const { drawn } = this;
    if (drawn === null || drawn.look !== look || drawn.untilUs > untilUs) return null;
    if (atRest && !(drawn.whole && drawn.untilUs === untilUs)) return null;
    return agreesUntil(drawn.axis, axis, drawn.untilUs) ? drawn : null;
  }

  private resize(width: number, height: number): void {
    const { canvas } = this;
    if (canvas.width === Math.round(width) && canvas.height === Math.round(height)) return;
    canvas.width = Math.round(width);
    canvas.height = Math.round(height);
  }
}

/** What changes the picture of the past. */
function lookOf({ branch, ghost, story, scales, geometryCount }: CanvasScene, ratio: number): string {
  return [
    branch.key,
    ghost?.key,
    ghost?.series.pings.rows,
    ratio,
    geometryCount,
    tripTop(scales.tripMaxMs),
    scales.writesTop,
    scales.pagesTotal,
    story.history?.migrations.length,
  ].join('|');
}

/** From here on the picture was a guess: what had happened since the last row was not known yet. */
function openSince(kept: Drawn, branch: BranchRecord): Micros {
  const { progress } = branch.series;
  const row = firstRowAt(progress, kept.untilUs + 1) - 1;
  return row < 0 ? 0 : (progress.data[row * progress.width] ?? 0);
}
