/** How many distinct pages lie between two references to the same page; first references stand apart. */
import { linearAxis } from '../../../layout/migration/curve-axis.ts';
import { type DistanceBin, distanceBins, LEAST_DISTANCE } from '../../../layout/migration/curve-bins.ts';
import type { SoloAnalysis } from '../../../protocol/migration/model.ts';
import { formatCount, formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { ChartCard } from './ChartCard.tsx';
import { ticksThatFit } from './chart-box.ts';
import { FIRST_PX, innerBox, sizeAxis } from './MissRatioChart.tsx';
import { pagesText, pagesTick, shareText } from './numbers.ts';
import { PlotAxes } from './PlotAxes.tsx';
import styles from './plot.module.css';
import { DISTANCE_WORDS } from './words.ts';

/** half the width of the longest number */
const TICK_HALF_PX = 24;

interface Properties {
  analysis: SoloAnalysis;
  /** bins and cache sizes end at the same pages, so they are picked together; one more = the first references */
  picked: number | null;
  pick: (size: number | null) => void;
}

export function StackDistanceChart({ analysis, picked, pick }: Properties) {
  const { bins, firstShare, mostShare } = distanceBins(analysis);
  const isFirst = picked !== null && picked >= bins.length;
  const bin = picked === null ? undefined : bins[picked];
  const hits = bins.slice(0, (picked ?? -1) + 1).reduce((sum, { share }) => sum + share, 0);
  const readout = isFirst || bin === undefined ? firstText(firstShare) : binText(bin, hits);
  return (
    <ChartCard
      area="stack"
      title={DISTANCE_WORDS.title}
      readout={readout}
      places={(box) => [
        ...bins.map(({ upTo }) => sizeAxis(analysis, innerBox(box)).at(upTo)),
        box.right - FIRST_PX / 2 + 6,
      ]}
      picked={picked}
      pick={pick}
      table={{
        columns: DISTANCE_WORDS.columns,
        rows: [
          ...analysis.stackDistances.map(({ above, upTo, references }, i) => [
            plainText(above + 1 < upTo ? DISTANCE_WORDS.range : DISTANCE_WORDS.only, {
              from: pagesText(above + 1),
              to: pagesText(upTo),
            }),
            formatCount(references),
            shareText(bins[i]?.share ?? 0),
          ]),
          [DISTANCE_WORDS.firstRow, formatCount(analysis.firstReferences), shareText(firstShare)],
        ],
      }}
    >
      {(box) => {
        const sizes = sizeAxis(analysis, innerBox(box));
        // The last number must not run into the word for the first references.
        const x = {
          ...sizes,
          ticks: sizes.ticks.filter((tick) => sizes.at(tick) < box.right - FIRST_PX - TICK_HALF_PX),
        };
        const y = linearAxis(mostShare, box.bottom, box.top, ticksThatFit(box.bottom - box.top, 34));
        const look = (i: number) =>
          i === picked ? styles.here : i < (picked ?? -1) ? styles.hit : styles.miss;
        const first = box.right - FIRST_PX + 12;
        return (
          <>
            <PlotAxes
              box={box}
              x={x}
              y={y}
              xText={pagesTick}
              yText={(share) => formatPercent(100 * share, mostShare < 0.05 ? 1 : 0)}
              xName={DISTANCE_WORDS.x}
              yName={DISTANCE_WORDS.y}
            />
            {bins.map(({ above, upTo, share }, i) => {
              const from = x.at(Math.max(LEAST_DISTANCE, above)) + 1.5;
              return (
                <rect
                  key={upTo}
                  className={look(i)}
                  x={from}
                  y={y.at(share)}
                  width={Math.max(1, x.at(upTo) - 1.5 - from)}
                  height={box.bottom - y.at(share)}
                />
              );
            })}
            <rect
              className={isFirst ? styles.here : styles.miss}
              x={first}
              y={y.at(firstShare)}
              width={box.right - first}
              height={box.bottom - y.at(firstShare)}
            />
            <text className={styles.tick} x={box.right} y={box.bottom + 16} textAnchor="end">
              {DISTANCE_WORDS.first}
            </text>
          </>
        );
      }}
    </ChartCard>
  );
}

function firstText(share: number): string {
  return plainText(DISTANCE_WORDS.firstAt, { share: shareText(share) });
}

function binText({ above, upTo, share }: DistanceBin, hits: number): string {
  if (upTo === 1) return plainText(DISTANCE_WORDS.one, { share: shareText(share) });
  return plainText(DISTANCE_WORDS.at, {
    share: shareText(share),
    from: pagesText(above + 1),
    to: pagesText(upTo),
    hits: shareText(hits),
  });
}
