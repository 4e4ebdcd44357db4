/**
 * Numbers as people read them. No locale of the machine plays a part: the same run prints the same everywhere.
 * What is not a number (NaN: lost, not applicable) is printed as a dash.
 */
import type { Bytes, Micros, Millis } from './units.ts';
import { MICROS_PER_SECOND } from './units.ts';

const NOT_APPLICABLE = '–';
const MINUS = '−';

/** 65536 → "65,536"; 12.345 with one digit → "12.3". Never "−0". */
export function formatNumber(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return NOT_APPLICABLE;
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

/** The sign is part of the news: "+0.26", "−12", "±0". */
export function formatSigned(value: number, digits = 0): string {
  const text = formatNumber(value, digits);
  if (text === NOT_APPLICABLE || text.startsWith(MINUS)) return text;
  return /[1-9]/.test(text) ? `+${text}` : `±${text}`;
}

export const formatCount = (value: number): string => formatNumber(value);

/** A moment or a long span: 18_350_000 → "18.35 s". */
export function formatSeconds(us: Micros, digits = 2): string {
  return withUnit(us / MICROS_PER_SECOND, digits, 's');
}

/** 1.2244 → "1.22 ms". */
export function formatMillis(ms: Millis, digits = 2): string {
  return withUnit(ms, digits, 'ms');
}

/** On the wire MB are decimal: 268_435_456 → "268 MB". */
export function formatMB(bytes: Bytes, digits = 0): string {
  return withUnit(bytes / 1e6, digits, 'MB');
}

/** In memory MiB are binary: 256 → "256 MiB". */
export function formatMiB(mib: number): string {
  return withUnit(mib, 0, 'MiB');
}

/** 87_500_000 → "87.5 MB/s". */
export function formatByteRate(bytesPerSecond: number, digits = 1): string {
  return withUnit(bytesPerSecond / 1e6, digits, 'MB/s');
}

/** 700 → "700 Mb/s". */
export function formatMbps(mbps: number): string {
  return withUnit(mbps, 0, 'Mb/s');
}

/** 44.2 → "44 %". */
export function formatPercent(percent: number, digits = 0): string {
  return withUnit(percent, digits, '%');
}

/**
 * Rounds parts so that what is printed adds up to the printed total: the parts that lose most by rounding take the
 * missing last digits.
 */
export function roundToTotal(parts: readonly number[], digits: number): number[] {
  const unit = Number(`1e${digits}`);
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0) * unit);
  const floors = parts.map((part) => Math.floor(part * unit));
  const missing = total - floors.reduce((sum, part) => sum + part, 0);
  const byLoss = parts
    .map((part, index) => ({ index, loss: part * unit - Math.floor(part * unit) }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
  for (const { index } of byLoss.slice(0, missing)) floors[index] = (floors[index] ?? 0) + 1;
  return floors.map((part) => part / unit);
}

function withUnit(value: number, digits: number, unit: string): string {
  return Number.isFinite(value) ? `${formatNumber(value, digits)} ${unit}` : NOT_APPLICABLE;
}
