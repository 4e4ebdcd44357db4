/** Lines of the small charts: columns of a track over time, as far as a run was seen. */
import { MOVE_WIDTH } from '../../../base/columns.ts';
import type { Millis } from '../../../base/units.ts';
import { rowBefore, type Track } from '../../../layout/migration/lane-track.ts';

export interface Point {
  readonly ms: Millis;
  readonly value: number;
}

const POINTS = 96;

/** Values at even distances of time; moments without one are left out. */
export function linePoints(
  track: Track,
  fromMs: Millis,
  toMs: Millis,
  read: (row: Float64Array) => number,
): Point[] {
  const points: Point[] = [];
  if (!(toMs > fromMs)) return points;
  for (let i = 0; i <= POINTS; i += 1) {
    const ms = fromMs + ((toMs - fromMs) * i) / POINTS;
    const row = rowBefore(track, ms);
    if (row < 0) continue;
    const value = read(track.table.subarray(row * MOVE_WIDTH, (row + 1) * MOVE_WIDTH));
    if (Number.isFinite(value)) points.push({ ms, value });
  }
  return points;
}

/** "x,y x,y" in a box of 100 × 100, y upwards. */
export function pointsText(points: readonly Point[], fromMs: Millis, toMs: Millis, top: number): string {
  return points
    .map(({ ms, value }) => {
      const x = toMs > fromMs ? (100 * (ms - fromMs)) / (toMs - fromMs) : 0;
      const y = top > 0 ? 100 - (100 * value) / top : 100;
      return `${x.toFixed(2)},${y.toFixed(2)}`;
    })
    .join(' ');
}
