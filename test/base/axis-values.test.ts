import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { axisValues } from '../../src/base/axis-values.ts';

describe('values of an axis', () => {
  test('evenly, with the ends as they are', () => {
    expect(axisValues({ from: 0, to: 1, steps: 5, scale: 'linear' })).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(axisValues({ from: 1000, to: 1001, steps: 3, scale: 'linear' })).toEqual([1000, 1000.5, 1001]);
  });

  test('by equal factors, in digits people read', () => {
    expect(axisValues({ from: 10_000_000, to: 1_000_000_000, steps: 5, scale: 'log' })).toEqual([
      10_000_000, 32_000_000, 100_000_000, 320_000_000, 1_000_000_000,
    ]);
  });

  test('whole numbers between whole ends, each once', () => {
    expect(axisValues({ from: 1, to: 20, steps: 20, scale: 'log' })).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 17, 20,
    ]);
  });

  test('one step is the beginning alone', () => {
    expect(axisValues({ from: 7, to: 9, steps: 1, scale: 'linear' })).toEqual([7]);
  });

  const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
  property.prop(
    [
      positive,
      positive,
      fc.integer({ min: 2, max: 200 }),
      fc.constantFrom('linear' as const, 'log' as const),
    ],
    { seed: 61, numRuns: 400 },
  )('go from end to end in one direction, near their exact places', (from, to, steps, scale) => {
    fc.pre(Math.abs(to - from) > 1e-6 * Math.max(to, from) * steps);
    const values = axisValues({ from, to, steps, scale });
    expect(values[0]).toBe(from);
    expect(values.at(-1)).toBe(to);
    const rising = to > from;
    for (let i = 1; i < values.length; i += 1) {
      const [before, here] = [values[i - 1] ?? 0, values[i] ?? 0];
      expect(rising ? here > before : here < before).toBe(true);
    }
    if (Number.isInteger(from) && Number.isInteger(to)) return;
    expect(values).toHaveLength(steps);
    const gap = (i: number) => Math.abs((values[i + 1] ?? to) - (values[i] ?? from));
    for (let i = 1; i < steps - 1; i += 1) {
      const share = i / (steps - 1);
      const exact = scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
      expect(Math.abs((values[i] ?? 0) - exact)).toBeLessThanOrEqual(Math.max(gap(i), gap(i - 1)) / 10);
    }
  });
});
