/** Remaining memory over time: what was measured as dots, the simulation as a curve, and the bound below which it stops. */
import { useElementSize } from '@mantine/hooks';
import { evenAxis, spanAxis } from '../../layout/evidence/axis.ts';
import { curvePath, valueAt } from '../../layout/evidence/curve.ts';
import { MOVE, MOVE_WIDTH } from '../../protocol/migration/moment.ts';
import { type MoveSide, SAMPLE, SAMPLE_WIDTH } from '../../protocol/migration/requests.ts';
import { formatMB, formatNumber } from '../shared/format.ts';
import { ScrollBox } from '../shared/ScrollBox.tsx';
import { plainText } from '../shared/template.ts';
import styles from './chart.module.css';
import { CHART_WORDS as WORDS } from './chart-words.ts';
import table from './table.module.css';
import { figureText } from './words-of.ts';

const HEIGHT = 270;
const LEAST_PX = 320;
const MOST_PX = 1100;
const TICK_EVERY_PX = 90;

interface Properties {
  samples: Float64Array;
  sampleRows: number;
  twin: MoveSide;
}

export function RemainingChart({ samples, sampleRows, twin }: Properties) {
  const { ref, width: room } = useElementSize();
  const width = Math.max(LEAST_PX, Math.min(MOST_PX, room || 720));
  const box = { left: 48, right: width - 16, top: 26, bottom: HEIGHT - 38 };
  const measured = rowsOf(samples, sampleRows);
  const curve = {
    data: twin.series,
    rows: twin.rows,
    width: MOVE_WIDTH,
    time: MOVE.ms,
    // A hypervisor reports what it knows of, and so what it has not read from the dirty log yet is not in the log either.
    value: MOVE.listedBytes,
  };
  const endMs = Math.max(twin.endMs, measured.at(-1)?.ms ?? 0);
  let most = 0;
  for (const { remaining } of measured) most = Math.max(most, remaining);
  for (let row = 0; row < twin.rows; row += 1) {
    const value = twin.series[row * MOVE_WIDTH + MOVE.listedBytes] ?? 0;
    if (value > most) most = value;
  }
  const x = spanAxis(endMs / 1000, box.left, box.right, (box.right - box.left) / TICK_EVERY_PX);
  const y = evenAxis(most / 1e6, box.bottom, box.top, 5);
  const atMs = (ms: number) => x.at(ms / 1000);
  const atBytes = (bytes: number) => (Number.isFinite(bytes) ? y.at(bytes / 1e6) : Number.NaN);
  const threshold = curvePath({ ...curve, value: MOVE.thresholdBytes }, atMs, atBytes);
  const bound = /[\d.]+$/.exec(threshold)?.[0];
  const places = Math.max(0, ...x.ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));
  return (
    <div ref={ref}>
      <ScrollBox label={WORDS.remainingBox} className={styles.scroll}>
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={plainText(WORDS.remainingSummary, {
            samples: String(measured.length),
            first: formatMB(measured[0]?.remaining ?? Number.NaN, 1),
            last: formatMB(measured.at(-1)?.remaining ?? Number.NaN, 1),
            measured: figureText(measured.at(-1)?.ms ?? null, 'totalTimeMs'),
            simulated: figureText(twin.endMs, 'totalTimeMs'),
          })}
          className={styles.picture}
        >
          {y.ticks.map((tick) => (
            <g key={tick}>
              <path className={styles.grid} d={`M${box.left} ${y.at(tick)}H${box.right}`} />
              <text className={styles.tick} x={box.left - 6} y={y.at(tick)} dy="0.35em" textAnchor="end">
                {formatNumber(tick, tick % 1 === 0 ? 0 : 1)}
              </text>
            </g>
          ))}
          {x.ticks.map((tick) => (
            <g key={tick}>
              <path className={styles.zero} d={`M${x.at(tick)} ${box.bottom}v4`} />
              <text className={styles.tick} x={x.at(tick)} y={box.bottom + 17} textAnchor="middle">
                {formatNumber(tick, places)}
              </text>
            </g>
          ))}
          {threshold !== '' && <path className={styles.threshold} d={threshold} />}
          {bound !== undefined && (
            <text className={styles.note} x={box.left + 6} y={Number(bound) - 4}>
              {WORDS.stopBelow}
            </text>
          )}
          <path className={styles.curve} d={curvePath(curve, atMs, atBytes)} />
          {measured.map(({ ms, remaining }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two samples may be of one moment
            <circle key={i} className={styles.dot} cx={atMs(ms)} cy={atBytes(remaining)} r={2.8} />
          ))}
          <text className={styles.axis} x={0} y={12}>
            {WORDS.remaining}
          </text>
          <text className={styles.axis} x={box.right} y={HEIGHT - 4} textAnchor="end">
            {WORDS.seconds}
          </text>
        </svg>
      </ScrollBox>
      <ul className={styles.legend}>
        <li>
          <svg width="10" height="10" aria-hidden="true">
            <circle className={styles.dot} cx="5" cy="5" r="3" />
          </svg>
          {WORDS.measured}
        </li>
        <li>
          <svg width="22" height="10" aria-hidden="true">
            <path className={styles.curve} d="M1 5H21" />
          </svg>
          {WORDS.simulated}
        </li>
      </ul>
      <details className={styles.details}>
        <summary>{WORDS.table}</summary>
        <ScrollBox label={WORDS.sampleTable} className={styles.tall}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{WORDS.sampleHead.time}</th>
                <th scope="col">{WORDS.sampleHead.measured}</th>
                <th scope="col">{WORDS.sampleHead.simulated}</th>
                <th scope="col">{WORDS.sampleHead.sent}</th>
              </tr>
            </thead>
            <tbody>
              {measured.map(({ ms, remaining, sent }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two samples may be of one moment
                <tr key={i}>
                  <td>{figureText(ms, 'totalTimeMs')}</td>
                  <td>{formatMB(remaining, 1)}</td>
                  <td>{formatMB(valueAt(curve, ms), 1)}</td>
                  <td>{formatMB(sent, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </div>
  );
}

function rowsOf(samples: Float64Array, rows: number) {
  return Array.from({ length: rows }, (_, row) => ({
    ms: samples[row * SAMPLE_WIDTH + SAMPLE.ms] ?? 0,
    remaining: samples[row * SAMPLE_WIDTH + SAMPLE.remainingBytes] ?? Number.NaN,
    sent: samples[row * SAMPLE_WIDTH + SAMPLE.bytesSent] ?? Number.NaN,
  }));
}
