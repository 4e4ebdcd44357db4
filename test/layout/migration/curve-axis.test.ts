/** Axes of the workload's charts. */
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { linearAxis, logAxis, nearestPlace } from '../../../src/layout/migration/curve-axis.ts';

describe('linear', () => {
  test('from 0, with round numbers', () => {
    const axis = linearAxis(100, 300, 0, 5);
    expect(axis.ticks).toEqual([0, 20, 40, 60, 80, 100]);
    expect(axis.at(0)).toBe(300);
    expect(axis.at(50)).toBe(150);
    expect(axis.at(500)).toBe(0);
  });

  test('of nothing is an axis all the same', () => {
    expect(linearAxis(0, 0, 10, 4).at(0)).toBe(0);
  });
});

describe('logarithmic', () => {
  test('equal factors are equal steps; what it cannot show stands at its beginning', () => {
    const axis = logAxis({ low: 1, high: 10_000, base: 10 }, 0, 400, 6);
    expect(axis.ticks).toEqual([1, 10, 100, 1000, 10_000]);
    expect([1, 10, 100].map(axis.at)).toEqual([0, 100, 200]);
    expect(axis.at(0)).toBe(0);
  });

  test('with room there are 2 and 5 between', () => {
    expect(logAxis({ low: 3, high: 130, base: 10 }, 0, 400, 10).ticks).toEqual([5, 10, 20, 50, 100]);
  });

  test('without room some powers stand for all', () => {
    expect(logAxis({ low: 0.5, high: 65_536, base: 2 }, 0, 300, 5).ticks).toEqual([1, 16, 256, 4096, 65_536]);
  });

  const range = fc
    .record({
      low: fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
      factor: fc.double({ min: 1.1, max: 1e6, noNaN: true }),
    })
    .map(({ low, factor }) => ({ low, high: low * factor }));

  property.prop([range, fc.constantFrom(2 as const, 10 as const), fc.integer({ min: 2, max: 20 })], {
    seed: 3,
  })('ticks rise, stand within it, and are no more than fit', ({ low, high }, base, most) => {
    const axis = logAxis({ low, high, base }, 0, 500, most);
    expect(axis.ticks.length).toBeLessThanOrEqual(most);
    expect(axis.ticks).toEqual([...axis.ticks].sort((a, b) => a - b));
    for (const tick of axis.ticks) {
      expect(tick).toBeGreaterThanOrEqual(low * (1 - 1e-6));
      expect(tick).toBeLessThanOrEqual(Math.max(high, low * base) * (1 + 1e-6));
    }
  });
});

test('the nearest place wins', () => {
  expect(nearestPlace([0, 10, 30], 18)).toBe(1);
  expect(nearestPlace([0, 10, 30], 22)).toBe(2);
  expect(nearestPlace([], 5)).toBe(-1);
});
