import { RandomStream } from '../../base/random.ts';
import type { ShapeRow } from './shape-rows.ts';

/** Largest n of a named shape: 2²² nodes are 64 MiB. */
const MAX_SHAPE_NODES = 1 << 22;

/**
 * Rows of a named shape over the keys 0 … n−1; every count is 1.
 *
 *     empty        no node
 *     balanced:n   the midpoint (lo + hi) >> 1 of every range on top
 *     chain:n      n−1 at the root, each smaller key as a left child
 *     random:n     a plain search tree whose keys were inserted in a random order
 *
 * @param seed of the order of `random:n`
 * @throws Error with one sentence if the text names no shape.
 */
export function namedShapeRows(text: string, seed: number): ShapeRow[] {
  const shape = text.trim();
  if (shape.toLowerCase() === 'empty') return [];
  const match = /^(chain|balanced|random):(\d+)$/i.exec(shape);
  if (match === null) {
    const shown = shape.length > 40 ? `${shape.slice(0, 39)}…` : shape;
    throw new Error(
      `There is no start shape "${shown}"; use empty, balanced:n, chain:n or random:n with a whole number n, or a tree as bracket text, preorder or JSON.`,
    );
  }
  const n = Number(match[2]);
  if (n > MAX_SHAPE_NODES) {
    throw new Error(`Start shape "${shape}" is too large; n may be at most ${MAX_SHAPE_NODES}.`);
  }
  const name = match[1]?.toLowerCase();
  return name === 'chain' ? chainRows(n) : name === 'balanced' ? balancedRows(n) : randomRows(n, seed);
}

function chainRows(n: number): ShapeRow[] {
  return Array.from({ length: n }, (_, depth) => ({ key: n - 1 - depth, depth, self: 1 }));
}

function balancedRows(n: number): ShapeRow[] {
  const rows: ShapeRow[] = [];
  const stack = [0, n - 1, 0]; // (lo, hi, depth)
  while (stack.length > 0) {
    const depth = stack.pop() as number;
    const hi = stack.pop() as number;
    const lo = stack.pop() as number;
    if (lo > hi) continue;
    const key = (lo + hi) >> 1;
    rows.push({ key, depth, self: 1 });
    stack.push(key + 1, hi, depth + 1, lo, key - 1, depth + 1);
  }
  return rows;
}

/**
 * Inserting one key after another would walk the tree n times. But a key's parent is always older than the key, so the
 * tree is the one with keys in order and times of insertion rising downward, which one pass over the keys builds.
 */
function randomRows(n: number, seed: number): ShapeRow[] {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  new RandomStream(seed, 'start shape').shuffle(order);
  const time = new Int32Array(n);
  for (let i = 0; i < n; i += 1) time[order[i] as number] = i;
  const left = new Int32Array(n).fill(-1);
  const right = new Int32Array(n).fill(-1);
  const rightmost: number[] = []; // the path from the root along right children
  for (let key = 0; key < n; key += 1) {
    let below = -1;
    while (rightmost.length > 0) {
      const last = rightmost[rightmost.length - 1] as number;
      if ((time[last] as number) < (time[key] as number)) break;
      below = last;
      rightmost.pop();
    }
    left[key] = below;
    const parent = rightmost[rightmost.length - 1];
    if (parent !== undefined) right[parent] = key;
    rightmost.push(key);
  }
  const rows: ShapeRow[] = [];
  const stack = n === 0 ? [] : [rightmost[0] as number, 0]; // (key, depth)
  while (stack.length > 0) {
    const depth = stack.pop() as number;
    const key = stack.pop() as number;
    if (key < 0) continue;
    rows.push({ key, depth, self: 1 });
    stack.push(right[key] as number, depth + 1, left[key] as number, depth + 1);
  }
  return rows;
}
