/** Curves over the operations: nodes visited (mean so far, or of the last stretch), or the depth of the hot keys. */
import { useId, useMemo } from 'react';
import { raceCell, recentHotDepth, recentMean, stretchOf } from '../../../layout/trees/race-lines.ts';
import { linePath } from '../../../layout/trees/race-paths.ts';
import { evenScale, operationScale, spreadLabels } from '../../../layout/trees/race-scales.ts';
import { formatCount, formatNumber } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import type { ChartBox } from './chart-box.ts';
import { OPTIMUM_STYLE, strokeOf } from './LineSample.tsx';
import styles from './RaceChart.module.css';
import type { Racer, RaceView } from './use-race.ts';
import { type Chart, RACE_WORDS } from './words.ts';

const LABEL_PX = 13;
const CHARACTER_PX = 7;
/** Widths of the longest number between two numbers' middles. */
const TICK_GAP = 1.8;
/** Means over the first few operations jump about; what leaves the plot is cut off, not squeezed in. */
const SETTLED = 0.05;

export function RaceChart({ race, chart, box }: { race: RaceView; chart: Chart; box: ChartBox }) {
  const { racers, operations, optimum } = race;
  const { left, right, top, bottom } = box;
  const clip = useId();
  const stretch = stretchOf(operations);
  const curves = useMemo(
    () =>
      racers.map((racer) => {
        const points: [number, number][] = [];
        for (let row = 0; row < racer.rows; row += 1) {
          points.push([raceCell(racer.line, row, 'operations'), pointValue(racer, row, chart, stretch)]);
        }
        return points;
      }),
    [racers, chart, stretch],
  );
  const yardstick = chart === 'hot' ? null : optimum;
  const y = useMemo(() => {
    const settled = curves.flatMap((points) =>
      points
        .filter(([at], i) => at >= SETTLED * operations || i === points.length - 1)
        .map(([, value]) => value),
    );
    if (yardstick !== null) settled.push(yardstick);
    return evenScale(settled, bottom, top, Math.max(2, (bottom - top) / 34));
  }, [curves, yardstick, operations, top, bottom]);
  const x = operationScale(
    operations,
    left,
    right,
    (right - left) / (TICK_GAP * CHARACTER_PX * formatCount(operations).length),
  );

  const ends = racers.flatMap((racer, i) => {
    const last = curves[i]?.findLast(([, value]) => Number.isFinite(value));
    return last === undefined
      ? []
      : [{ text: racer.name.short, staged: racer.staged, colour: racer.style.colour, y: y.at(last[1]) }];
  });
  if (yardstick !== null && !racers.some(({ line }) => line.choice.kind === 'static-optimum')) {
    ends.push({ text: RACE_WORDS.optimum, staged: false, colour: OPTIMUM_STYLE.colour, y: y.at(yardstick) });
  }
  const places = spreadLabels(
    ends.map((end) => end.y),
    LABEL_PX,
    top + 4,
    bottom,
  );
  const [firstShift] = race.shifts;
  const digits = y.ticks.some((tick) => !Number.isInteger(tick)) ? 1 : 0;
  return (
    <g>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <path className={styles.grid} d={`M${left} ${y.at(tick)}H${right}`} />
          <text className={styles.tick} x={left - 6} y={y.at(tick)} dy="0.35em" textAnchor="end">
            {formatNumber(tick, digits)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick, i) => (
        <text
          key={tick}
          className={styles.tick}
          x={x.at(tick)}
          y={bottom + 15}
          textAnchor={i === 0 ? 'start' : i === x.ticks.length - 1 ? 'end' : 'middle'}
        >
          {formatCount(tick)}
        </text>
      ))}
      {race.shifts.map((shift) => (
        <path key={shift} className={styles.shift} d={`M${x.at(shift)} ${top}V${bottom}`} />
      ))}
      <text className={styles.caption} x={left} y={10}>
        {plainText(RACE_WORDS.axes[chart], {
          stretch: formatCount(stretch),
          count: String(race.hotKeys.length),
        })}
      </text>
      {yardstick !== null && <path d={`M${left} ${y.at(yardstick)}H${right}`} {...strokeOf(OPTIMUM_STYLE)} />}
      <clipPath id={clip}>
        <rect x={left} y={top - 2} width={right - left} height={bottom - top + 4} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {racers.map(({ style, staged }, i) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: contestants have no other identity than their place
            key={i}
            d={linePath((curves[i] ?? []).map(([at, value]) => [x.at(at), y.at(value)]))}
            {...strokeOf(style, staged)}
          />
        ))}
      </g>
      {firstShift !== undefined && (
        <text className={styles.note} x={x.at(firstShift) + 5} y={bottom - 5}>
          {RACE_WORDS.shift}
        </text>
      )}
      {box.labels &&
        ends.map((end, i) => (
          <text
            key={end.text}
            className={end.staged ? styles.staged : styles.end}
            x={right + 8}
            y={places[i]}
            dy="0.35em"
          >
            {end.text}
          </text>
        ))}
    </g>
  );
}

function pointValue({ line }: Racer, row: number, chart: Chart, stretch: number): number {
  if (chart === 'recent') return recentMean(line, row, stretch, 'visited');
  if (chart === 'hot') return recentHotDepth(line, row, stretch);
  return raceCell(line, row, 'visited');
}
