/** Both axes of a chart: lines and numbers across, marks and numbers below, and what they count. */
import type { CurveAxis } from '../../../layout/migration/curve-axis.ts';
import type { ChartBox } from './chart-box.ts';
import styles from './plot.module.css';

interface Properties {
  box: ChartBox;
  x: CurveAxis;
  y: CurveAxis;
  xText: (value: number) => string;
  yText: (value: number) => string;
  xName: string;
  yName: string;
}

/** A number nearer to the edge than this stands inside of it. */
const EDGE_PX = 22;

export function PlotAxes({ box, x, y, xText, yText, xName, yName }: Properties) {
  return (
    <g>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <path className={styles.grid} d={`M${box.left} ${y.at(tick)}H${box.right}`} />
          <text className={styles.tick} x={box.left - 6} y={y.at(tick)} dy="0.35em" textAnchor="end">
            {yText(tick)}
          </text>
        </g>
      ))}
      <path className={styles.base} d={`M${box.left} ${box.bottom}H${box.right}`} />
      {x.ticks.map((tick) => {
        const at = x.at(tick);
        return (
          <g key={tick}>
            <path className={styles.base} d={`M${at} ${box.bottom}v4`} />
            <text
              className={styles.tick}
              x={at}
              y={box.bottom + 16}
              textAnchor={at > box.right - EDGE_PX ? 'end' : 'middle'}
            >
              {xText(tick)}
            </text>
          </g>
        );
      })}
      <text className={styles.axis} x={box.left} y={box.top - 10}>
        {yName}
      </text>
      <text className={styles.axis} x={box.right} y={box.bottom + 31} textAnchor="end">
        {xName}
      </text>
    </g>
  );
}
