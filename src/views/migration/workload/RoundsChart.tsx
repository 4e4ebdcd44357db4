/** What the formula says of each round, and what the simulation of side A did as far as it was reached. */
import { useMemo } from 'react';
import type { CurveAxis } from '../../../layout/migration/curve-axis.ts';
import { roundsUntilAlike } from '../../../layout/migration/curve-dirty.ts';
import type { DirtyFrame } from '../../../layout/migration/curve-frame.ts';
import { type RoundPair, roundPairs } from '../../../layout/migration/curve-rounds.ts';
import type { SoloAnalysis } from '../../../protocol/migration/model.ts';
import type { MoveSide } from '../../../protocol/migration/requests.ts';
import { plainText } from '../../shared/template.ts';
import { ChartCard } from './ChartCard.tsx';
import type { ChartBox } from './chart-box.ts';
import { pagesAxis, type Scale } from './dirty-axes.ts';
import { pagesTick } from './numbers.ts';
import { PlotAxes } from './PlotAxes.tsx';
import styles from './plot.module.css';
import { roundReadout, roundRows } from './round-readout.ts';
import { ROUND_WORDS } from './words.ts';

/** More would stand too close, and of rounds that are all alike a few are enough. */
const MOST_ROUNDS = 30;
const FEW_ALIKE = 3;
/** what the word below the last place needs on its left */
const LAST_PX = 30;
const FORMULA_PX = 12;
const SIMULATED_PX = 104;

interface Properties {
  analysis: SoloAnalysis;
  frame: DirtyFrame;
  scale: Scale;
  side: MoveSide | null;
  /** rounds of the side that may be told */
  reached: number;
  /** its name where it sends nothing before the guest stops */
  roundless: string | null;
  picked: number | null;
  pick: (round: number | null) => void;
}

export function RoundsChart({ analysis, frame, scale, side, reached, roundless, picked, pick }: Properties) {
  const { forecast } = analysis;
  const pairs = useMemo(() => {
    const told = Math.max(roundsUntilAlike(forecast) + FEW_ALIKE, reached);
    return roundPairs(forecast, roundless === null ? side : null, reached, Math.min(MOST_ROUNDS, told));
  }, [forecast, side, reached, roundless]);
  const more = forecast.rounds.length - (pairs.length - 1);
  const xOf = (box: ChartBox) => {
    const step = (box.right - box.left) / pairs.length;
    return (i: number) => box.left + (i + 0.5) * step;
  };
  return (
    <ChartCard
      area="rounds"
      title={ROUND_WORDS.title}
      readout={roundReadout(pairs, picked, forecast.stops, roundless)}
      places={(box) => pairs.map((_, i) => xOf(box)(i))}
      picked={picked}
      pick={pick}
      table={{ columns: ROUND_WORDS.columns, rows: roundRows(pairs, forecast.stops) }}
    >
      {(box) => {
        const at = xOf(box);
        const y = pagesAxis(frame, scale, box);
        const every = Math.max(1, Math.ceil((pairs.length * 22) / (box.right - box.left)));
        const x: CurveAxis = {
          ticks: pairs.flatMap(({ round }, i) =>
            round !== null && i % every === 0 && at(pairs.length - 1) - at(i) > LAST_PX ? [i] : [],
          ),
          at,
          beyond: at,
        };
        return (
          <>
            <PlotAxes
              box={box}
              x={x}
              y={y}
              xText={(i) => String(i + 1)}
              yText={pagesTick}
              xName={more > 0 ? plainText(ROUND_WORDS.more, { count: String(more) }) : ROUND_WORDS.x}
              yName=""
            />
            <Legend left={box.left} />
            <path
              className={styles.stop}
              d={`M${box.left} ${y.at(analysis.plan.stopBelowPages)}H${box.right}`}
            />
            <text className={styles.tick} x={at(pairs.length - 1)} y={box.bottom + 16} textAnchor="middle">
              {forecast.stops ? ROUND_WORDS.pause : ROUND_WORDS.left}
            </text>
            {picked !== null && picked < pairs.length && (
              <path className={styles.cursor} d={`M${at(picked)} ${box.top}V${box.bottom}`} />
            )}
            {pairs.map((pair, i) => (
              <Pair key={pair.round ?? 0} pair={pair} x={at(i)} y={y} bottom={box.bottom} />
            ))}
          </>
        );
      }}
    </ChartCard>
  );
}

interface PairProperties {
  pair: RoundPair;
  x: number;
  y: CurveAxis;
  bottom: number;
}

const APART_PX = 4;

function Pair({ pair: { formula, simulated }, x, y, bottom }: PairProperties) {
  return (
    <>
      {formula !== null && (
        <>
          <path className={styles.formulaStem} d={`M${x - APART_PX} ${bottom}V${y.at(formula)}`} />
          <circle className={styles.formula} cx={x - APART_PX} cy={y.at(formula)} r={4} />
        </>
      )}
      {simulated !== null && (
        <>
          <path className={styles.simulatedStem} d={`M${x + APART_PX} ${bottom}V${y.at(simulated)}`} />
          <circle className={styles.simulated} cx={x + APART_PX} cy={y.at(simulated)} r={4} />
        </>
      )}
    </>
  );
}

/** In the line where other charts say what their axis counts: dots may stand anywhere below. */
function Legend({ left }: { left: number }) {
  return (
    <>
      <circle className={styles.formula} cx={left + 4} cy={10} r={4} />
      <text className={styles.label} x={left + FORMULA_PX} y={14}>
        {ROUND_WORDS.formula}
      </text>
      <circle className={styles.simulated} cx={left + SIMULATED_PX - 8} cy={10} r={4} />
      <text className={styles.label} x={left + SIMULATED_PX} y={14}>
        {ROUND_WORDS.simulated}
      </text>
    </>
  );
}
