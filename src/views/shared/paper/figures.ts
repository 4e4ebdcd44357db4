/** Values of the tables in words. */
import type { PaperValue } from '../../../protocol/requests.ts';
import { formatNumber, formatSigned } from '../format.ts';
import { plainText } from '../template.ts';
import { DIGITS, WORDS } from './words.ts';

/** As many digits as the paper prints at most; the printed value as it stands. */
export function printedText({ printed, quantity }: PaperValue): string {
  if (printed === null) return WORDS.none;
  if (quantity === 'responseMs') return formatNumber(printed, 3);
  return Number.isInteger(printed) && quantity === 'rttMs' ? formatNumber(printed, 1) : String(printed);
}

export function simulatedText({ simulated, quantity }: PaperValue): string {
  return simulated === null ? WORDS.none : formatNumber(simulated, DIGITS[quantity]);
}

export function errorText({ error, quantity }: PaperValue): string {
  if (error === null) return WORDS.none;
  return quantity === 'cpuPercent'
    ? formatSigned(error, 1)
    : plainText(WORDS.percent, { value: formatSigned(error * 100, 1) });
}

/** How many of the printed values a run has reached and met so far. */
export function verdictText(values: readonly PaperValue[]): string {
  const all = values.filter(({ printed }) => printed !== null);
  const reached = all.filter(({ within }) => within !== null);
  const beyond = reached.filter(({ within }) => within === false).length;
  const slots = {
    all: String(all.length),
    count: String(reached.length),
    beyond: String(beyond),
    tolerance: WORDS.tolerance,
  };
  if (reached.length === 0) return plainText(WORDS.notYet, slots);
  if (beyond > 0) return plainText(WORDS.someBeyond, slots);
  return plainText(reached.length === all.length ? WORDS.allWithin : WORDS.soFar, slots);
}
