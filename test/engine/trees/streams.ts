/** Reference streams: keys 0…n−1, hot ranks scattered over them by a seeded permutation. */
import { RandomStream } from '../../../src/base/random.ts';

export function permutation(n: number, random: RandomStream): Int32Array {
  const keys = Int32Array.from({ length: n }, (_, i) => i);
  random.shuffle(keys);
  return keys;
}

/** `length` draws of ranks with probability ∝ 1/rank^exponent; rank i stands for the key hot[i]. */
export function zipfKeys(
  hot: Int32Array,
  exponent: number,
  length: number,
  random: RandomStream,
): Int32Array {
  const cumulative = new Float64Array(hot.length);
  let sum = 0;
  for (let i = 0; i < hot.length; i++) cumulative[i] = sum += (i + 1) ** -exponent;
  return Int32Array.from({ length }, () => {
    const wanted = random.uniform() * sum;
    let lo = 0;
    let hi = hot.length - 1;
    while (lo < hi) {
      const middle = (lo + hi) >> 1;
      if ((cumulative[middle] as number) > wanted) hi = middle;
      else lo = middle + 1;
    }
    return hot[lo] as number;
  });
}

export function referenceStream(n: number, exponent: number, length: number, seed: number): Int32Array {
  const hot = permutation(n, new RandomStream(seed, 'hot ranks'));
  return zipfKeys(hot, exponent, length, new RandomStream(seed, 'stream'));
}
