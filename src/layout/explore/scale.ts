/** Axes of the Explore workspace: from values to pixels, even or by factors. */
import { scaleLinear, scaleLog } from 'd3';

export interface Scale {
  readonly log: boolean;
  /** an even axis that begins above 0 */
  readonly cut: boolean;
  readonly ticks: readonly number[];
  /** px; values beyond the ends lie on them */
  at(value: number): number;
}

/** From here on values are said to be spread by factors. */
const SPREAD = 25;
/** a least value above this share of the largest: the axis begins near it */
const CUT = 0.6;

/** null where there is none. Sweeps have more values than a call has room for arguments. */
export function extent(values: Iterable<number>): { readonly least: number; readonly most: number } | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? { least, most } : null;
}

/** Whether the values grow by factors rather than by steps: then equal factors get equal room. */
export function spreadByFactors(values: Iterable<number>): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value <= 0) return false;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high >= SPREAD * low;
}

/** Whether the places of an axis were made by equal factors; then it is drawn by them, however short it is. */
export function evenFactors(values: readonly number[]): boolean {
  const [first, second] = values;
  const last = values.at(-1);
  if (first === undefined || second === undefined || last === undefined) return false;
  if (values.length < 3 || !(first > 0) || last <= first) return spreadByFactors(values);
  const byFactor = Math.abs(second / first / (last / first) ** (1 / (values.length - 1)) - 1);
  const byStep = Math.abs((second - first) / ((last - first) / (values.length - 1)) - 1);
  return byFactor < byStep;
}

/** The places of an axis: it reaches exactly from the least to the largest; ticks stand at places that were run. */
export function placeScale(values: readonly number[], from: number, to: number, gapPx: number): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!(high > low)) return { log: false, cut: false, ticks: values.slice(0, 1), at: () => (from + to) / 2 };
  const log = evenFactors(values);
  const scale = (log ? scaleLog() : scaleLinear()).domain([low, high]).range([from, to]).clamp(true);
  const at = (value: number) => scale(value);
  return { log, cut: false, ticks: apart(values, at, gapPx), at };
}

/** A figure's axis: from 0 unless all values lie far from it, or by factors from a little below the least to a little above the largest. */
export function figureScale(
  values: readonly number[],
  from: number,
  to: number,
  gapPx: number,
  log: boolean,
): Scale {
  const finite = values.filter(Number.isFinite);
  const { least: low, most: high } = extent(finite) ?? { least: 0, most: 1 };
  const wanted = Math.max(2, Math.floor(Math.abs(to - from) / gapPx));
  if (log && low > 0) {
    const scale = scaleLog()
      .domain([low * 0.9, Math.max(high, low * 1.5) * 1.1])
      .range([from, to])
      .clamp(true);
    const at = (value: number) => scale(value);
    return {
      log: true,
      cut: false,
      ticks: apart(roundFactors(scale.ticks(), at, gapPx), at, gapPx * 0.6),
      at,
    };
  }
  if (finite.length === 0) return { log: false, cut: false, ticks: [], at: () => Number.NaN };
  const top = high > 0 ? high : low < 0 ? 0 : 1;
  // Lines that lie close together far from 0 could not be told apart above it.
  const cut = low > CUT * high;
  const scale = scaleLinear()
    .domain([cut ? low : Math.min(0, low), cut && high === low ? low * 1.1 : top])
    .nice(wanted)
    .range([from, to])
    .clamp(true);
  const at = (value: number) => scale(value);
  return { log: false, cut, ticks: scale.ticks(wanted), at };
}

/** A span from 0, exactly. */
export function spanScale(most: number, from: number, to: number, gapPx: number): Scale {
  const scale = scaleLinear()
    .domain([0, most > 0 ? most : 1])
    .range([from, to])
    .clamp(true);
  const ticks = scale.ticks(Math.max(1, Math.floor(Math.abs(to - from) / gapPx)));
  return { log: false, cut: false, ticks, at: (value) => scale(value) };
}

/** 1, 2, 5 × 10ⁿ where there is room, else the powers of ten, else a few of what there is. */
function roundFactors(
  ticks: readonly number[],
  at: (value: number) => number,
  gapPx: number,
): readonly number[] {
  const leading = (value: number) => Number(value.toExponential(6).split('e')[0]);
  const oneTwoFive = ticks.filter((tick) => [1, 2, 5].includes(leading(tick)));
  if (oneTwoFive.length < 2) return ticks;
  const close = oneTwoFive.some(
    (tick, i) => i > 0 && Math.abs(at(tick) - at(oneTwoFive[i - 1] ?? tick)) < gapPx * 0.6,
  );
  const tens = oneTwoFive.filter((tick) => leading(tick) === 1);
  return close && tens.length > 1 ? tens : oneTwoFive;
}

/** Of two ticks too close to each other the later one gives way. */
export function apart(
  ticks: readonly number[],
  at: (value: number) => number,
  gapPx: number,
): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (before === undefined || Math.abs(at(tick) - at(before)) >= gapPx) kept.push(tick);
  }
  return kept;
}
