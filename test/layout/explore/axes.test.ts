import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  numberText,
  percentOf,
  quantityOf,
  quantityText,
  settingText,
  settingWithUnit,
  signedText,
} from '../../../src/layout/explore/quantity.ts';
import { evenFactors, figureScale, placeScale, spreadByFactors } from '../../../src/layout/explore/scale.ts';

describe('numbers with units', () => {
  it('are printed in the unit people read', () => {
    expect(quantityText(64e6, quantityOf('B/s', [64e6]))).toBe('64 MB/s');
    expect(quantityText(12_345, quantityOf('ms', [12_345]))).toBe('12.3 s');
    expect(quantityText(0.25, quantityOf('0–1', [0.25]))).toBe('25 %');
    expect(quantityText(8000, quantityOf('1/s', [8000]))).toBe('8,000/s');
    expect(quantityText(0.0534, quantityOf('ms', [0.0534]))).toBe('0.0534 ms');
    expect(numberText(null, quantityOf('ms', []))).toBe('–');
  });

  it('keep one unit for all numbers of an axis', () => {
    const axis = quantityOf('B/s', [10_000, 1e9]);
    expect([10_000, 1e9].map((value) => numberText(value, axis))).toEqual(['0.0100', '1,000']);
  });

  it('print settings with the digits they have', () => {
    const ms = quantityOf('ms', [100]);
    expect([0.05, 3.2, 8, 12_740].map((value) => settingText(value, ms))).toEqual([
      '0.05',
      '3.2',
      '8',
      '12,740',
    ]);
    expect(settingWithUnit(12_742_749, quantityOf('B/s', [12_742_749]))).toBe('12.74 MB/s');
  });

  it('sign differences and leave out what is only rounding', () => {
    const ms = quantityOf('ms', [100]);
    expect(signedText(12.34, ms)).toBe('+12.3 ms');
    expect(signedText(-0.5, ms)).toBe('−0.500 ms');
    expect(signedText(1e-9, ms)).toBe('±0 ms');
    expect([percentOf(30, 60), percentOf(-1, 1000), percentOf(5, 0), percentOf(null, 3)]).toEqual([
      '+50 %',
      '−0.1 %',
      '–',
      '–',
    ]);
  });
});

describe('axes', () => {
  it('go by factors where the values do', () => {
    expect(spreadByFactors([1, 30])).toBe(true);
    expect(spreadByFactors([1, 20])).toBe(false);
    expect(spreadByFactors([0, 1e6])).toBe(false);
    expect(evenFactors([1, 2, 4, 8])).toBe(true);
    expect(evenFactors([10, 20, 30, 40])).toBe(false);
  });

  it('begin at 0 unless all values lie far from it, and say so', () => {
    const even = figureScale([2, 10], 100, 0, 20, false);
    expect([even.cut, even.at(0)]).toEqual([false, 100]);
    const far = figureScale([50, 55], 100, 0, 20, false);
    expect(far.cut).toBe(true);
    expect(far.at(50)).toBeGreaterThan(far.at(55));
    expect(figureScale([], 100, 0, 20, false).ticks).toEqual([]);
  });

  test.prop([fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 20 })], {
    seed: 62,
    numRuns: 100,
  })('keep the order of places, inside the room, with ticks at places and apart', (raw) => {
    const values = raw.toSorted((a, b) => a - b);
    const axis = placeScale(values, 50, 650, 30);
    const places = values.map((value) => axis.at(value));
    expect(places[0]).toBeCloseTo(50);
    expect(places.at(-1)).toBeCloseTo(650);
    for (let i = 1; i < places.length; i += 1) expect(places[i]).toBeGreaterThan(places[i - 1] ?? 0);
    for (const tick of axis.ticks) expect(values).toContain(tick);
    for (let i = 1; i < axis.ticks.length; i += 1)
      expect(axis.at(axis.ticks[i] ?? 0) - axis.at(axis.ticks[i - 1] ?? 0)).toBeGreaterThanOrEqual(30);
  });
});
