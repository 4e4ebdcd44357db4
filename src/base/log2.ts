import { ln } from './exact-math.ts';

/** Whole numbers up to here are looked up: weights and counts of most subtrees. */
const TABLE_SIZE = 1 << 15;
let table: Float64Array | null = null;

/** Binary logarithm, the same bits everywhere; exact for powers of two. Of 0 it is −∞, of anything else not positive and finite NaN. */
export function log2(x: number): number {
  if (x > 0 && x < TABLE_SIZE && (x | 0) === x) return (table ?? makeTable())[x] as number;
  return calculate(x);
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

function makeTable(): Float64Array {
  table = Float64Array.from({ length: TABLE_SIZE }, (_, x) => calculate(x));
  return table;
}
