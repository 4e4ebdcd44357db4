/**
 * From one moment's tree to the next one's. Nodes are matched by key in one walk over both, since both lie in the order
 * of their keys; who is new or gone fades at its place.
 */
import { cell, rowCount } from './rows.ts';

export interface Change {
  /** for each row of the new tree where its node was, in ranks and levels; its own place where it is new */
  readonly fromX: Float32Array;
  readonly fromY: Float32Array;
  /** rows of the new tree that were not there, and of the old one that are not there any more */
  readonly fresh: readonly number[];
  readonly gone: readonly number[];
  /** whether anything moves, comes or goes */
  readonly any: boolean;
}

/**
 * @param oldX where the old rows stand on the screen just now, which is half-way where a move is overtaken by the next
 * @param tell how many fresh or gone rows are told at most: more of them are another tree, and nothing fades
 */
export function changeBetween(
  old: Int32Array,
  oldX: Float32Array,
  oldY: Float32Array,
  next: Int32Array,
  tell = 64,
): Change {
  const count = rowCount(next);
  const oldCount = rowCount(old);
  const fromX = new Float32Array(count);
  const fromY = new Float32Array(count);
  const fresh: number[] = [];
  const gone: number[] = [];
  let any = false;
  let at = 0;
  for (let row = 0; row < count; row += 1) {
    const key = cell(next, row, 'key');
    while (at < oldCount && cell(old, at, 'key') < key) {
      gone.push(at);
      at += 1;
    }
    const x = cell(next, row, 'rank');
    const y = cell(next, row, 'depth');
    if (at < oldCount && cell(old, at, 'key') === key) {
      fromX[row] = oldX[at] ?? x;
      fromY[row] = oldY[at] ?? y;
      at += 1;
    } else {
      fromX[row] = x;
      fromY[row] = y;
      fresh.push(row);
    }
    if (fromX[row] !== x || fromY[row] !== y) any = true;
  }
  for (; at < oldCount; at += 1) gone.push(at);
  const few = fresh.length + gone.length <= tell;
  return {
    fromX,
    fromY,
    fresh: few ? fresh : [],
    gone: few ? gone : [],
    any: any || fresh.length > 0 || gone.length > 0,
  };
}

/** Writes where the nodes stand at a part of the way, 0–1. */
export function writeBetween(
  change: Change,
  nodes: Int32Array,
  part: number,
  x: Float32Array,
  y: Float32Array,
): void {
  const count = rowCount(nodes);
  for (let row = 0; row < count; row += 1) {
    const homeX = cell(nodes, row, 'rank');
    const homeY = cell(nodes, row, 'depth');
    const fromX = change.fromX[row] ?? homeX;
    const fromY = change.fromY[row] ?? homeY;
    x[row] = part >= 1 ? homeX : fromX + (homeX - fromX) * part;
    y[row] = part >= 1 ? homeY : fromY + (homeY - fromY) * part;
  }
}
