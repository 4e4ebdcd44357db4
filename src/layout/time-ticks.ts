/** Where the strip's axis carries numbers: turning points first, then round numbers, never one over another. */
import { MICROS_PER_SECOND, type Micros } from '../base/units.ts';
import { type TimeAxis, timeToX } from './human-time.ts';

export interface Tick {
  readonly timeUs: Micros;
  readonly x: number;
  readonly label: string;
  /** a turning point: its mark is longer */
  readonly turn: boolean;
}

export interface TickInput {
  readonly axis: TimeAxis;
  readonly turnsUs: readonly Micros[];
  /** no number beyond this moment: the future stays blank */
  readonly untilUs: Micros;
  /** the run's last moment, once it is reached */
  readonly endUs?: Micros | null;
  /** width of one character of a label, in css pixels */
  readonly charPx: number;
  readonly width: number;
}

const GAP_PX = 12;
const WANTED_PX = 64;

/** The smallest of 1, 2, 5 × a power of ten that is at least `value`. */
export function niceStep(value: number): number {
  let power = 1;
  while (power * 10 <= value) power *= 10;
  while (power > value) power /= 10;
  for (const factor of [1, 2, 5]) if (factor * power >= value) return factor * power;
  return 10 * power;
}

/** Seconds with as many decimals as the moment needs, at most 3. */
export function secondsLabel(timeUs: Micros, decimals = 3): string {
  const text = (timeUs / MICROS_PER_SECOND).toFixed(decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export function timeTicks(input: TickInput): Tick[] {
  const { axis, untilUs, charPx, width } = input;
  const taken: { from: number; to: number }[] = [];
  const out: Tick[] = [];
  const offer = (timeUs: Micros, turn: boolean, decimals: number) => {
    if (timeUs > untilUs) return;
    const x = timeToX(axis, timeUs);
    // The unit once, at the axis's beginning.
    const label = timeUs === 0 ? '0 s' : secondsLabel(timeUs, decimals);
    const half = (label.length * charPx) / 2;
    // At the ends the number stands beside its mark rather than half outside.
    const middle = Math.max(half, Math.min(x, width - half));
    const from = middle - half - GAP_PX / 2;
    const to = middle + half + GAP_PX / 2;
    if (x > width + 1 || x < 0 || taken.some((t) => from < t.to && to > t.from)) return;
    taken.push({ from, to });
    out.push({ timeUs, x, label, turn });
  };
  for (const turn of input.turnsUs) offer(turn, true, 2);
  if (input.endUs != null) offer(input.endUs, false, 2);
  // The ends of the squeezed piece tell how much is in it.
  offer(0, false, 0);
  offer(axis.times[1] ?? 0, false, 2);
  for (let i = 0; i + 1 < axis.times.length; i += 1) {
    const start = axis.times[i] ?? 0;
    const end = Math.min(axis.times[i + 1] ?? start, untilUs);
    const px = (axis.xs[i + 1] ?? 0) - (axis.xs[i] ?? 0);
    if (end <= start || px < 8) continue;
    const usPerPx = ((axis.times[i + 1] ?? start) - start) / px;
    const step = niceStep(Math.max(1_000, usPerPx * WANTED_PX));
    const decimals = step >= MICROS_PER_SECOND ? 0 : step >= 100_000 ? 1 : step >= 10_000 ? 2 : 3;
    for (let t = Math.ceil(start / step) * step; t <= end; t += step) offer(t, false, decimals);
  }
  return out.sort((a, b) => a.x - b.x);
}
