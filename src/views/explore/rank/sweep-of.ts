/** A sweep of one parameter of the ranking: nine places from its lower to its higher side. */
import { axisValues } from '../../../base/axis-values.ts';
import { quantityOf, settingWithUnit } from '../../../layout/explore/quantity.ts';
import type { RankRow, Subject, SweepSpec } from '../../../protocol/explore/requests.ts';
import { plainText } from '../../shared/template.ts';
import { WORDS } from './words.ts';

const STEPS = 9;

export function sweepOf(row: RankRow, subject: Subject, seeds: number, figure: string): SweepSpec {
  const { low, high, now, label, unit, parameter } = row;
  const scale = low > 0 && high >= 2 * low ? 'log' : 'linear';
  const whole = [low, high, now].every(Number.isInteger) && high - low >= STEPS;
  const values = (low === high ? [low] : axisValues({ from: low, to: high, steps: STEPS, scale })).map(
    (value) => (whole ? Math.round(value) : value),
  );
  const quantity = quantityOf(unit, [low, high]);
  return {
    version: 1,
    name: plainText(WORDS.sweepName, {
      parameter: label,
      from: settingWithUnit(low, quantity),
      to: settingWithUnit(high, quantity),
    }),
    subject,
    axes: [{ parameter, values: [...new Set(values)] }],
    variants: [{ label: WORDS.asItIs, set: {} }],
    seeds: { first: 1, count: seeds },
    figure,
  };
}
