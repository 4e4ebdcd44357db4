import { describe, expect, test } from 'vitest';
import * as format from '../../src/base/format.ts';

test.each([
  [65_536, 0, '65,536'],
  [999, 0, '999'],
  [1_234_567, 0, '1,234,567'],
  [1234.567, 2, '1,234.57'],
  [-1234, 0, '−1,234'],
  [-0.001, 2, '0.00'],
  [Number.NaN, 1, '–'],
])('%d with %d digits reads %s', (value, digits, text) => {
  expect(format.formatNumber(value, digits)).toBe(text);
});

test.each([
  [format.formatSeconds(18_350_000), '18.35 s'],
  [format.formatMillis(1.2244), '1.22 ms'],
  [format.formatMillis(Number.NaN), '–'],
  [format.formatMB(268_435_456), '268 MB'],
  [format.formatMiB(256), '256 MiB'],
  [format.formatByteRate(87_500_000), '87.5 MB/s'],
  [format.formatPercent(44.2), '44 %'],
  [format.formatSigned(0.26, 2), '+0.26'],
  [format.formatSigned(-12), '−12'],
  [format.formatSigned(0.001, 2), '±0.00'],
])('%s is printed as %s', (text, expected) => {
  expect(text).toBe(expected);
});

describe('parts rounded to their total', () => {
  test('are those that plain rounding gives where it adds up', () => {
    expect(format.roundToTotal([0.1, 0.15, 1], 2)).toEqual([0.1, 0.15, 1]);
  });

  test('add up where plain rounding does not, negative ones too', () => {
    const parts = [0.104, 0.154, 1.004, -0.016];
    const rounded = format.roundToTotal(parts, 2);
    expect(rounded.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1.25, 9);
    for (const [i, part] of rounded.entries()) expect(Math.abs(part - (parts[i] ?? 0))).toBeLessThan(0.01);
  });
});
