/** Two bars a round, side by side: one solid, one hatched. */
import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import { evenAxis } from '../../layout/evidence/axis.ts';
import { formatNumber } from '../shared/format.ts';
import { ScrollBox } from '../shared/ScrollBox.tsx';
import styles from './chart.module.css';
import { CHART_WORDS as WORDS } from './chart-words.ts';

const HEIGHT = 210;
const ROUND_PX = 26;
/** The first round holds all memory: where it dwarfs the others so much, its bars are broken off. */
const DWARFS = 2.5;
const HEADROOM = 1.45;
const WIDEST_ROUND_PX = 74;
const NUMBERS_PX = 60;
const LEFT_PX = 36;

interface Pair {
  /** MB; null = there was no such round */
  readonly solid: number | null;
  readonly hatched: number | null;
}

interface Properties {
  pairs: readonly Pair[];
  names: readonly [solid: string, hatched: string];
  summary: string;
}

export function PairBars({ pairs, names, summary }: Properties) {
  const hatch = useId();
  const { ref, width: room } = useElementSize();
  const perRound = Math.max(
    ROUND_PX,
    Math.min(WIDEST_ROUND_PX, ((room || 480) - LEFT_PX - 8) / Math.max(1, pairs.length)),
  );
  const width = Math.ceil(LEFT_PX + perRound * pairs.length + 8);
  const box = { top: 36, bottom: HEIGHT - 22 };
  const sizes = pairs.map(({ solid, hatched }) => Math.max(solid ?? 0, hatched ?? 0));
  const others = Math.max(0, ...sizes.slice(1));
  const broken = others > 0 && (sizes[0] ?? 0) > DWARFS * others;
  const y = evenAxis(broken ? HEADROOM * others : Math.max(0, ...sizes), box.bottom, box.top, 4);
  const bar = Math.min(22, perRound * 0.38);
  const top = (value: number) => Math.min(box.bottom - 1, y.at(value));
  return (
    <div ref={ref}>
      <ScrollBox label={WORDS.roundBox} className={styles.scroll}>
        <svg width={width} height={HEIGHT} role="img" aria-label={summary} className={styles.picture}>
          <defs>
            <pattern
              id={hatch}
              width="5"
              height="5"
              patternTransform="rotate(45)"
              patternUnits="userSpaceOnUse"
            >
              <path d="M0 0V5" stroke="var(--ink-2)" strokeWidth="2.4" />
            </pattern>
          </defs>
          {y.ticks.map((tick, i) => (
            <g key={tick}>
              <path className={styles.grid} d={`M${LEFT_PX} ${y.at(tick)}H${width - 4}`} />
              {/* Beside broken bars their own numbers stand there. */}
              {!(broken && i === y.ticks.length - 1) && (
                <text className={styles.tick} x={LEFT_PX - 6} y={y.at(tick)} dy="0.35em" textAnchor="end">
                  {formatNumber(tick, tick % 1 === 0 ? 0 : 1)}
                </text>
              )}
            </g>
          ))}
          <text className={styles.axis} x={0} y={12}>
            {WORDS.largest}
          </text>
          {pairs.map(({ solid, hatched }, i) => {
            const middle = LEFT_PX + perRound * (i + 0.5);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a round is its number
              <g key={i}>
                {solid !== null && (
                  <rect
                    className={styles.solid}
                    x={middle - bar - 1}
                    y={top(solid)}
                    width={bar}
                    height={box.bottom - top(solid)}
                  />
                )}
                {hatched !== null && (
                  <rect
                    className={styles.hatched}
                    fill={`url(#${hatch})`}
                    x={middle + 1}
                    y={top(hatched)}
                    width={bar}
                    height={box.bottom - top(hatched)}
                  />
                )}
                {broken && i === 0 && (
                  <path
                    className={styles.gap}
                    d={`M${middle - bar - 5} ${box.top + 18}l${bar + 5} -7l${bar + 5} 7`}
                  />
                )}
                {(perRound >= NUMBERS_PX || (broken && i === 0)) && (
                  <>
                    <BarNumber
                      x={middle - bar / 2 - 2}
                      y={top(solid ?? 0)}
                      value={solid}
                      anchor="end"
                      bar={bar}
                    />
                    <BarNumber
                      x={middle + bar / 2 + 2}
                      y={top(hatched ?? 0)}
                      value={hatched}
                      anchor="start"
                      bar={bar}
                    />
                  </>
                )}
                <text className={styles.tick} x={middle} y={HEIGHT - 6} textAnchor="middle">
                  {i + 1}
                </text>
              </g>
            );
          })}
        </svg>
      </ScrollBox>
      <ul className={styles.legend}>
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <rect className={styles.solid} width="12" height="12" />
          </svg>
          {names[0]}
        </li>
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <rect className={styles.hatched} fill={`url(#${hatch})`} x="0.5" y="0.5" width="11" height="11" />
          </svg>
          {names[1]}
        </li>
      </ul>
    </div>
  );
}

interface BarNumberProperties {
  x: number;
  y: number;
  value: number | null;
  anchor: 'start' | 'end';
  bar: number;
}

/** Leans outwards over its bar, so that the two of a round do not meet. */
function BarNumber({ x, y, value, anchor, bar }: BarNumberProperties) {
  if (value === null) return null;
  const outwards = anchor === 'end' ? bar / 2 : -bar / 2;
  return (
    <text className={styles.note} x={x + outwards} y={y - 4} textAnchor={anchor}>
      {formatNumber(value, value < 100 ? 1 : 0)}
    </text>
  );
}
