import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { evenAxis, logAxis, spanAxis } from '../../../src/layout/evidence/axis.ts';

describe('a logarithmic axis', () => {
  it('has 1, 2, 5 where there is room and powers of ten where there is not', () => {
    expect(logAxis([1, 60], 0, 400).ticks).toEqual([1, 2, 5, 10, 20, 50]);
    expect(logAxis([1, 90_000], 0, 200).ticks).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
  });

  it('of nothing still is one', () => {
    expect(logAxis([], 0, 100).ticks.length).toBeGreaterThan(0);
  });
});

const positive = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });

test.prop([positive], { seed: 6 })('values keep their order and lie within a logarithmic axis', (values) => {
  const axis = logAxis(values, 10, 410);
  const sorted = values.toSorted((a, b) => a - b).map((value) => axis.at(value));
  expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
  expect(Math.min(...sorted)).toBeGreaterThan(10);
  expect(Math.max(...sorted)).toBeLessThan(410);
  const places = axis.ticks.map((tick) => axis.at(tick));
  for (let i = 1; i < places.length; i += 1)
    expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(19);
});

describe('an even axis', () => {
  it('ends at a round number at or above the largest value', () => {
    expect(evenAxis(268, 0, 100, 5).ticks).toEqual([0, 100, 200, 300]);
    expect(evenAxis(0.9, 0, 100, 4).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(evenAxis(0, 0, 100, 4).ticks.at(-1)).toBe(1);
  });

  it('over a span ends with the span', () => {
    const axis = spanAxis(4.3, 0, 430, 5);
    expect(axis.ticks).toEqual([0, 1, 2, 3, 4]);
    expect(axis.at(4.3)).toBe(430);
  });
});
