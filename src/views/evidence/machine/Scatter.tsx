/** Simulated against measured, one mark a run, both axes logarithmic and alike. */

import { useElementSize } from '@mantine/hooks';
import type { PointerEvent } from 'react';
import { logAxis } from '../../../layout/evidence/axis.ts';
import { nearest, type Place, SHAPES } from '../../../layout/evidence/shapes.ts';
import type { TwinRow } from '../../../protocol/migration/requests.ts';
import { BY_RATIO, errorOf, figureOf, type Measure, summarise } from '../../../store/evidence/errors.ts';
import { formatNumber } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { chart } from '../styles.ts';
import { sizeText } from '../words-of.ts';
import { SHAPE_OF } from './looks.ts';
import { AXIS_UNITS, MEASURE_NAMES, WORDS } from './words.ts';

const LEAST_PX = 300;
const MOST_PX = 470;
const WIDTH_WITHOUT_LAYOUT = 440;
const REACH_PX = 14;
const NEAR = 0.02;

/** what an axis' number counts */
const UNIT: Readonly<Record<Measure, number>> = {
  totalTimeMs: 1000,
  bytesSent: 1e6,
  downtimeMs: 1,
  liveRounds: 1,
};

interface Properties {
  rows: readonly TwinRow[];
  measure: Measure;
  textbook: boolean;
  /** the row pointed at, and the one whose detail is open */
  pointed: TwinRow | null;
  chosen: TwinRow | null;
  point: (row: TwinRow | null) => void;
  choose: (row: TwinRow) => void;
}

export function Scatter({ rows, measure, textbook, pointed, chosen, point, choose }: Properties) {
  const { ref, width } = useElementSize();
  const size = Math.max(LEAST_PX, Math.min(MOST_PX, width || WIDTH_WITHOUT_LAYOUT));
  const box = { left: 52, right: size - 14, top: 26, bottom: size - 40 };
  const value = (row: TwinRow, of: 'measured' | 'twin' | 'textbook'): number | null => {
    const figure = figureOf(row, of, measure);
    return figure === null || figure <= 0 ? null : figure / UNIT[measure];
  };
  const all = rows.flatMap((row) => [value(row, 'measured'), value(row, 'twin')]);
  const books = textbook ? rows.map((row) => value(row, 'textbook')) : [];
  const values = [...all, ...books].filter((figure) => figure !== null);
  const x = logAxis(values, box.left, box.right);
  const y = logAxis(values, box.bottom, box.top);
  const placeOf = (row: TwinRow, of: 'twin' | 'textbook'): Place | null => {
    const is = value(row, 'measured');
    const said = value(row, of);
    return is === null || said === null ? null : { x: x.at(is), y: y.at(said) };
  };
  const marks = rows.map((row) => ({ row, twin: placeOf(row, 'twin') }));
  const bookMarks = textbook ? rows.map((row) => placeOf(row, 'textbook')) : [];
  const rowAt = (event: PointerEvent): TwinRow | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [px, py] = [event.clientX - left, event.clientY - top];
    const twin = nearest(
      marks.map((mark) => mark.twin),
      px,
      py,
      REACH_PX,
    );
    if (twin >= 0) return rows[twin] ?? null;
    return rows[nearest(bookMarks, px, py, REACH_PX)] ?? null;
  };
  const ringed = pointed ?? chosen;
  const ring = ringed && placeOf(ringed, 'twin');
  return (
    <div ref={ref}>
      <ScrollBox label={WORDS.scatterBox} className={chart.scroll}>
        <svg
          width={size}
          height={size}
          role="img"
          aria-label={summaryOf(rows, measure)}
          className={chart.picture}
          onPointerMove={(event) => point(rowAt(event))}
          onPointerLeave={() => point(null)}
          onPointerUp={(event) => {
            const row = rowAt(event);
            if (row !== null) choose(row);
          }}
        >
          {y.ticks.map((tick) => (
            <g key={tick}>
              <path className={chart.grid} d={`M${box.left} ${y.at(tick)}H${box.right}`} />
              <text className={chart.tick} x={box.left - 6} y={y.at(tick)} dy="0.35em" textAnchor="end">
                {tickText(tick)}
              </text>
            </g>
          ))}
          {x.ticks.map((tick) => (
            <g key={tick}>
              <path className={chart.grid} d={`M${x.at(tick)} ${box.top}V${box.bottom}`} />
              <text className={chart.tick} x={x.at(tick)} y={box.bottom + 16} textAnchor="middle">
                {tickText(tick)}
              </text>
            </g>
          ))}
          <path className={chart.diagonal} d={`M${box.left} ${box.bottom}L${box.right} ${box.top}`} />
          <text
            className={chart.note}
            textAnchor="middle"
            transform={`translate(${box.left + 0.24 * (box.right - box.left)} ${box.bottom - 0.24 * (box.bottom - box.top)}) rotate(-45)`}
            dy="1.5em"
          >
            {WORDS.equal}
          </text>
          {bookMarks.map((place, i) => {
            const row = rows[i];
            if (place === null || row === undefined) return null;
            return (
              <path
                key={`${row.name} ${row.repeat}`}
                className={chart.open}
                d={SHAPES[SHAPE_OF[row.mode]]}
                transform={`translate(${place.x} ${place.y})`}
              />
            );
          })}
          {marks.map(
            ({ row, twin }) =>
              twin && (
                <path
                  key={`${row.name} ${row.repeat}`}
                  className={chart.mark}
                  d={SHAPES[SHAPE_OF[row.mode]]}
                  transform={`translate(${twin.x} ${twin.y})`}
                />
              ),
          )}
          {ring && <circle className={chart.ring} cx={ring.x} cy={ring.y} r={9} />}
          <text className={chart.axis} x={0} y={12}>
            {axisTitle(measure, WORDS.simulatedAxis)}
          </text>
          <text className={chart.axis} x={box.right} y={size - 6} textAnchor="end">
            {axisTitle(measure, WORDS.measuredAxis)}
          </text>
        </svg>
      </ScrollBox>
    </div>
  );
}

function axisTitle(measure: Measure, which: string): string {
  return plainText(measure === 'liveRounds' ? WORDS.axisPlain : WORDS.axis, {
    measure: MEASURE_NAMES[measure],
    which,
    unit: AXIS_UNITS[measure],
  });
}

function tickText(tick: number): string {
  return formatNumber(tick, tick >= 1 ? 0 : Math.ceil(-Math.log10(tick) - 1e-9));
}

function summaryOf(rows: readonly TwinRow[], measure: Measure): string {
  const title = MEASURE_NAMES[measure];
  const runs = String(rows.length);
  if (!BY_RATIO[measure]) {
    const { median } = summarise(rows, 'twin', measure);
    return plainText(WORDS.scatterDifference, { title, runs, median: sizeText(median, measure) });
  }
  const near = rows.filter((row) => {
    const error = errorOf(row, 'twin', measure);
    return error !== null && Math.abs(error) <= NEAR;
  });
  return plainText(WORDS.scatter, { title, runs, within: String(near.length) });
}
