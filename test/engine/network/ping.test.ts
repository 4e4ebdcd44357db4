import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import { pingParts } from '../../../src/engine/network/ping.ts';
import { PingNoise } from '../../../src/engine/network/ping-noise.ts';

const settings = { wireRttMs: 0.1, hypervisorRttMs: 0.15, noiseMs: 0.036 };
const noise = (seed: number): PingNoise => new PingNoise(new RandomStream(seed, 'rtt'));

test('the parts of a ping add up to it, and it never overtakes the wire', () => {
  const delays = fc.double({ min: 0, max: 5, noNaN: true });
  fc.assert(
    fc.property(
      fc.nat(),
      delays,
      delays,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (seed, q, t, noiseMs) => {
        const source = noise(seed);
        for (let i = 0; i < 40; i += 1) {
          const ping = pingParts({ ...settings, noiseMs }, q, t, source);
          expect([ping.queueMs, ping.tailMs]).toEqual([q, t]);
          expect(ping.rttMs).toBeCloseTo(0.25 + q + t + ping.noiseMs, 12);
          expect(ping.rttMs).toBeGreaterThanOrEqual(0.1 + q + t - 1e-12);
        }
      },
    ),
    { seed: 20_100_501, numRuns: 50 },
  );
});

test('noise is standard normal, and means exactly nothing over each block of 20', () => {
  const source = noise(5);
  const values = Array.from({ length: 20_000 }, () => source.next());
  for (let block = 0; block < values.length; block += 20) {
    const sum = values.slice(block, block + 20).reduce((total, x) => total + x, 0);
    expect(Math.abs(sum)).toBeLessThan(1e-12);
  }
  const variance = values.reduce((sum, x) => sum + x * x, 0) / values.length;
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  const within = values.filter((x) => Math.abs(x) < 1).length / values.length;
  expect(within).toBeCloseTo(0.68, 1);
  // shuffled: a deviate is not followed by its mirror image as a rule
  const mirrored = values.filter((x, i) => i % 2 === 0 && values[i + 1] === -x).length;
  expect(mirrored / (values.length / 2)).toBeLessThan(0.1);
});
