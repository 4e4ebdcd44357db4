import type { Millis } from '../../../base/units.ts';
import { type Point, pointsText } from './chart-lines.ts';
import styles from './SmallChart.module.css';

export interface ChartLine {
  readonly key: string;
  readonly points: readonly Point[];
  readonly top: number;
  /** B is dashed */
  readonly dashed: boolean;
  readonly quiet: boolean;
}

interface Props {
  readonly label: string;
  readonly lines: readonly ChartLine[];
  readonly fromMs: Millis;
  readonly toMs: Millis;
  /** the moment on screen */
  readonly atMs: Millis;
}

/** Lines over time, as far as was seen; each with its own top. Their names stand beside the chart. */
export function SmallChart({ label, lines, fromMs, toMs, atMs }: Props) {
  const x = toMs > fromMs ? (100 * (Math.min(atMs, toMs) - fromMs)) / (toMs - fromMs) : 0;
  return (
    <svg
      className={styles.chart}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line x1="0" y1="100" x2="100" y2="100" className={styles.axis} />
      <line x1="0" y1="0" x2="100" y2="0" className={styles.axis} />
      {lines.map(({ key, points, top, dashed, quiet }) => (
        <polyline
          key={key}
          points={pointsText(points, fromMs, toMs, top)}
          className={styles.line}
          data-dashed={dashed}
          data-quiet={quiet}
        />
      ))}
      {x > 0 && x < 99.5 && <line x1={x} y1="0" x2={x} y2="100" className={styles.cursor} />}
    </svg>
  );
}
