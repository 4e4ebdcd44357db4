import { formatNumber } from '../../../base/format.ts';
import type { DelayStack } from '../../../layout/delay-stack.ts';
import { format } from '../../../protocol/texts.ts';
import styles from './DelayBar.module.css';
import { swatchOf } from './swatch.ts';
import { WHY_WORDS } from './words.ts';

/** Digits of a delay in ms: its parts are rounded so that they add up in exactly these. */
export const DELAY_DIGITS = 3;

/** The delays end to end: the bar is as long as the whole. */
export function DelayBar({ stack, titles }: { stack: DelayStack; titles: readonly string[] }) {
  const parts = stack.segments.map(({ index, ms }) =>
    format(WHY_WORDS.part, { title: titles[index] ?? '', ms: formatNumber(ms, DELAY_DIGITS) }),
  );
  const total = formatNumber(stack.totalMs, DELAY_DIGITS);
  return (
    <div className={styles.stack}>
      <div
        className={styles.bar}
        role="img"
        aria-label={format(WHY_WORDS.bar, { parts: parts.join(', '), ms: total })}
      >
        {stack.segments.map((segment) => (
          <span
            key={segment.index}
            className={segment.negative ? styles.negative : styles.segment}
            data-swatch={swatchOf(segment.index)}
            style={{ left: `${100 * segment.from}%`, width: `${100 * (segment.to - segment.from)}%` }}
          />
        ))}
      </div>
      <p className={styles.total}>{format(WHY_WORDS.total, { ms: total })}</p>
    </div>
  );
}
