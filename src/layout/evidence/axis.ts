/** Axes of the Evidence page's charts, from values to pixels. */

export interface EvidenceAxis {
  /** where numbers stand */
  readonly ticks: readonly number[];
  /** place of a value in px; values beyond the ends lie on them */
  at(value: number): number;
}

const STEPS = [1, 2, 5];
/** px between two numbers of a logarithmic axis */
const LEAST_GAP_PX = 34;

/** Logarithmic, from a little below the least positive value to a little above the largest; ticks at 1, 2, 5 × 10ⁿ. */
export function logAxis(values: Iterable<number>, from: number, to: number): EvidenceAxis {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    if (!(value > 0 && Number.isFinite(value))) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === 0) low = high = 1;
  const first = Math.log10(low) - 0.08;
  const last = Math.max(first + 0.3, Math.log10(high) + 0.08);
  const at = (value: number): number =>
    from +
    (to - from) * Math.max(0, Math.min(1, (Math.log10(Math.max(value, 1e-12)) - first) / (last - first)));
  const ticks: number[] = [];
  for (let power = Math.floor(first); power <= last; power += 1) {
    for (const step of STEPS) {
      const tick = Number(`${step}e${power}`);
      const place = Math.log10(tick);
      if (place >= first && place <= last) ticks.push(tick);
    }
  }
  return { ticks: thinned(ticks, at), at };
}

/** Where 1, 2, 5 stand too close, the powers of ten alone; of two still too close the later one gives way. */
function thinned(ticks: readonly number[], at: (value: number) => number): number[] {
  const close = ticks.some(
    (tick, i) => i > 0 && Math.abs(at(tick) - at(ticks[i - 1] ?? tick)) < LEAST_GAP_PX / 1.7,
  );
  const wanted = close ? ticks.filter((tick) => /^1(e|0*$)|^0?\.0*1$/.test(String(tick))) : ticks;
  const kept: number[] = [];
  for (const tick of wanted.length > 1 ? wanted : ticks) {
    const before = kept.at(-1);
    if (before === undefined || Math.abs(at(tick) - at(before)) >= LEAST_GAP_PX / 1.7) kept.push(tick);
  }
  return kept;
}

const FACTORS = [1, 2, 2.5, 5, 10];

/** Even, from 0 to a round number at or above the largest value, with about `wanted` steps. */
export function evenAxis(largest: number, from: number, to: number, wanted: number): EvidenceAxis {
  const high = largest > 0 && Number.isFinite(largest) ? largest : 1;
  const rough = high / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (FACTORS.find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const steps = Math.max(1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(9)));
  return {
    ticks,
    at: (value) => from + (to - from) * Math.max(0, Math.min(1, value / (steps * step))),
  };
}

/** Even, over exactly [0, end]; ticks at round numbers within it. */
export function spanAxis(end: number, from: number, to: number, wanted: number): EvidenceAxis {
  const { ticks } = evenAxis(end, from, to, wanted);
  return {
    ticks: ticks.filter((tick) => tick <= end * (1 + 1e-9)),
    at: (value) => from + (to - from) * Math.max(0, Math.min(1, end > 0 ? value / end : 0)),
  };
}
