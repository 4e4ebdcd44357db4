import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, ln, pow } from '../../src/base/exact-math.ts';

const SEED = { seed: 20_100_501, numRuns: 2000 };

/** |found − true| as a share of the true value; the last bit of a double is worth 2.2e-16. */
const relativeError = (found: number, wanted: number): number =>
  wanted === 0 ? Math.abs(found) : Math.abs(found - wanted) / Math.abs(wanted);

describe('known values', () => {
  test.each([
    [ln(1), 0],
    [ln(2), Math.LN2],
    [ln(10), Math.LN10],
    [ln(0.1), -Math.LN10],
    [ln(1e-300), -690.7755278982137],
    [ln(65_536), 11.090354888959125],
    [exp(0), 1],
    [exp(1), Math.E],
    [exp(-1), 0.36787944117144233],
    [exp(-0.5), 0.6065306597126334],
    [exp(10), 22026.465794806718],
    [pow(2, 0.5), Math.SQRT2],
    [pow(10, -3), 0.001],
    [pow(65_536, 1), 65_536],
    [pow(7, 0), 1],
  ])('%d is %d', (found, wanted) => {
    expect(relativeError(found, wanted)).toBeLessThan(2e-15);
  });
});

test('ln is right to the last digits for every size of number', () => {
  const numbers = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
  const near1 = fc.double({ min: 0.5, max: 2, noNaN: true });
  fc.assert(
    fc.property(fc.oneof(numbers, near1), (x) => relativeError(ln(x), Math.log(x)) < 1e-14),
    SEED,
  );
});

test('exp is right to the last digits, and pow with it', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (x) => {
      // The argument's own last bit is worth |x| · 1.1e-16 of the result.
      expect(relativeError(exp(x), Math.exp(x))).toBeLessThan(1e-15 + Math.abs(x) * 3e-16);
    }),
    SEED,
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 65_536 }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (rank, e) => {
        expect(relativeError(pow(rank, e), rank ** e)).toBeLessThan(2e-14);
      },
    ),
    SEED,
  );
});

test('exp and ln undo each other', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => Math.abs(ln(exp(x)) - x) < 1e-14),
    SEED,
  );
});

test('the edges', () => {
  expect(ln(0)).toBe(Number.NEGATIVE_INFINITY);
  for (const x of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(ln(x)).toBeNaN();
  expect(ln(Number.MIN_VALUE)).toBeCloseTo(-744.4400719213812, 10);
  expect(exp(-746)).toBe(0);
  expect(exp(710)).toBe(Number.POSITIVE_INFINITY);
  expect(exp(Number.NaN)).toBeNaN();
  expect(exp(709.7)).toBeGreaterThan(1.6e308);
  expect(exp(-740)).toBeGreaterThan(0);
});
