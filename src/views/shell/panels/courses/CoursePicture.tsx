import { useId } from 'react';
import { courseChart, courseMarks, RTT_BOX, rttHeight } from '../../../../layout/course-chart.ts';
import type { CourseRow } from '../../../../protocol/requests.ts';
import { eventText } from '../../../../protocol/texts.ts';
import { useApp } from '../../../../store/store.ts';
import { plainText } from '../../../shared/template.ts';
import styles from './CoursePicture.module.css';
import { spanText } from './figures.ts';
import { MARKS, WORDS } from './words.ts';

interface Properties {
  row: CourseRow;
  name: string;
  vm: string;
  seconds: number;
}

/** Words of marks are placed for this width in px; a wider picture gives them more air. */
const ROOM = 470;
const PRESENT_ROOM = 620;
const CHAR_PX = 7.2;
/** a gap this wide has room for its words */
const WIDE = 0.12;

const percent = (share: number) => `${Math.round(share * 100_000) / 1000}%`;
const wide = ({ from, to }: { from: number; to: number }) => ({
  x: percent(from),
  width: percent(Math.max(to - from, 0)),
});

/** From the top: words of marks, round trips, one lane a node; in px. The width is whatever there is. */
function sizes(present: boolean) {
  const k = present ? 1.65 : 1;
  const markY = 14 * k;
  const rttY = markY + 4;
  const rttPx = 30 * k;
  const laneHeight = 14 * k;
  const lanesY = rttY + rttPx + 5;
  return { k, markY, rttY, rttPx, lanesY, laneHeight };
}

export function CoursePicture({ row, name, vm, seconds }: Properties) {
  const hatch = useId();
  const present = useApp((state) => state.present);
  const { k, markY, rttY, rttPx, lanesY, laneHeight } = sizes(present);
  const axisUs = seconds * 1_000_000;
  const chart = courseChart(row, axisUs);
  const marks = courseMarks(
    marked(row),
    axisUs,
    present ? PRESENT_ROOM : ROOM,
    (text) => text.length * CHAR_PX * k,
  );
  const height = lanesY + chart.lanes.length * laneHeight;
  const failure = percent((row.run.commands[0]?.atMs ?? 0) / 1000 / seconds);
  const laneY = (lane: number) => lanesY + lane * laneHeight;
  const twice = plainText(WORDS.runsTwice, { vm });
  const label = plainText(WORDS.picturesOf, { name, outage: spanText(row.outageMs.total) });
  const refusal = row.events.find(({ code }) => code === 'stop-refused' || code === 'command-refused');
  return (
    <div className={styles.picture} style={{ height }}>
      <div className={styles.gutter} aria-hidden="true">
        <span style={{ top: rttY - 6 * k }}>{WORDS.rttTop}</span>
        <span style={{ top: rttY + rttPx - 12 * k }}>{WORDS.rttBottom}</span>
        {chart.lanes.map(({ node }, lane) => (
          <span key={node} style={{ top: laneY(lane) - 3 * k }}>
            {plainText(WORDS.lane, { node: String(node + 1) })}
          </span>
        ))}
      </div>
      <svg width="100%" height={height} role="img" aria-label={label} className={styles.chart}>
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" className={styles.bootsGround} />
            <rect width="2" height="5" className={styles.bootsLine} />
          </pattern>
        </defs>
        <line className={styles.grid} x1="0" x2="100%" y1={rttY + rttPx} y2={rttY + rttPx} />
        <line
          className={styles.grid}
          x1="0"
          x2="100%"
          y1={rttY + (1 - rttHeight(1)) * rttPx}
          y2={rttY + (1 - rttHeight(1)) * rttPx}
        />
        {chart.gaps.map((gap) => (
          <g key={gap.from}>
            <rect className={styles.gap} {...wide(gap)} y={rttY} height={rttPx} />
            {gap.to - gap.from > WIDE && (
              <text
                className={styles.gapText}
                x={percent((gap.from + gap.to) / 2)}
                y={rttY + rttPx / 2 + 4}
                textAnchor="middle"
              >
                {WORDS.noAnswer}
              </text>
            )}
          </g>
        ))}
        <svg
          x="0"
          y={rttY}
          width="100%"
          height={rttPx}
          viewBox={`0 0 ${RTT_BOX.width} ${RTT_BOX.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path className={styles.band} d={chart.rtt.band} />
          <path className={styles.mean} d={chart.rtt.mean} vectorEffect="non-scaling-stroke" />
        </svg>
        <line className={styles.failure} x1={failure} x2={failure} y1={markY + 2} y2={height} />
        {marks.map((mark, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two marks may stand at one moment, in this order
          <g key={i}>
            <line className={styles.mark} x1={percent(mark.at)} x2={percent(mark.at)} y1={markY} y2={rttY} />
            {mark.label && (
              <text className={styles.markText} x={percent(mark.at)} dx={mark.label.shiftPx} y={markY - 3}>
                {mark.label.text}
              </text>
            )}
          </g>
        ))}
        {chart.lanes.map(({ node, truth, belief }, lane) => (
          <g key={node}>
            {truth.map((bar) => (
              <rect
                key={bar.from}
                className={styles[bar.what]}
                fill={bar.what === 'boots' ? `url(#${hatch})` : undefined}
                {...wide(bar)}
                y={laneY(lane)}
                height={6 * k}
              />
            ))}
            {belief.map((bar) => (
              <line
                key={`${bar.by}-${bar.from}`}
                className={styles.belief}
                x1={percent(bar.from)}
                x2={percent(bar.to)}
                y1={laneY(lane) + 9 * k}
                y2={laneY(lane) + 9 * k}
              />
            ))}
          </g>
        ))}
        {chart.twice.map((bar) => (
          <g key={bar.from}>
            <rect
              className={styles.twice}
              {...wide(bar)}
              y={lanesY - 2}
              height={chart.lanes.length * laneHeight - 2}
            />
            {bar.to - bar.from > WIDE && (
              <g transform={`translate(0 ${lanesY + (chart.lanes.length * laneHeight) / 2 - 3 * k})`}>
                <rect
                  className={styles.twiceGround}
                  x={percent((bar.from + bar.to) / 2)}
                  y={-8 * k}
                  width={twice.length * CHAR_PX * k}
                  height={16 * k}
                  transform={`translate(${(-twice.length * CHAR_PX * k) / 2} 0)`}
                />
                <text
                  className={styles.twiceText}
                  x={percent((bar.from + bar.to) / 2)}
                  y={4 * k}
                  textAnchor="middle"
                >
                  {twice}
                </text>
              </g>
            )}
          </g>
        ))}
      </svg>
      {refusal && <p className={styles.refusal}>{eventText(refusal, false)}</p>}
    </div>
  );
}

/** The first of each kind: a second node that notices is no news. */
function marked(row: CourseRow): { atUs: number; text: string; rank: number }[] {
  const twiceUs = new Set(row.events.filter(({ code }) => code === 'split-brain').map(({ atUs }) => atUs));
  const seen = new Set<string>();
  return row.events.flatMap(({ atUs, code }) => {
    const mark = MARKS[code];
    if (mark === undefined || seen.has(code)) return [];
    // That it is up says less than that it now runs twice.
    if (code === 'booted' && twiceUs.has(atUs)) return [];
    seen.add(code);
    return [{ atUs, ...mark }];
  });
}
