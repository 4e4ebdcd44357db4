/**
 * Natural logarithm, exponential and power from + − × ÷ √ alone, so that every JavaScript engine gives the same
 * bits. (The language leaves the last digits of `Math.log` and `Math.exp` to the implementation.)
 */
const LN2 = Math.LN2;

/** Natural logarithm of a positive, finite number; NaN for anything else but +0 (−Infinity). */
export function ln(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Number.NaN;
  // x = m · 2^e with m in [√½, √2); ln m = 2 artanh((m − 1)/(m + 1)), whose series then falls by 1/33 a term.
  let exponent = 0;
  let mantissa = x;
  while (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const s2 = s * s;
  let term = s;
  let sum = 0;
  for (let k = 1; k < 30; k += 2) {
    sum += term / k;
    term *= s2;
  }
  return 2 * sum + exponent * LN2;
}

/** e to the x; 0 below −745, Infinity above 709.78. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x > 709.78) return Number.POSITIVE_INFINITY;
  if (x < -745) return 0;
  // x = k ln 2 + r with |r| ≤ ln 2 / 2
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 20; n += 1) {
    term = (term * r) / n;
    sum += term;
  }
  return scaleByPowerOfTwo(sum, k);
}

/** base to the exponent, for positive bases. */
export function pow(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  return exp(exponent * ln(base));
}

function scaleByPowerOfTwo(x: number, k: number): number {
  let result = x;
  for (let left = k; left > 0; left -= 1) result *= 2;
  for (let left = k; left < 0; left += 1) result /= 2;
  return result;
}
