/** The outline of a subtree: it lies alone in its span of ranks, so its outermost nodes enclose no foreign one. */
import { polygonHull } from 'd3';
import { cell } from './rows.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Corners of the subtree's hull: of each level only the outermost nodes can be corners.
 *
 * @param x px by row
 */
export function subtreeHull(
  nodes: Int32Array,
  from: number,
  to: number,
  x: Float32Array,
  y: Float32Array,
): Point[] {
  const levels = new Map<number, { first: number; last: number }>();
  for (let row = from; row < to; row += 1) {
    const level = levels.get(cell(nodes, row, 'depth'));
    if (level) level.last = row;
    else levels.set(cell(nodes, row, 'depth'), { first: row, last: row });
  }
  const points: [number, number][] = [];
  for (const { first, last } of levels.values()) {
    points.push([x[first] ?? 0, y[first] ?? 0]);
    if (last !== first) points.push([x[last] ?? 0, y[last] ?? 0]);
  }
  const hull = points.length < 3 ? points : (polygonHull(points) ?? points);
  return hull.map(([px, py]) => ({ x: px, y: py }));
}

/** As a path's `d`; drawn with a wide round stroke it surrounds its nodes. */
export function hullPath(points: readonly Point[]): string {
  if (points.length === 0) return '';
  const corners = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${corners.join('L')}Z`;
}
