import { ln } from '../../base/exact-math.ts';

/**
 * Whether a key found at this depth is at or beyond 2·log₂ n, that is 2^depth ≥ n² (paper B, Table 1's "≥"; Figure 2's
 * text says ">"). In integers, exact for n < 2²⁶: with b = ⌊log₂ n⌋ only depths 2b and 2b + 1 need the product.
 */
export function isTooDeep(depth: number, size: number): boolean {
  const bits = 31 - Math.clz32(size);
  if (depth < 2 * bits) return false;
  if (depth > 2 * bits + 1) return true;
  const power = (1 << bits) * (1 << bits) * (depth - 2 * bits + 1);
  return power >= size * size;
}

/**
 * The same for any factor that is a multiple of ¼, `strict` for "deeper than" instead of "at least". Both sides can be
 * equal only where n is a power of two, whose logarithm is known exactly; else it is irrational and ln is near enough.
 */
export function isDeeperThan(depth: number, size: number, factor: number, strict: boolean): boolean {
  const bits = 31 - Math.clz32(size);
  const limit = factor * (size === 1 << bits ? bits : ln(size) / Math.LN2);
  return strict ? depth > limit : depth >= limit;
}
