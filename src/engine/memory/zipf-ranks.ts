import { pow } from '../../base/exact-math.ts';

/** Zipf's law: rank r (from 0) comes up in proportion to 1/(r + 1)^exponent. Entry r: the share of the ranks 0 … r. */
export function zipfCumulative(ranks: number, exponent: number): Float64Array {
  const cumulative = new Float64Array(ranks);
  let sum = 0;
  for (let rank = 0; rank < ranks; rank += 1) {
    sum += 1 / pow(rank + 1, exponent);
    cumulative[rank] = sum;
  }
  for (let rank = 0; rank < ranks; rank += 1) cumulative[rank] = (cumulative[rank] as number) / sum;
  return cumulative;
}

/** The rank a uniform number u in [0, 1) falls on. */
export function rankAt(cumulative: Float64Array, u: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] as number) > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
