/**
 * Seeded random streams (sfc32: Chris Doty-Humphrey's "small fast counting" generator, PractRand). The state is four
 * plain 32-bit numbers, so a stream is cloned and hashed with the simulation it belongs to. One stream per subsystem:
 * drawing more pings never changes a page.
 */
import { ln } from './exact-math.ts';

export class RandomStream {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  /** second value of the polar method, kept for the next call; NaN = none */
  private spare = Number.NaN;

  /** @param seed any whole number @param name the subsystem, so that streams of one seed are unrelated */
  constructor(seed: number, name: string) {
    this.a = seed | 0;
    this.b = Math.floor(seed / 4294967296) | 0;
    this.c = hashName(name);
    for (let warmUp = 0; warmUp < 15; warmUp += 1) this.uint32();
  }

  uint32(): number {
    const result = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + result) | 0;
    return result >>> 0;
  }

  /** uniform in [0, 1), 32 bits */
  uniform(): number {
    return this.uint32() / 4294967296;
  }

  /** uniform whole number in [0, n) for 1 ≤ n ≤ 2^32 */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** standard normal, by Marsaglia's polar method (square root and logarithm only) */
  normal(): number {
    if (!Number.isNaN(this.spare)) {
      const value = this.spare;
      this.spare = Number.NaN;
      return value;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const factor = Math.sqrt((-2 * ln(s)) / s);
        this.spare = v * factor;
        return u * factor;
      }
    }
  }

  /** Fisher–Yates, in place */
  shuffle(values: Int32Array): void {
    for (let i = values.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      const kept = values[i] as number;
      values[i] = values[j] as number;
      values[j] = kept;
    }
  }
}

function hashName(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h | 0;
}
