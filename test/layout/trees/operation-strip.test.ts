import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cellsThatFit, firstShown } from '../../../src/layout/trees/operation-strip.ts';

describe('the operations that are shown', () => {
  it('moves the mark, then the keys, then the mark again', () => {
    const first = Array.from({ length: 8 }, (_, operation) => firstShown(operation, 8, 4));
    expect(first).toEqual([0, 0, 1, 2, 3, 4, 4, 4]);
  });

  it('fits as many cells as there are gaps for', () => {
    expect(cellsThatFit(100, 30, 5)).toBe(3);
    expect(cellsThatFit(99, 30, 5)).toBe(2);
    expect(cellsThatFit(0, 30, 5)).toBe(1);
  });

  test.prop([fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 60 })], { seed: 3 })(
    'always shows the present one, and never leaves a cell empty that could be filled',
    (a, b, cells) => {
      const operations = Math.max(a, b) + 1;
      const operation = Math.min(a, b);
      const first = firstShown(operation, operations, cells);
      expect(first).toBeLessThanOrEqual(operation);
      expect(first + cells).toBeGreaterThan(operation);
      expect(first).toBeGreaterThanOrEqual(0);
      if (operations >= cells) expect(first + cells).toBeLessThanOrEqual(operations);
    },
  );
});
