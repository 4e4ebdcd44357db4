/** One of the two figures: a measure of an access against the number of keys, one curve a tree. */
import { useElementSize } from '@mantine/hooks';
import { linePath } from '../../../layout/trees/race-paths.ts';
import { evenScale, sizeScale, spreadLabels } from '../../../layout/trees/race-scales.ts';
import type { LineStyle } from '../../../layout/trees/race-styles.ts';
import { formatCount, formatNumber } from '../../shared/format.ts';
import { strokeOf } from './LineSample.tsx';
import styles from './RaceChart.module.css';
import { FIGURE_WORDS } from './words.ts';

export interface FigureCurve {
  readonly name: string;
  readonly style: LineStyle;
  readonly points: readonly (readonly [keys: number, value: number])[];
}

const WIDTH_WITHOUT_LAYOUT = 440;
const HEIGHT = 230;
const LABEL_PX = 14;

interface Properties {
  title: string;
  unit: string;
  curves: readonly FigureCurve[];
  sizes: readonly number[];
}

export function FigureChart({ title, unit, curves, sizes }: Properties) {
  const { ref, width } = useElementSize();
  const box = { left: 40, right: (width || WIDTH_WITHOUT_LAYOUT) - 92, top: 26, bottom: HEIGHT - 38 };
  const x = sizeScale(sizes, box.left, box.right);
  const y = evenScale(
    [0, ...curves.flatMap(({ points }) => points.map(([, value]) => value))],
    box.bottom,
    box.top,
    4,
    0.1,
  );
  const ends = curves.flatMap(({ name, points }) => {
    const last = points.at(-1);
    return last === undefined ? [] : [{ name, y: y.at(last[1]) }];
  });
  const places = spreadLabels(
    ends.map((end) => end.y),
    LABEL_PX,
    box.top,
    box.bottom,
  );
  const digits = Math.max(...y.ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));
  return (
    <div ref={ref}>
      <svg width="100%" height={HEIGHT} role="img" aria-label={title}>
        <text className={styles.staged} x={0} y={12}>
          {title}
        </text>
        {y.ticks.map((tick, i) => (
          <g key={tick}>
            <path className={styles.grid} d={`M${box.left} ${y.at(tick)}H${box.right}`} />
            <text className={styles.tick} x={box.left - 6} y={y.at(tick)} dy="0.35em" textAnchor="end">
              {formatNumber(tick, digits)}
            </text>
            {i === y.ticks.length - 1 && (
              <text className={styles.caption} x={box.left + 4} y={y.at(tick) + 12}>
                {unit}
              </text>
            )}
          </g>
        ))}
        {x.ticks.map((tick, i) => (
          <g key={tick}>
            <path className={styles.break} d={`M${x.at(tick)} ${box.bottom}v4`} />
            {(x.ticks.length - 1 - i) % 4 === 0 && (
              <text className={styles.tick} x={x.at(tick)} y={box.bottom + 17} textAnchor="middle">
                {formatCount(tick)}
              </text>
            )}
          </g>
        ))}
        <text className={styles.axis} x={box.right} y={box.bottom + 33} textAnchor="end">
          {FIGURE_WORDS.keys}
        </text>
        {curves.map(({ name, style, points }) => (
          <g key={name}>
            <path
              d={linePath(points.map(([keys, value]) => [x.at(keys), y.at(value)]))}
              {...strokeOf(style)}
            />
            {points.map(([keys, value]) => (
              <circle
                key={keys}
                cx={x.at(keys)}
                cy={y.at(value)}
                r={2.6}
                fill={`var(--race-${style.colour})`}
              />
            ))}
          </g>
        ))}
        {ends.map(({ name }, i) => (
          <text key={name} className={styles.end} x={box.right + 8} y={places[i]} dy="0.35em">
            {name}
          </text>
        ))}
      </svg>
    </div>
  );
}
