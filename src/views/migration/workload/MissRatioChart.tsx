/** Share of the references an LRU cache misses, for every size of it (Mattson et al. 1970). */
import { line } from 'd3';
import { type CurveAxis, linearAxis, logAxis } from '../../../layout/migration/curve-axis.ts';
import { LEAST_DISTANCE } from '../../../layout/migration/curve-bins.ts';
import type { SoloAnalysis, SoloSpec } from '../../../protocol/migration/model.ts';
import { formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { ChartCard } from './ChartCard.tsx';
import { type ChartBox, ticksThatFit } from './chart-box.ts';
import { memoryText, pagesText, pagesTick, shareText } from './numbers.ts';
import { PlotAxes } from './PlotAxes.tsx';
import styles from './plot.module.css';
import { MISS_WORDS } from './words.ts';

const TICK_PX = 62;
/** misses one can live with */
const FEW = 0.1;

/** Room on the right: below for the first references, which have no distance; here for the curve's end. */
export const FIRST_PX = 46;
export const innerBox = (box: ChartBox): ChartBox => ({ ...box, right: box.right - FIRST_PX });

/** Cache sizes and stack distances stand on the same axis, one above the other. */
export function sizeAxis({ missRatios }: SoloAnalysis, box: ChartBox): CurveAxis {
  const high = missRatios.at(-1)?.cachePages ?? 2;
  const most = ticksThatFit(box.right - box.left, TICK_PX);
  return logAxis({ low: LEAST_DISTANCE, high, base: 2 }, box.left, box.right, most);
}

interface Properties {
  analysis: SoloAnalysis;
  spec: SoloSpec;
  /** size of the cache of the predictor in use; null = there is none */
  cachePages: number | null;
  picked: number | null;
  pick: (size: number | null) => void;
}

export function MissRatioChart({ analysis, spec, cachePages, picked, pick }: Properties) {
  const { missRatios } = analysis;
  const { pageBytes } = spec.vm;
  const enough = missRatios.find(({ missRatio }) => missRatio <= FEW);
  const shown = picked === null ? (enough ?? missRatios.at(-1)) : missRatios[picked];
  const isNeed = picked === null && enough !== undefined;
  const readout =
    shown === undefined
      ? MISS_WORDS.never
      : plainText(isNeed ? MISS_WORDS.needs : shown.cachePages === 1 ? MISS_WORDS.one : MISS_WORDS.at, {
          pages: pagesText(shown.cachePages),
          memory: memoryText(shown.cachePages, pageBytes),
          ratio: shareText(isNeed ? FEW : shown.missRatio),
        });
  return (
    <ChartCard
      area="miss"
      title={MISS_WORDS.title}
      readout={readout}
      places={(box) => missRatios.map(({ cachePages: pages }) => sizeAxis(analysis, innerBox(box)).at(pages))}
      picked={picked}
      pick={pick}
      table={{
        columns: MISS_WORDS.columns,
        rows: missRatios.map(({ cachePages: pages, missRatio }) => [pagesText(pages), shareText(missRatio)]),
      }}
    >
      {(box) => {
        const x = sizeAxis(analysis, innerBox(box));
        const y = linearAxis(1, box.bottom, box.top, ticksThatFit(box.bottom - box.top, 34));
        const path = line<(typeof missRatios)[number]>(
          ({ cachePages: pages }) => x.at(pages),
          ({ missRatio }) => y.at(missRatio),
        );
        const end = missRatios.at(-1);
        const at = picked === null ? undefined : missRatios[picked];
        return (
          <>
            <PlotAxes
              box={box}
              x={x}
              y={y}
              xText={pagesTick}
              yText={(share) => formatPercent(100 * share)}
              xName={MISS_WORDS.x}
              yName={MISS_WORDS.y}
            />
            {cachePages !== null && (
              <>
                <path className={styles.mark} d={`M${x.at(cachePages)} ${box.top}V${box.bottom}`} />
                <text className={styles.label} x={x.at(cachePages) - 5} y={box.bottom - 6} textAnchor="end">
                  {MISS_WORDS.predictor}
                </text>
              </>
            )}
            <path className={styles.curve} d={path(missRatios) ?? ''} />
            {end !== undefined && (
              <text
                className={styles.label}
                x={x.at(end.cachePages) + 6}
                y={Math.min(box.bottom - 9, y.at(end.missRatio))}
                dy="0.35em"
              >
                {shareText(end.missRatio)}
              </text>
            )}
            {at !== undefined && (
              <>
                <path className={styles.cursor} d={`M${x.at(at.cachePages)} ${box.top}V${box.bottom}`} />
                <circle className={styles.dot} cx={x.at(at.cachePages)} cy={y.at(at.missRatio)} r={4.5} />
              </>
            )}
          </>
        );
      }}
    </ChartCard>
  );
}
