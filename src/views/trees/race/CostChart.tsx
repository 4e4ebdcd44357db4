/** What a tree pays against what it gets: rotations across, nodes visited up, each tree a trail that ends in its dot. */
import { useMemo } from 'react';
import { raceCell } from '../../../layout/trees/race-lines.ts';
import { linePath } from '../../../layout/trees/race-paths.ts';
import { brokenLogScale, evenScale, spreadLabels } from '../../../layout/trees/race-scales.ts';
import { formatNumber } from '../../shared/format.ts';
import { usePaced } from '../use-paced.ts';
import type { ChartBox } from './chart-box.ts';
import { OPTIMUM_STYLE, strokeOf } from './LineSample.tsx';
import styles from './RaceChart.module.css';
import { operationsDone, type RaceView, shownRow } from './use-race.ts';
import { RACE_WORDS } from './words.ts';

const LABEL_PX = 14;
/** Where the trail begins: means over fewer operations only jump about. */
const SETTLED = 0.05;

/** @param looked the moment whose dots are shown, null = the stage's where it `follows` that, else the last */
export function CostChart(props: { race: RaceView; box: ChartBox; looked: number | null; follows: boolean }) {
  const { race, box, looked, follows } = props;
  const done = usePaced(operationsDone);
  const at = looked ?? (follows && done > 0 ? done : null);
  const { racers, operations, optimum } = race;
  const { left, top, bottom } = box;
  const right = box.labels ? box.right + 60 : box.right;
  const trails = useMemo(
    () =>
      racers.map((racer) => {
        const points: [number, number][] = [];
        for (let row = 1; row < racer.rows; row += 1) {
          if (row < racer.rows - 1 && raceCell(racer.line, row, 'operations') < SETTLED * operations)
            continue;
          points.push([raceCell(racer.line, row, 'rotations'), raceCell(racer.line, row, 'visited')]);
        }
        return points;
      }),
    [racers, operations],
  );
  const all = trails.flat();
  const x = brokenLogScale([0, ...all.map(([rotations]) => rotations)], left + 12, right);
  const values = all.map(([, visited]) => visited);
  if (optimum !== null) values.push(optimum);
  const y = evenScale(values, bottom, top, Math.max(2, (bottom - top) / 34));
  const dots = racers.flatMap((racer) => {
    const row = shownRow(racer, at);
    const visited = raceCell(racer.line, row, 'visited');
    if (!Number.isFinite(visited)) return [];
    return [{ racer, x: x.at(raceCell(racer.line, row, 'rotations')), y: y.at(visited) }];
  });
  const places = spreadLabels(
    dots.map((dot) => dot.y),
    LABEL_PX,
    top + 4,
    bottom - 6,
  );
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
      {x.ticks.map((tick) => (
        <text key={tick} className={styles.tick} x={x.at(tick)} y={bottom + 15} textAnchor="middle">
          {String(tick)}
        </text>
      ))}
      {x.gap !== null && (
        <path
          className={styles.break}
          d={`M${x.gap - 6} ${bottom + 4}l4 -8M${x.gap + 2} ${bottom + 4}l4 -8`}
        />
      )}
      <text className={styles.caption} x={left} y={10}>
        {RACE_WORDS.axes.rotations}
      </text>
      {optimum !== null && <path d={`M${left} ${y.at(optimum)}H${right}`} {...strokeOf(OPTIMUM_STYLE)} />}
      {racers.map(({ style, staged }, i) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: contestants have no other identity than their place
          key={i}
          d={linePath((trails[i] ?? []).map(([rotations, visited]) => [x.at(rotations), y.at(visited)]))}
          opacity={0.7}
          {...strokeOf(style, staged)}
        />
      ))}
      {dots.map((dot, i) => {
        const { style, staged, name } = dot.racer;
        // Beyond the middle the name stands on the left, where it cannot run out of the picture.
        const toLeft = dot.x > (left + right) / 2;
        return (
          <g key={name.short}>
            <circle cx={dot.x} cy={dot.y} r={staged ? 5 : 4} fill={`var(--race-${style.colour})`} />
            <text
              className={staged ? styles.staged : styles.end}
              x={dot.x + (toLeft ? -9 : 9)}
              y={places[i]}
              dy="0.35em"
              textAnchor={toLeft ? 'end' : 'start'}
            >
              {name.short}
            </text>
          </g>
        );
      })}
    </g>
  );
}
