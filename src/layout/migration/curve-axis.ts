/** Axes of the workload's charts, from values to pixels and back. */
import { scaleLinear, scaleLog } from 'd3';

export interface CurveAxis {
  readonly ticks: readonly number[];
  /** px of a value; what lies outside stands at the axis's nearer end */
  readonly at: (value: number) => number;
  /** the same beyond its ends, for curves that are cut off there */
  readonly beyond: (value: number) => number;
}

/** Round numbers from 0 to at most `end`, about `wanted` of them. */
export function evenTicks(end: number, wanted: number): number[] {
  return scaleLinear([0, end], [0, 1]).ticks(Math.max(1, wanted));
}

/** From 0 to `high`, from px `from` to px `to`. */
export function linearAxis(high: number, from: number, to: number, wanted: number): CurveAxis {
  const end = high > 0 && Number.isFinite(high) ? high : 1;
  const scale = scaleLinear([0, end], [from, to]);
  const clamped = scale.copy().clamp(true);
  return {
    ticks: scale.ticks(Math.max(1, wanted)),
    at: (value) => clamped(value),
    beyond: (value) => scale(value),
  };
}

/**
 * From `low` to `high`, both above 0, in equal steps for equal factors. Ticks are whole powers of `base`: only each
 * second, third … of them where more than `most` would stand there, and 2 and 5 times powers of ten where there is room.
 */
export function logAxis(
  range: { readonly low: number; readonly high: number; readonly base: 2 | 10 },
  from: number,
  to: number,
  most: number,
): CurveAxis {
  const low = range.low > 0 ? range.low : 1;
  const high = Math.max(range.high, low * range.base);
  const scale = scaleLog([low, high], [from, to]);
  const clamped = scale.copy().clamp(true);
  const first = Math.ceil(logOf(low, range.base) - 1e-9);
  const last = Math.floor(logOf(high, range.base) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  const ticks: number[] = [];
  for (let power = first; power <= last; power += 1) {
    if (power % every === 0) ticks.push(Number((range.base ** power).toPrecision(12)));
  }
  const between = range.base === 10 && every === 1 ? ticksBetween(low, high, first, last) : [];
  return {
    ticks: ticks.length + between.length <= most ? [...ticks, ...between].sort((a, b) => a - b) : ticks,
    at: (value) => clamped(Math.max(low, value)),
    beyond: (value) => scale(value > 0 ? value : low),
  };
}

function ticksBetween(low: number, high: number, first: number, last: number): number[] {
  const ticks: number[] = [];
  for (let power = first - 1; power <= last; power += 1) {
    for (const factor of [2, 5]) {
      const tick = Number((factor * 10 ** power).toPrecision(12));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

function logOf(value: number, base: 2 | 10): number {
  return base === 2 ? Math.log2(value) : Math.log10(value);
}

/** Which of the places is nearest to `px`, −1 = there are none. */
export function nearestPlace(places: readonly number[], px: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, place] of places.entries()) {
    const away = Math.abs(place - px);
    if (away >= least) continue;
    best = i;
    least = away;
  }
  return best;
}
