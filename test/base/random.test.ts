import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clone } from '../../src/base/clone.ts';
import { RandomStream } from '../../src/base/random.ts';

const SEED = { seed: 20_100_501, numRuns: 100 };
const seeds = fc.oneof(fc.nat(100), fc.integer({ min: 0, max: 4_294_967_295 }));

const draws = (stream: RandomStream, count: number): number[] =>
  Array.from({ length: count }, () => stream.uniform());

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const moment = (values: readonly number[], power: number): number => mean(values.map((x) => x ** power));

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const covariance = mean(a.map((x, i) => (x - ma) * ((b[i] ?? 0) - mb)));
  return covariance / Math.sqrt(mean(a.map((x) => (x - ma) ** 2)) * mean(b.map((x) => (x - mb) ** 2)));
}

test('a seed and a name give the same numbers for ever', () => {
  // Written down once: whoever changes the generator changes every shared link.
  const stream = new RandomStream(7, 'rtt');
  expect([stream.uint32(), stream.uint32(), stream.uint32()]).toEqual([
    2_643_336_143, 3_267_124_015, 1_189_636_794,
  ]);
  fc.assert(
    fc.property(seeds, fc.string(), (seed, name) => {
      expect(draws(new RandomStream(seed, name), 20)).toEqual(draws(new RandomStream(seed, name), 20));
    }),
    SEED,
  );
});

test('streams of other seeds or names are unrelated', () => {
  const names = ['rtt', 'timing', 'references x0', 'references x1', 'layout x0'];
  const streams = [0, 1, 2, 4_294_967_295].flatMap((seed) =>
    names.map((name) => draws(new RandomStream(seed, name), 2000)),
  );
  for (const [i, a] of streams.entries()) {
    // 5 σ of the correlation of 2000 unrelated pairs
    for (const b of streams.slice(i + 1)) expect(Math.abs(correlation(a, b))).toBeLessThan(0.112);
    expect(Math.abs(correlation(a.slice(1), a.slice(0, -1)))).toBeLessThan(0.112);
  }
});

test('uniform numbers fill [0, 1) evenly', () => {
  const values = draws(new RandomStream(3, 'uniform'), 100_000);
  expect(values.every((x) => x >= 0 && x < 1)).toBe(true);
  expect(mean(values)).toBeCloseTo(1 / 2, 2);
  expect(moment(values, 2)).toBeCloseTo(1 / 3, 2);
  const bins = new Array<number>(16).fill(0);
  for (const x of values) bins[Math.floor(x * 16)] = (bins[Math.floor(x * 16)] ?? 0) + 1;
  const chi2 = bins.reduce((sum, count) => sum + (count - 6250) ** 2 / 6250, 0);
  expect(chi2).toBeLessThan(37.7); // 99.9 % of 15 degrees of freedom
});

test('normal numbers have the moments of the normal distribution', () => {
  const stream = new RandomStream(3, 'normal');
  const values = Array.from({ length: 100_000 }, () => stream.normal());
  expect(Math.abs(mean(values))).toBeLessThan(0.015);
  expect(moment(values, 2)).toBeCloseTo(1, 1);
  expect(Math.abs(moment(values, 3))).toBeLessThan(0.05);
  expect(Math.abs(moment(values, 4) - 3)).toBeLessThan(0.12);
  expect(values.filter((x) => Math.abs(x) < 1).length / 1e5).toBeCloseTo(0.6827, 2);
});

test('below and between keep their bounds', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 4_294_967_296 }), (seed, n) => {
      const stream = new RandomStream(seed, 'bounds');
      for (let i = 0; i < 50; i += 1) {
        const x = stream.below(n);
        expect(Number.isInteger(x) && x >= 0 && x < n).toBe(true);
      }
      const y = stream.between(-5, n);
      expect(y >= -5 && y < n).toBe(true);
    }),
    SEED,
  );
});

test('shuffle gives a permutation, every one as often as the others', () => {
  fc.assert(
    fc.property(seeds, fc.nat(200), (seed, n) => {
      const values = Int32Array.from({ length: n }, (_, i) => i);
      new RandomStream(seed, 'shuffle').shuffle(values);
      expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
    }),
    SEED,
  );
  const stream = new RandomStream(5, 'permutations');
  const seen = new Map<string, number>();
  for (let i = 0; i < 24_000; i += 1) {
    const values = Int32Array.of(0, 1, 2, 3);
    stream.shuffle(values);
    seen.set(values.join(), (seen.get(values.join()) ?? 0) + 1);
  }
  expect(seen.size).toBe(24);
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(1000));
});

test('a cloned stream goes on alike and on its own', () => {
  const stream = new RandomStream(1, 'x');
  stream.normal(); // keeps a spare value, which is state, too
  const copy = clone(stream);
  const expected = [copy.normal(), copy.normal(), copy.uniform()];
  expect([stream.normal(), stream.normal(), stream.uniform()]).toEqual(expected);
});
