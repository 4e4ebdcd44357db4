/** How far the simulation is off each run: the diagonal of the scatter laid flat, and looked at closely. */
import { useElementSize } from '@mantine/hooks';
import { logAxis } from '../../../layout/evidence/axis.ts';
import { SHAPES } from '../../../layout/evidence/shapes.ts';
import type { TwinRow } from '../../../protocol/migration/requests.ts';
import { BY_RATIO, errorOf, figureOf, type Measure } from '../../../store/evidence/errors.ts';
import { formatSigned } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { chart } from '../styles.ts';
import { SHAPE_OF } from './looks.ts';
import { AXIS_UNITS, WORDS } from './words.ts';

const HEIGHT = 130;
const LEAST_PX = 280;
const MOST_PX = 470;
const WIDTH_WITHOUT_LAYOUT = 440;
/** no closer look than this: one per cent, one ms, one round */
const LEAST_REACH = 0.01;
const REACHES = [1, 2, 5, 10];

interface Properties {
  rows: readonly TwinRow[];
  measure: Measure;
  pointed: TwinRow | null;
}

export function ErrorStrip({ rows, measure, pointed }: Properties) {
  const { ref, width } = useElementSize();
  const size = Math.max(LEAST_PX, Math.min(MOST_PX, width || WIDTH_WITHOUT_LAYOUT));
  const box = { left: 52, right: size - 14, top: 30, bottom: HEIGHT - 8 };
  const marks = rows.flatMap((row) => {
    const is = figureOf(row, 'measured', measure);
    const error = errorOf(row, 'twin', measure);
    return is === null || error === null || is <= 0 ? [] : [{ row, is, error }];
  });
  const x = logAxis(
    marks.map(({ is }) => is),
    box.left,
    box.right,
  );
  const reach = reachOf(marks.map(({ error }) => Math.abs(error)));
  const middle = (box.top + box.bottom) / 2;
  const y = (error: number) => middle - (error / reach) * ((box.bottom - box.top) / 2);
  return (
    <div ref={ref}>
      <ScrollBox label={WORDS.errorStrip} className={chart.scroll}>
        <svg width={size} height={HEIGHT} role="img" aria-label={WORDS.errorStrip} className={chart.picture}>
          {[reach, 0, -reach].map((tick) => (
            <g key={tick}>
              <path
                className={tick === 0 ? chart.diagonal : chart.grid}
                d={`M${box.left} ${y(tick)}H${box.right}`}
              />
              <text className={chart.tick} x={box.left - 6} y={y(tick)} dy="0.35em" textAnchor="end">
                {tick === 0 ? '0' : tickText(tick, measure)}
              </text>
            </g>
          ))}
          {marks.map(({ row, is, error }) => (
            <path
              key={`${row.name} ${row.repeat}`}
              className={chart.mark}
              d={SHAPES[SHAPE_OF[row.mode]]}
              transform={`translate(${x.at(is)} ${y(error)})`}
            />
          ))}
          {marks
            .filter(({ row }) => row === pointed)
            .map(({ is, error }) => (
              <circle key="ring" className={chart.ring} cx={x.at(is)} cy={y(error)} r={9} />
            ))}
          <text className={chart.axis} x={0} y={12}>
            {WORDS.errorAxis}
          </text>
        </svg>
      </ScrollBox>
    </div>
  );
}

/** Short: it stands at the axis' edge, and is a round number. */
function tickText(tick: number, measure: Measure): string {
  if (BY_RATIO[measure]) return plainText(WORDS.percent, { value: formatSigned(100 * tick) });
  const value = formatSigned(tick, Math.abs(tick) < 1 ? 2 : 0);
  return measure === 'liveRounds'
    ? value
    : plainText(WORDS.withUnit, { text: value, unit: AXIS_UNITS[measure] });
}

/** The round number that holds all of them. */
function reachOf(sizes: readonly number[]): number {
  const most = Math.max(LEAST_REACH, ...sizes);
  const power = 10 ** Math.floor(Math.log10(most));
  return (REACHES.find((factor) => factor * power >= most * (1 - 1e-9)) ?? 10) * power;
}
