/** The values of an axis between two ends: evenly, or by equal factors. */
import { pow } from './exact-math.ts';

export type AxisScale = 'linear' | 'log';

export interface AxisSpan {
  readonly from: number;
  readonly to: number;
  /** how many values, both ends included; 1 = `from` alone */
  readonly steps: number;
  readonly scale: AxisScale;
}

/** more than anybody looks at */
export const AXIS_VALUES_MOST = 200;

/** digits of the values between the ends: nobody wants 12,742,749.857 */
const DIGITS = 4;

/**
 * The ends stand as they are. Between them: whole numbers where both ends are whole and at least a step apart, else four
 * digits. `log` needs both ends above 0.
 */
export function axisValues({ from, to, steps, scale }: AxisSpan): number[] {
  if (steps <= 1) return [from];
  const whole = Number.isInteger(from) && Number.isInteger(to) && Math.abs(to - from) >= steps - 1;
  const values: number[] = [];
  for (let i = 0; i < steps; i += 1) {
    if (i === 0 || i === steps - 1) {
      values.push(i === 0 ? from : to);
      continue;
    }
    const share = i / (steps - 1);
    const exact = scale === 'log' ? from * pow(to / from, share) : from + (to - from) * share;
    const short = Number(exact.toPrecision(DIGITS));
    values.push(whole ? Math.round(short) : short);
  }
  return values;
}
