/** An axis for changes: some up, some down, and nothing in the middle of attention. */
import { type EvidenceAxis, evenAxis } from './axis.ts';

/** Even, over all values and 0, a little beyond both ends; ticks at round numbers, 0 among them. */
export function signedAxis(values: Iterable<number>, from: number, to: number, wanted: number): EvidenceAxis {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const margin = (high - low || 1) * 0.06;
  low -= margin;
  high += margin;
  const { ticks } = evenAxis(high - low, 0, 1, wanted);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return {
    // "+ 0": there is no −0 among them
    ticks: Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(9)) + 0),
    at: (value) => from + ((to - from) * (Math.max(low, Math.min(high, value)) - low)) / (high - low),
  };
}
