/** U(t) against what the link sends: where they meet, rounds settle; the staircase between them is the rounds. */
import { line } from 'd3';
import { useId, useMemo } from 'react';
import {
  type DirtyPoint,
  dirtiedIn,
  meetingPoint,
  staircase,
} from '../../../layout/migration/curve-dirty.ts';
import { type DirtyFrame, pointsWithin } from '../../../layout/migration/curve-frame.ts';
import type { SoloAnalysis } from '../../../protocol/migration/model.ts';
import { Segments } from '../../shared/Segments.tsx';
import { plainText } from '../../shared/template.ts';
import { spanText } from '../span-text.ts';
import { ChartCard } from './ChartCard.tsx';
import { pagesAxis, type Scale, timeAxis } from './dirty-axes.ts';
import { pagesText, pagesTick, timeTick } from './numbers.ts';
import { PlotAxes } from './PlotAxes.tsx';
import styles from './plot.module.css';
import { DIRTY_WORDS } from './words.ts';

const MOST_STEPS = 40;
const SENT_AT = 0.66;
const WRITTEN_AT = 0.5;

interface Properties {
  analysis: SoloAnalysis;
  frame: DirtyFrame;
  scale: Scale;
  setScale: (scale: Scale) => void;
  picked: number | null;
  pick: (point: number | null) => void;
  /** the step of the staircase that is picked among the rounds */
  round: number | null;
}

export function DirtyCurveChart({ analysis, frame, scale, setScale, picked, pick, round }: Properties) {
  const { uniqueWritten, plan, forecast } = analysis;
  const { pagesPerSecond, stopBelowPages } = plan;
  const clip = useId();
  const shown = useMemo(() => pointsWithin(uniqueWritten, frame), [uniqueWritten, frame]);
  const meet = useMemo(() => meetingPoint(analysis, frame.wholeMs), [analysis, frame]);
  const corners = useMemo(() => staircase(forecast, MOST_STEPS), [forecast]);
  const sentIn = (ms: number) => (pagesPerSecond * ms) / 1000;
  const point = picked === null ? undefined : uniqueWritten[shown[picked] ?? -1];
  const step = round === null ? [] : corners.slice(2 * round, 2 * round + 3);
  return (
    <ChartCard
      area="dirty"
      title={DIRTY_WORDS.title}
      readout={readoutOf(point ?? step[1], meet, analysis, frame)}
      places={(box) => shown.map((i) => timeAxis(frame, scale, box).at(uniqueWritten[i]?.ms ?? 0))}
      picked={picked}
      pick={pick}
      table={{
        columns: DIRTY_WORDS.columns,
        rows: shown.map((i) => {
          const { ms = 0, pages = 0 } = uniqueWritten[i] ?? {};
          return [spanText(ms), pagesText(pages), pagesText(sentIn(ms))];
        }),
      }}
      aside={
        <Segments
          legend={DIRTY_WORDS.scale}
          options={[
            { value: 'log', label: DIRTY_WORDS.logarithmic },
            { value: 'linear', label: DIRTY_WORDS.linear },
          ]}
          value={scale}
          onChange={setScale}
        />
      }
    >
      {(box) => {
        const x = timeAxis(frame, scale, box);
        const y = pagesAxis(frame, scale, box);
        const path = line<DirtyPoint>(
          ({ ms }) => x.beyond(ms),
          ({ pages }) => y.beyond(pages),
        );
        const sent = [frame.fromMs, frame.toMs].map((ms) => ({ ms, pages: sentIn(ms) }));
        const end = { ms: frame.toMs, pages: dirtiedIn(uniqueWritten, frame.toMs) };
        const writtenIn = (ms: number) => dirtiedIn(uniqueWritten, ms);
        // Where along the axis each curve carries its name, on the side where the other one is not.
        const nameOf = (share: number, own: (ms: number) => number, other: (ms: number) => number) => {
          const { fromMs, toMs } = frame;
          const ms = scale === 'log' ? fromMs * (toMs / fromMs) ** share : toMs * share;
          return namePlace(x.at(ms), y.at(own(ms)), own(ms) > other(ms));
        };
        const inside = uniqueWritten.filter(({ ms }) => ms < frame.toMs);
        return (
          <>
            <PlotAxes
              box={box}
              x={x}
              y={y}
              xText={timeTick}
              yText={pagesTick}
              xName={DIRTY_WORDS.x}
              yName={DIRTY_WORDS.y}
            />
            <clipPath id={clip}>
              <rect x={box.left} y={box.top} width={box.right - box.left} height={box.bottom - box.top} />
            </clipPath>
            <g clipPath={`url(#${clip})`}>
              <path className={styles.stop} d={`M${box.left} ${y.at(stopBelowPages)}H${box.right}`} />
              <path className={styles.sent} d={path(sent) ?? ''} />
              <path className={styles.written} d={path([...inside, end]) ?? ''} />
              <path className={styles.stairs} d={path(corners) ?? ''} />
              <path className={styles.step} d={path(step) ?? ''} />
            </g>
            {meet !== null && (
              <>
                <circle className={styles.ring} cx={x.at(meet.ms)} cy={y.at(meet.pages)} r={6} />
                <text
                  className={styles.label}
                  x={x.at(meet.ms) - 10}
                  y={y.at(meet.pages) - 8}
                  textAnchor="end"
                >
                  {DIRTY_WORDS.settles}
                </text>
              </>
            )}
            <text className={styles.labelSent} {...nameOf(SENT_AT, sentIn, writtenIn)}>
              {DIRTY_WORDS.sent}
            </text>
            <text className={styles.labelWritten} {...nameOf(WRITTEN_AT, writtenIn, sentIn)}>
              {DIRTY_WORDS.curve}
            </text>
            <text
              className={styles.label}
              x={scale === 'log' ? box.left + 4 : box.right - 4}
              y={y.at(stopBelowPages) - 5}
              textAnchor={scale === 'log' ? 'start' : 'end'}
            >
              {plainText(DIRTY_WORDS.stop, { pages: pagesText(Math.floor(stopBelowPages)) })}
            </text>
            {point !== undefined && (
              <>
                <path className={styles.cursor} d={`M${x.at(point.ms)} ${box.top}V${box.bottom}`} />
                <circle className={styles.dot} cx={x.at(point.ms)} cy={y.at(point.pages)} r={4.5} />
                <circle className={styles.dot} cx={x.at(point.ms)} cy={y.at(sentIn(point.ms))} r={4.5} />
              </>
            )}
          </>
        );
      }}
    </ChartCard>
  );
}

/** A rising curve's name: on its left above it, on its right below it. */
function namePlace(
  x: number,
  y: number,
  above: boolean,
): { x: number; y: number; textAnchor: 'start' | 'end' } {
  return above ? { x: x - 12, y: y - 4, textAnchor: 'end' } : { x: x + 10, y: y + 16, textAnchor: 'start' };
}

function readoutOf(
  point: DirtyPoint | undefined,
  meet: DirtyPoint | null,
  { uniqueWritten, plan }: SoloAnalysis,
  { wholeMs }: DirtyFrame,
): string {
  if (point !== undefined) {
    return plainText(DIRTY_WORDS.at, {
      time: spanText(point.ms),
      written: pagesText(point.pages),
      sent: pagesText((plan.pagesPerSecond * point.ms) / 1000),
    });
  }
  if (meet !== null) {
    return plainText(DIRTY_WORDS.meet, { pages: pagesText(meet.pages), time: spanText(meet.ms) });
  }
  return dirtiedIn(uniqueWritten, wholeMs) < plan.memoryPages ? DIRTY_WORDS.never : DIRTY_WORDS.always;
}
