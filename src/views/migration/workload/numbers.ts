/** Numbers of the workload's pictures as text. */
import type { Bytes, Millis, Pages } from '../../../base/units.ts';
import { BYTES_PER_MIB } from '../../../base/units.ts';
import { formatCount, formatNumber, formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';

const MIB = '{mib} MiB';
const KIB = '{kib} KiB';
const SECONDS = '{seconds} s';
const MILLIS = '{millis} ms';

/** Means are no whole pages: below ten a digit is told. */
export function pagesText(pages: Pages): string {
  if (!Number.isFinite(pages)) return formatNumber(pages);
  return pages < 10 && !Number.isInteger(pages) ? formatNumber(pages, 1) : formatCount(Math.round(pages));
}

export function memoryText(pages: Pages, pageBytes: Bytes): string {
  const bytes = pages * pageBytes;
  if (bytes < BYTES_PER_MIB) return plainText(KIB, { kib: formatNumber(bytes / 1024) });
  const mib = bytes / BYTES_PER_MIB;
  return plainText(MIB, { mib: formatNumber(mib, mib < 10 ? 1 : 0) });
}

export function shareText(share: number): string {
  const percent = 100 * share;
  return formatPercent(percent, percent > 0 && percent < 10 ? 1 : 0);
}

/** A number on an axis of pages: 50000 → "50,000", 200000 → "200 k", 1000000 → "1 M". */
export function pagesTick(pages: Pages): string {
  if (pages >= 1_000_000 && pages % 100_000 === 0) {
    return plainText('{millions} M', { millions: String(pages / 1e6) });
  }
  if (pages >= 100_000 && pages % 1000 === 0)
    return plainText('{thousands} k', { thousands: String(pages / 1000) });
  return pages < 1 ? '' : formatNumber(pages);
}

/** A number on an axis of times: 0.1 → "0.1 ms", 10000 → "10 s". */
export function timeTick(ms: Millis): string {
  if (ms === 0) return '0';
  if (ms >= 1000) return plainText(SECONDS, { seconds: String(Number((ms / 1000).toPrecision(6))) });
  return plainText(MILLIS, { millis: String(Number(ms.toPrecision(6))) });
}
