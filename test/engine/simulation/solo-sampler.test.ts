/** A turning point's row is exact however long the run: the pictures of rounds take their numbers from it. */
import { describe, expect, it } from 'vitest';
import { Sampler } from '../../../src/engine/simulation/solo-sampler.ts';

const times = (sampler: Sampler) => [...sampler.columns()].filter((_, i) => i % 2 === 0);

/** a row each ms, and turning points at some */
function run(turns: readonly number[], ms: number, most = 16): Sampler {
  const sampler = new Sampler(2, most, 1);
  for (let t = 0; t < ms; t += 1) {
    const turning = turns.includes(t);
    if (turning || t >= sampler.dueMs) sampler.add(Float64Array.of(t, 3 * t), turning);
  }
  return sampler;
}

describe('a sampler that thins itself', () => {
  it('keeps the rows of turning points', () => {
    const sampler = run([7, 33, 34, 101], 400);
    expect(times(sampler)).toEqual(expect.arrayContaining([0, 7, 33, 34, 101]));
    expect(sampler.rows).toBeLessThanOrEqual(16);
    expect(times(sampler)).toEqual(times(sampler).toSorted((a, b) => a - b));
  });

  it('keeps a turning point that a later row of its moment replaces', () => {
    const sampler = new Sampler(2, 4, 1);
    sampler.add(Float64Array.of(0, 0));
    sampler.add(Float64Array.of(1, 1), true);
    sampler.add(Float64Array.of(1, 2));
    for (const ms of [2, 3, 4, 5]) sampler.add(Float64Array.of(ms, ms));
    expect([...sampler.columns()].slice(0, 4)).toEqual([0, 0, 1, 2]);
  });

  it('lets go of turning points where they alone would fill the table', () => {
    const sampler = run(
      Array.from({ length: 500 }, (_, i) => i),
      500,
    );
    expect(sampler.rows).toBeLessThanOrEqual(16);
    expect(times(sampler)[0]).toBe(0);
    expect(times(sampler).at(-1)).toBe(499);
  });
});
