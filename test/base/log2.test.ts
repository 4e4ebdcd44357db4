import { expect, test } from 'vitest';
import { log2 } from '../../src/base/log2.ts';

test('exact for powers of two', () => {
  for (let bits = -60; bits < 60; bits++) expect(log2(2 ** bits)).toBe(bits);
});

test('right to the last few digits for all else, looked up or not', () => {
  for (const x of [3, 5, 1000, 32_767, 32_768, 40_001, 1e12, 0.3, 1.7e308, 5e-324]) {
    expect(Math.abs(log2(x) - Math.log2(x))).toBeLessThan(1e-14 * Math.max(1, Math.abs(Math.log2(x))));
  }
  expect(log2(0)).toBe(Number.NEGATIVE_INFINITY);
  for (const x of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(log2(x)).toBeNaN();
});
