/** Moments and lengths in words. */
import { formatMillis, formatNumber } from '../../../base/format.ts';
import type { Millis } from '../../../base/units.ts';

/** 2431.72 → "2.4317 s". */
export function clockText(ms: Millis): string {
  return `${formatNumber(ms / 1000, 4)} s`;
}

/** Three digits that count, in the unit a person would choose: "1.62 ms", "61.2 ms", "2.41 s". */
export function lengthText(ms: Millis): string {
  if (ms < 10) return formatMillis(ms, 2);
  if (ms < 100) return formatMillis(ms, 1);
  if (ms < 1000) return formatMillis(ms, 0);
  return `${formatNumber(ms / 1000, ms < 10_000 ? 2 : 1)} s`;
}
