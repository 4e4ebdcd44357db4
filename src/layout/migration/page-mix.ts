/**
 * The states of a cell's pages as one integer, four bits a state: a level from 0 to 15 that stands for (level / 15)² of the
 * cell, so that rare states are told apart finely: 1 is a 225th, 2 a 56th, 3 a 25th. A state that occurs at all has at
 * least 1, so that a single page in a large cell is not lost.
 */
import { MOVE_STATE_COUNT } from '../../base/columns.ts';

const MIX_LEVELS = 15;
const BITS = 4;

const counted = new Int32Array(16);

/** Of the pages `from` ≤ page < `to`. */
export function mixOf(states: Uint8Array, from: number, to: number): number {
  if (to - from === 1) return pureMix(states[from] as number);
  counted.fill(0);
  for (let page = from; page < to; page += 1) {
    const state = states[page] as number;
    counted[state] = (counted[state] as number) + 1;
  }
  const all = to - from;
  let mix = 0;
  for (let state = 0; state < MOVE_STATE_COUNT; state += 1) {
    const pages = counted[state] as number;
    if (pages > 0) mix |= Math.max(1, Math.round(Math.sqrt(pages / all) * MIX_LEVELS)) << (BITS * state);
  }
  return mix;
}

/** All pages in one state. */
export function pureMix(state: number): number {
  return MIX_LEVELS << (BITS * state);
}

export function levelOf(mix: number, state: number): number {
  return (mix >>> (BITS * state)) & MIX_LEVELS;
}

/** Share of each state, summing to 1, written into `out`. */
export function sharesOf(mix: number, out: Float64Array): void {
  let sum = 0;
  for (let state = 0; state < MOVE_STATE_COUNT; state += 1) sum += levelOf(mix, state) ** 2;
  for (let state = 0; state < MOVE_STATE_COUNT; state += 1)
    out[state] = levelOf(mix, state) ** 2 / Math.max(1, sum);
}
