import { ln } from './exact-math.ts';

/** Whole numbers below are looked up once they were asked for: weights and counts of most subtrees. 0 = not yet. */
const known = new Float64Array(1 << 15);

/** Binary logarithm, the same bits everywhere; exact for powers of two. Of 0 it is −∞, of anything else not positive and finite NaN. */
export function log2(x: number): number {
  const isKept = x > 0 && x < known.length && (x | 0) === x;
  const kept = isKept ? (known[x] as number) : 0;
  if (kept !== 0) return kept;
  const value = calculate(x);
  if (isKept) known[x] = value;
  return value;
}

function calculate(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return ln(x);
  // x = m · 2^e with m in [1, 2), so that whole exponents stay whole
  let exponent = 0;
  let mantissa = x;
  for (; mantissa >= 2; exponent += 1) mantissa /= 2;
  for (; mantissa < 1; exponent -= 1) mantissa *= 2;
  return exponent + ln(mantissa) / Math.LN2;
}
