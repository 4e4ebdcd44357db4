/**
 * Numbers with units as people read them: bytes a second as MB/s, long spans in seconds, shares in per cent. One axis
 * or one column keeps one unit, chosen by its largest value.
 */
import { formatNumber, formatSigned } from '../../base/format.ts';

export interface Quantity {
  /** as it is printed; '' where there is none */
  readonly unit: string;
  /** what one printed unit is in the figure's own */
  readonly factor: number;
}

/** Units whose printed form depends on how large the numbers are: from the largest down. */
const STEPS: Readonly<Record<string, readonly { readonly from: number; readonly unit: string }[]>> = {
  'B/s': [
    { from: 1e5, unit: 'MB/s' },
    { from: 1e3, unit: 'kB/s' },
  ],
  B: [
    { from: 1e5, unit: 'MB' },
    { from: 1e4, unit: 'kB' },
  ],
  bytes: [
    { from: 1e5, unit: 'MB' },
    { from: 1e3, unit: 'kB' },
  ],
  ms: [{ from: 1e4, unit: 's' }],
};

const NONE = '–';
/** smaller differences are those of the last bits of sums */
const NOTHING = 5e-6;

const FACTORS: Readonly<Record<string, number>> = { 'MB/s': 1e6, MB: 1e6, 'kB/s': 1e3, kB: 1e3, s: 1e3 };

export function quantityOf(unit: string, values: Iterable<number>): Quantity {
  if (unit === '0–1') return { unit: '%', factor: 0.01 };
  if (unit === '1/s') return { unit: '/s', factor: 1 };
  const steps = STEPS[unit];
  if (steps === undefined) return { unit, factor: 1 };
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (Number.isFinite(size) && size > largest) largest = size;
  }
  const step = steps.find(({ from }) => largest >= from);
  return step === undefined
    ? { unit: unit === 'bytes' ? 'B' : unit, factor: 1 }
    : { unit: step.unit, factor: FACTORS[step.unit] ?? 1 };
}

/** Three digits that count, more where the number is a whole one. */
function digitsOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return 0;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  return size >= 0.001 ? Math.min(5, 2 - Math.floor(Math.log10(size))) : 5;
}

/** Without its unit: 64_000_000 as MB/s → "64". A dash where there is no number. */
export function numberText(value: number | null, { factor }: Quantity): string {
  if (value === null || !Number.isFinite(value)) return NONE;
  const shown = roundedOff(value / factor);
  return formatNumber(shown, digitsOf(shown));
}

/** A number somebody set, with no digits it does not have: 0.05, not 0.0500; but no more than four that count. */
export function settingText(value: number, { factor }: Quantity): string {
  if (!Number.isFinite(value)) return NONE;
  const exact = roundedOff(value / factor);
  const shown = Number.isInteger(exact) ? exact : Number(exact.toPrecision(4));
  return formatNumber(shown, (String(shown).split('.')[1] ?? '').length);
}

/** The same with its unit: "64 MB/s". */
export function settingWithUnit(value: number, quantity: Quantity): string {
  const text = settingText(value, quantity);
  return text === NONE ? text : withUnit(text, quantity);
}

/** With its unit: "64 MB/s". */
export function quantityText(value: number | null, quantity: Quantity): string {
  const text = numberText(value, quantity);
  return text === NONE ? text : withUnit(text, quantity);
}

/** A difference, its sign in front: "+12.4 ms", "±0". */
export function signedText(value: number | null, quantity: Quantity): string {
  if (value === null || !Number.isFinite(value)) return NONE;
  const exact = roundedOff(value / quantity.factor);
  const shown = Math.abs(exact) < NOTHING ? 0 : exact;
  const text = formatSigned(shown, digitsOf(shown));
  return withUnit(text, quantity);
}

/** A change as a share of what it is held against: "+41 %"; a dash where that is nothing. */
export function percentOf(change: number | null, of: number | null): string {
  if (change === null || of === null || !(Math.abs(of) > 0) || !Number.isFinite(change)) return NONE;
  const exact = roundedOff((change / Math.abs(of)) * 100);
  const percent = Math.abs(exact) < 0.05 ? 0 : exact;
  const size = Math.abs(percent);
  return `${formatSigned(percent, size >= 10 || size === 0 ? 0 : 1)} %`;
}

/** "64 MB/s", but "8,000/s". */
function withUnit(text: string, { unit }: Quantity): string {
  if (unit === '') return text;
  return unit.startsWith('/') ? `${text}${unit}` : `${text} ${unit}`;
}

/** "Link (MB/s)", for an axis or a column. */
export function titleWith(label: string, { unit }: Quantity): string {
  return unit === '' ? label : `${label} (${unit})`;
}

/** What a division leaves behind the digits a number has: 0.30000000000000004 → 0.3. */
function roundedOff(value: number): number {
  return Number(value.toPrecision(12));
}
