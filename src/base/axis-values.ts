/** The values of an axis between two ends: evenly, or by equal factors. */
import { pow } from './exact-math.ts';

export interface AxisSpan {
  readonly from: number;
  readonly to: number;
  /** how many values, both ends included; 1 = `from` alone */
  readonly steps: number;
  readonly scale: 'linear' | 'log';
}

/** more than anybody looks at */
export const AXIS_VALUES_MOST = 200;

/** Values between the ends are as exact as a twentieth of their distance asks for: nobody wants 12,742,749.857. */
const PARTS = 20;

/**
 * The ends stand as they are. Between them: whole numbers where both ends are whole and at least a step apart, else as few
 * digits as keep them apart. Whole numbers that fall together stand once. `log` needs both ends above 0.
 */
export function axisValues({ from, to, steps, scale }: AxisSpan): number[] {
  if (steps <= 1) return [from];
  const whole = Number.isInteger(from) && Number.isInteger(to) && Math.abs(to - from) >= steps - 1;
  // of two neighbours, the greater over the less
  const factor = scale === 'log' ? pow(Math.max(to / from, from / to), 1 / (steps - 1)) : 1;
  const values: number[] = [from];
  for (let i = 1; i < steps - 1; i += 1) {
    const share = i / (steps - 1);
    const exact = scale === 'log' ? from * pow(to / from, share) : from + (to - from) * share;
    const gap = scale === 'log' ? exact * (1 - 1 / factor) : (to - from) / (steps - 1);
    values.push(rounded(exact, Math.abs(gap) / PARTS, whole));
  }
  values.push(to);
  return values.filter((value, i) => value !== values[i - 1]);
}

/** @param exactness what it may be off by at most */
function rounded(value: number, exactness: number, whole: boolean): number {
  let unit = 1;
  while (unit * 10 <= exactness) unit *= 10;
  if (unit > 1 || whole) return Math.round(value / unit) * unit;
  let digits = 0;
  for (let part = 1; part > exactness && digits < 100; part /= 10) digits += 1;
  return Number(value.toFixed(digits));
}
