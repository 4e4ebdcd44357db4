/** The axes of the race's charts, from values to pixels. */

/** Values and their places; a tick stands at each. */
export interface RaceScale {
  readonly ticks: readonly number[];
  /** place of a value in px */
  at(value: number): number;
}

const FACTORS = [1, 2, 2.5, 5, 10];

/** An even scale that holds all values (others fall outside of it), from px `from` to px `to`, with about `wanted` round ticks. */
export function evenScale(
  values: Iterable<number>,
  from: number,
  to: number,
  wanted: number,
  least = 1,
): RaceScale {
  const { low, high } = extentOf(values, least);
  const step = roundStep((high - low) / Math.max(1, wanted));
  const start = Math.floor(low / step + 1e-9) * step;
  const end = Math.ceil(high / step - 1e-9) * step;
  const ticks: number[] = [];
  for (let i = 0; start + i * step <= end + step / 2; i += 1)
    ticks.push(Number((start + i * step).toFixed(6)));
  return { ticks, at: (value) => from + ((to - from) * (value - start)) / (end - start) };
}

/** Operations: from 0 to exactly the last one; no tick too near the end. */
export function operationScale(operations: number, from: number, to: number, wanted: number): RaceScale {
  const step = Math.max(1, roundStep(operations / Math.max(1, wanted)));
  const ticks: number[] = [];
  for (let tick = 0; tick < operations - step / 3; tick += step) ticks.push(tick);
  if (operations > 0) ticks.push(operations);
  return { ticks, at: (value) => between(from, to, operations === 0 ? 0 : value / operations) };
}

/**
 * Powers of ten, and 0 before a break:
 *
 *     0  ⟋⟋  0.001    0.01     0.1      1      10
 *     ├┄┄┄┄┄┄──┴────────┴────────┴──────┴───────┤
 */
export interface BrokenScale extends RaceScale {
  /** px of the break's middle, null where there is no 0 to show */
  readonly gap: number | null;
}

const GAP_PX = 34;

export function brokenLogScale(values: Iterable<number>, from: number, to: number): BrokenScale {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  let zero = false;
  for (const value of values) {
    if (value === 0) zero = true;
    if (!(value > 0 && Number.isFinite(value))) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === 0) low = high = 1;
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(high) - 1e-9));
  const start = zero ? from + GAP_PX : from;
  const ticks = zero ? [0] : [];
  for (let power = first; power <= last; power += 1) ticks.push(Number(`1e${power}`));
  return {
    ticks,
    gap: zero ? from + GAP_PX / 2 : null,
    at: (value) => (value > 0 ? between(start, to, (Math.log10(value) - first) / (last - first)) : from),
  };
}

/** Powers of two of `values`, which are numbers of keys. */
export function sizeScale(values: readonly number[], from: number, to: number): RaceScale {
  const low = Math.log2(Math.min(...values));
  const high = Math.max(low + 1, Math.log2(Math.max(...values)));
  return { ticks: values, at: (value) => between(from, to, (Math.log2(value) - low) / (high - low)) };
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * Math.max(0, Math.min(1, share));
}

/** The smallest round step that is at least `rough`. */
function roundStep(rough: number): number {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (FACTORS.find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

/** Smallest and largest finite value, at least `least` apart. */
function extentOf(values: Iterable<number>, least: number): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return { low: 0, high: least };
  const missing = Math.max(0, least - (high - low));
  const below = Math.min(missing / 2, Math.max(0, low));
  return { low: low - below, high: high + missing - below };
}

/**
 * Places for labels of one height that would like to stand at `wanted` and must not overlap: as near as they can be, in
 * the same order, within [low, high] as long as they fit at all.
 */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const places = wanted.slice();
  let free = low;
  for (const i of order) {
    places[i] = Math.max(free, wanted[i] ?? low);
    free = (places[i] ?? 0) + gap;
  }
  let ceiling = high;
  for (const i of order.toReversed()) {
    if ((places[i] ?? 0) <= ceiling) break;
    places[i] = ceiling;
    ceiling -= gap;
  }
  return places;
}
