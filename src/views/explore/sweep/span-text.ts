import { plainText } from '../../shared/template.ts';
import { WORDS } from '../sentence-words.ts';

/** A span of wall time, to the second: "21 s", "3 min 05 s". */
export function spanText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return plainText(WORDS.seconds, { value: String(seconds) });
  return plainText(WORDS.minutes, {
    minutes: String(Math.floor(seconds / 60)),
    seconds: String(seconds % 60).padStart(2, '0'),
  });
}
