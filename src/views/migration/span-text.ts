/** Times between microseconds and minutes, as people read them: "0.13 ms", "12.3 ms", "850 ms", "2.35 s". */
import type { Millis } from '../../base/units.ts';
import { formatMillis, formatNumber } from '../shared/format.ts';
import { plainText } from '../shared/template.ts';

const SECONDS = '{seconds} s';

export function spanText(ms: Millis): string {
  if (!Number.isFinite(ms)) return formatNumber(ms);
  const size = Math.abs(ms);
  if (size >= 1000) return plainText(SECONDS, { seconds: formatNumber(ms / 1000, size >= 100_000 ? 0 : 2) });
  return formatMillis(ms, size >= 100 || size === 0 ? 0 : size >= 1 ? 1 : 2);
}
