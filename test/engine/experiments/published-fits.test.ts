/** Published rounds beside a two-class model that was fitted to their total alone. */
import { describe, expect, test } from 'vitest';
import { type PublishedFit, publishedFits } from '../../../src/engine/experiments/published-fits.ts';
import { skippingRounds } from '../../../src/engine/experiments/skipping-rounds.ts';

const fits = [...publishedFits()];
const rates = {
  minBandwidthBytesPerSecond: 12.5e6,
  maxBandwidthBytesPerSecond: 62.5e6,
  bandwidthStepBytesPerSecond: 6.25e6,
};

test('SPECweb99, Quake 3 and MMuncher, marked as what they are', () => {
  expect(fits.map(({ name }) => name)).toEqual(['SPECweb99', 'Quake 3', 'MMuncher']);
  for (const { source, settled } of fits) {
    expect(source).toContain('published, not re-checked');
    expect(source).toContain('fitted to the total');
    expect(settled).toMatch(/beforehand.*total gave.*\.$/);
  }
});

describe.each(fits.map((fit): [string, PublishedFit] => [fit.name, fit]))('%s', (_name, fit) => {
  test('the printed rounds add up to the printed total', () => {
    const sum = fit.roundBytes.reduce((total, bytes) => total + bytes, 0);
    expect(Math.abs(sum / fit.totalBytes - 1)).toBeLessThan(0.01);
  });

  test('total within 1 %, half of the rounds within 25 %', () => {
    expect(Math.abs(fit.fitted.totalBytes / fit.totalBytes - 1)).toBeLessThan(0.01);
    expect(fit.fitted.roundBytes.length).toBe(fit.roundBytes.length);
    expect(fit.medianRoundError).toBeLessThanOrEqual(0.25);
  });

  test('its classes are the whole memory, and hot is hotter than cold', () => {
    const { hotPages, coldPages, hotWritesPerSecond, coldWritesPerSecond } = fit.fitted;
    expect(Math.abs(hotPages + coldPages - fit.memoryBytes / 4096)).toBeLessThanOrEqual(1);
    expect(hotWritesPerSecond / hotPages).toBeGreaterThan(coldWritesPerSecond / coldPages);
  });
});

describe('the model, worked out by hand', () => {
  test('nobody writes: all of it at 100 Mb/s, and nothing is left', () => {
    const { roundBytes, downtimeMs } = skippingRounds(
      [{ bytes: 100e6, writesPerPagePerSecond: 0 }],
      3,
      rates,
    );
    expect(roundBytes[0]).toBeCloseTo(100e6, -2);
    expect(roundBytes[1]).toBe(0);
    expect(downtimeMs).toBe(0);
  });

  // A list of L bytes, all written λ times a second, is passed after ln(1 + λ L / B) / λ seconds.
  test('a single class: rounds end after ln(1 + λ L / B) / λ', () => {
    const rate = 0.02;
    const { roundBytes } = skippingRounds([{ bytes: 100e6, writesPerPagePerSecond: rate }], 2, rates);
    const seconds = Math.log(1 + (rate * 100e6) / 12.5e6) / rate;
    expect((roundBytes[0] ?? 0) / (12.5e6 * seconds)).toBeCloseTo(1, 4);
    expect((roundBytes[1] ?? 0) / (100e6 * (1 - Math.exp(-rate * seconds)))).toBeCloseTo(1, 4);
  });
});
