/** Figures of a migration as words, the same everywhere on this page. */
import { BY_RATIO, type Measure } from '../../store/evidence/errors.ts';
import { formatMB, formatMillis, formatNumber, formatSigned } from '../shared/format.ts';
import { plainText } from '../shared/template.ts';

const WORDS = {
  seconds: '{value} s',
  percent: '{value} %',
  millis: '{value} ms',
  one: '{value} round',
  rounds: '{value} rounds',
} as const;

const unit = (template: string, value: string): string => plainText(template, { value });

/** With its unit; a dash where there is none. */
export function figureText(value: number | null, measure: Measure): string {
  if (value === null || !Number.isFinite(value)) return '–';
  switch (measure) {
    case 'totalTimeMs':
      return unit(WORDS.seconds, formatNumber(value / 1000, 3));
    case 'bytesSent':
      return formatMB(value, 1);
    case 'downtimeMs':
      return formatMillis(value, 1);
    default:
      return formatNumber(value, 0);
  }
}

/** A signed error of a measure. */
export function errorText(error: number | null, measure: Measure): string {
  if (error === null || !Number.isFinite(error)) return '–';
  if (BY_RATIO[measure]) return percentText(error, true);
  if (measure === 'downtimeMs') return unit(WORDS.millis, formatSigned(error, 1));
  return formatSigned(error);
}

/** The size of an error of a measure, which may be a quantile. */
export function sizeText(error: number, measure: Measure): string {
  if (!Number.isFinite(error)) return '–';
  if (BY_RATIO[measure]) return percentText(error, false);
  if (measure === 'downtimeMs') return unit(WORDS.millis, formatNumber(error, 1));
  return unit(error === 1 ? WORDS.one : WORDS.rounds, formatNumber(error));
}

/** A share as per cent, with as many digits as its size is worth. */
export function percentText(share: number, signed: boolean): string {
  if (!Number.isFinite(share)) return '–';
  const size = Math.abs(share) * 100;
  const digits = size >= 10 ? 0 : size >= 1 ? 1 : 2;
  return unit(WORDS.percent, (signed ? formatSigned : formatNumber)(share * 100, digits));
}
