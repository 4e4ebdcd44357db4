/**
 * How large nodes and how wide edges are. A node's area says how often it was accessed, an edge's width how often it was
 * passed; where nodes stand too close for that they shrink to what their place allows, down to dots.
 */
import { type Camera, screenX, screenY } from './camera.ts';
import { cell, rowCount } from './rows.ts';

export interface NodeScale {
  /** px of a node never accessed and of the most accessed one, where there is room */
  readonly smallest: number;
  readonly largest: number;
}

/** Keys stay readable from the last row; `large` is for a hall. */
export function nodeScale(large: boolean): NodeScale {
  return large ? { smallest: 20, largest: 28 } : { smallest: 15, largest: 23 };
}

/** px */
const DOT = 1.2;
const GAP = 1.5;
const WIDEST_EDGE = 7;
const THINNEST_EDGE = 1.25;
/** With more rows than that on screen they are dots, and only same levels and the levels' distance are looked at. */
const EXACT_ROWS = 200;

/** For each row the distance to the next node of the same level, in ranks. */
export function roomOnLevel(nodes: Int32Array): Float32Array {
  const count = rowCount(nodes);
  const room = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  const last = new Map<number, number>();
  for (let row = 0; row < count; row += 1) {
    const level = cell(nodes, row, 'depth');
    const before = last.get(level);
    last.set(level, row);
    if (before === undefined) continue;
    const ranks = cell(nodes, row, 'rank') - cell(nodes, before, 'rank');
    room[row] = ranks;
    if (ranks < (room[before] ?? 0)) room[before] = ranks;
  }
  return room;
}

/** Nobody is hot with fewer accesses than that. */
const FEW_ACCESSES = 8;

/** Accesses of the largest node, for the scale. */
export function mostSelf(nodes: Int32Array): number {
  let most = FEW_ACCESSES;
  for (let row = rowCount(nodes) - 1; row >= 0; row -= 1) most = Math.max(most, cell(nodes, row, 'self'));
  return most;
}

/** Accesses that passed the edge to the node: to itself and to all below it. */
export function passed(nodes: Int32Array, row: number): number {
  return cell(nodes, row, 'self') + cell(nodes, row, 'left') + cell(nodes, row, 'right');
}

/** Most accesses over one edge. */
export function mostPassed(nodes: Int32Array): number {
  let most = 1;
  for (let row = rowCount(nodes) - 1; row >= 0; row -= 1) {
    if (cell(nodes, row, 'parent') !== -1) most = Math.max(most, passed(nodes, row));
  }
  return most;
}

/** px; `crowded` 0–1 takes the width back where edges lie close together. */
export function edgeWidth(accesses: number, most: number, crowded = 0): number {
  const wide = Math.max(THINNEST_EDGE, WIDEST_EDGE * Math.sqrt(accesses / most));
  return wide + (0.7 - wide) * crowded;
}

export interface SizeInput {
  readonly nodes: Int32Array;
  readonly room: Float32Array;
  readonly most: number;
  readonly scale: NodeScale;
}

/** Writes the radii of the rows from … to − 1 into `out`, in px. */
export function writeRadii(
  input: SizeInput,
  camera: Camera,
  from: number,
  to: number,
  out: Float32Array,
): void {
  const { nodes, room, most, scale } = input;
  const exact = to - from <= EXACT_ROWS;
  const { sx, sy } = camera;
  const between = scale.largest * scale.largest - scale.smallest * scale.smallest;
  for (let row = from; row < to; row += 1) {
    const wanted = Math.sqrt(scale.smallest * scale.smallest + (between * cell(nodes, row, 'self')) / most);
    const besides = ((room[row] ?? 0) * sx) / 2 - GAP;
    out[row] = Math.max(DOT, Math.min(wanted, besides, exact ? wanted : sy * 0.45));
  }
  if (!exact) return;
  for (let row = from; row < to; row += 1) {
    const x = screenX(camera, cell(nodes, row, 'rank'));
    const y = screenY(camera, cell(nodes, row, 'depth'));
    for (let other = row + 1; other < to; other += 1) {
      const dx = screenX(camera, cell(nodes, other, 'rank')) - x;
      if (dx >= 2 * scale.largest + 2 * GAP) break;
      const most = Math.hypot(dx, screenY(camera, cell(nodes, other, 'depth')) - y) / 2 - GAP;
      if (most < (out[row] ?? 0)) out[row] = Math.max(DOT, most);
      if (most < (out[other] ?? 0)) out[other] = Math.max(DOT, most);
    }
  }
}
