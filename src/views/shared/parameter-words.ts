/** What a field says beside its control. */
import { formatNumber } from '../../base/format.ts';
import type { ParameterInfo } from '../../protocol/catalogue.ts';
import { format } from '../../protocol/texts.ts';

const WORDS = {
  unit: '{label} ({unit})',
  range: '{min} to {max}',
  atLeast: 'at least {min}',
  facts: '{range} · default {default} · {source}',
  factsNoRange: 'default {default} · {source}',
  idle: 'no effect now: only where “{label}” is {values}',
  notNumber: '{label} needs a number.',
  outside: '{label} must be {range}; {value} was given, and the {kept} was left as it is.',
} as const;

export function labelOf({ label, unit }: ParameterInfo): string {
  return unit ? format(WORDS.unit, { label, unit }) : label;
}

export function factsOf(parameter: ParameterInfo): string {
  const range = rangeOf(parameter);
  const slots = { range, default: valueText(parameter, parameter.default), source: parameter.source };
  return format(range ? WORDS.facts : WORDS.factsNoRange, slots);
}

/** Why a setting changes nothing as things stand, else null. */
export function idleNote(
  { when }: ParameterInfo,
  all: readonly ParameterInfo[],
  valueAt: (path: string) => unknown,
): string | null {
  if (!when || when.values.includes(String(valueAt(when.path)))) return null;
  const other = all.find((parameter) => parameter.path === when.path);
  const values = when.values.map((value) => (other ? valueText(other, value) : value)).join(', ');
  return format(WORDS.idle, { label: other?.label ?? when.path, values });
}

/** One sentence where a number cannot stand here, else null. */
export function numberProblem(parameter: ParameterInfo, value: number, kept: 'run' | 'lab'): string | null {
  const { label, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = parameter;
  if (!Number.isFinite(value)) return format(WORDS.notNumber, { label });
  if (value >= min && value <= max) return null;
  return format(WORDS.outside, { label, range: rangeOf(parameter), value: plain(value), kept });
}

function rangeOf({ kind, min, max }: ParameterInfo): string {
  if (kind !== 'number') return '';
  if (min !== undefined && max !== undefined)
    return format(WORDS.range, { min: plain(min), max: plain(max) });
  return min === undefined ? '' : format(WORDS.atLeast, { min: plain(min) });
}

function valueText({ choices }: ParameterInfo, value: ParameterInfo['default']): string {
  if (typeof value === 'number') return plain(value);
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}

/** As many digits as the number has, and thousands apart. */
function plain(value: number): string {
  return formatNumber(value, Math.min(6, (String(value).split('.')[1] ?? '').length));
}
