/** One frame of the picture in px: which rows are on screen, where they stand and how large they are. */
import { type Camera, type Room, screenX, screenY } from './camera.ts';
import type { Prepared } from './prepare.ts';
import { cell, firstRowAtRank } from './rows.ts';
import { type NodeScale, writeRadii } from './sizes.ts';

export interface Frame {
  /** rows on screen are from … to − 1 */
  readonly from: number;
  readonly to: number;
  /** px by row; right for all rows, so that edges that leave the panel go where they lead */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
}

/** Nodes that far outside the panel are still drawn: half of them may be inside. */
const MARGIN_PX = 40;
/** The nodes a decision is about stay nodes where all others are dots, px. */
const LEAST_MARKED = 8;
const LEAST_ON_PATH = 3.5;

/** A frame's arrays, used again for the next one. */
export class FrameBuffer implements Frame {
  from = 0;
  to = 0;
  x = new Float32Array(0);
  y = new Float32Array(0);
  radius = new Float32Array(0);

  /**
   * @param places where the rows stand in ranks and levels while they move, null = where they belong
   * @param marked rows that stay visible as nodes
   */
  update(
    tree: Prepared,
    camera: Camera,
    room: Room,
    scale: NodeScale,
    places: { readonly x: Float32Array; readonly y: Float32Array } | null,
    marked: readonly number[],
    path: readonly number[],
  ): this {
    const { nodes, count } = tree;
    if (this.x.length < count) {
      this.x = new Float32Array(count);
      this.y = new Float32Array(count);
      this.radius = new Float32Array(count);
    }
    const { x, y } = this;
    for (let row = 0; row < count; row += 1) {
      x[row] = screenX(camera, places === null ? cell(nodes, row, 'rank') : (places.x[row] ?? 0));
      y[row] = screenY(camera, places === null ? cell(nodes, row, 'depth') : (places.y[row] ?? 0));
    }
    const slack = MARGIN_PX / camera.sx + 1;
    this.from = firstRowAtRank(nodes, Math.floor(camera.x - slack));
    this.to = firstRowAtRank(nodes, Math.ceil(camera.x + room.width / camera.sx + slack));
    writeRadii(
      { nodes, room: tree.room, most: tree.mostSelf, scale },
      camera,
      this.from,
      this.to,
      this.radius,
    );
    this.keep(path, LEAST_ON_PATH);
    this.keep(marked, LEAST_MARKED);
    return this;
  }

  private keep(rows: readonly number[], least: number): void {
    for (const row of rows) this.radius[row] = Math.max(this.radius[row] ?? 0, least);
  }
}

/** The row on screen nearest to a point, −1 where none is within `reach` px of its rim. */
export function rowAt(frame: Frame, x: number, y: number, reach = 6): number {
  let best = -1;
  let least = reach;
  for (let row = frame.from; row < frame.to; row += 1) {
    const dx = (frame.x[row] ?? 0) - x;
    if (dx > 60 || dx < -60) continue;
    const away = Math.hypot(dx, (frame.y[row] ?? 0) - y) - (frame.radius[row] ?? 0);
    if (away < least) {
      least = away;
      best = row;
    }
  }
  return best;
}
