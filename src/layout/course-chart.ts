/** One course of a failure as shapes on the axis all courses share. x is a share of the axis, 0–1; nothing knows pixels. */
import { MICROS_PER_SECOND, type Micros, type Millis } from '../base/units.ts';
import type { CourseRow } from '../protocol/requests.ts';
import { placeInRow, type RowItem } from './label-row.ts';

/** min, mean, max of 100 ms of pings, as the engine writes them. */
const BIN_US: Micros = 100_000;
const BIN_WIDTH = 3;

/** Round trips from 0.1 to 10 ms on a log scale; what lies beyond stands at its edge. */
const RTT_DECADES: readonly [Millis, Millis] = [0.1, 10];
/** Units of the round trips' own picture: it is stretched over whatever room there is. */
export const RTT_BOX = { width: 1000, height: 100 } as const;

interface Bar {
  readonly from: number;
  readonly to: number;
}

interface Lane {
  /** 0-based */
  readonly node: number;
  readonly truth: readonly (Bar & { readonly what: 'runs' | 'boots' | 'stands' })[];
  /** `by`: the nodes that believe so, 0-based */
  readonly belief: readonly (Bar & { readonly by: number })[];
}

export interface Mark {
  readonly at: number;
  /** null where there is no room for words */
  readonly label: { readonly text: string; readonly shiftPx: number } | null;
}

export interface CourseChart {
  readonly lanes: readonly Lane[];
  readonly gaps: readonly (Bar & { readonly open: boolean })[];
  /** where it runs twice */
  readonly twice: readonly Bar[];
  /** SVG paths in RTT_BOX: from the fastest to the slowest ping, and their means */
  readonly rtt: { readonly band: string; readonly mean: string };
}

export function courseChart(row: CourseRow, axisUs: Micros): CourseChart {
  const bars = <T extends { fromUs: Micros; toUs: Micros }>(spans: readonly T[]): (T & Bar)[] =>
    spans.flatMap((span) => {
      const from = span.fromUs / axisUs;
      return from >= 1 ? [] : [{ ...span, from, to: Math.min(1, span.toUs / axisUs) }];
    });
  const truth = bars(row.truth);
  const belief = bars(row.belief);
  // The same lanes whatever the axis, so that switching moves nothing up or down.
  const nodes = [...new Set([row.node - 1, ...[...row.truth, ...row.belief].map(({ node }) => node)])];
  return {
    lanes: nodes
      .toSorted((a, b) => a - b)
      .map((node) => ({
        node,
        truth: truth.filter((span) => span.node === node),
        belief: belief.filter((span) => span.node === node),
      })),
    gaps: bars(row.gaps),
    twice: overlaps(truth.filter(({ what }) => what === 'runs')),
    rtt: rttPaths(row.rtt, axisUs),
  };
}

/** Where two nodes run it at once. */
function overlaps(runs: readonly (Bar & { readonly node: number })[]): Bar[] {
  return runs.flatMap((a, i) =>
    runs.slice(i + 1).flatMap((b) => {
      const bar = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
      return a.node !== b.node && bar.from < bar.to ? [bar] : [];
    }),
  );
}

/** 0 = bottom, 1 = top. */
export function rttHeight(ms: Millis): number {
  const [low, high] = RTT_DECADES;
  const share = Math.log(ms / low) / Math.log(high / low);
  return Math.max(0, Math.min(1, share));
}

function rttPaths(rtt: Float64Array, axisUs: Micros): CourseChart['rtt'] {
  const bins = Math.min(rtt.length / BIN_WIDTH, Math.ceil(axisUs / BIN_US));
  // On a long axis several bins share a place.
  const joined = Math.max(1, Math.round(bins / 400));
  const x = (bin: number): string => number((bin * BIN_US * RTT_BOX.width) / axisUs);
  const y = (ms: Millis): string => number((1 - rttHeight(ms)) * RTT_BOX.height);
  let band = '';
  let mean = '';
  let broken = true;
  for (let bin = 0; bin < bins; bin += joined) {
    const column = columnOf(rtt, bin, Math.min(bin + joined, bins));
    if (column === null) {
      broken = true;
      continue;
    }
    const left = x(bin);
    const right = x(Math.min(bin + joined, bins));
    const top = y(column.max);
    const bottom = y(column.min);
    band += `M${left} ${top}H${right}V${bottom}H${left}Z`;
    mean += `${broken ? 'M' : 'L'}${left} ${y(column.mean)}H${right}`;
    broken = false;
  }
  return { band, mean };
}

function columnOf(
  rtt: Float64Array,
  from: number,
  to: number,
): { min: number; mean: number; max: number } | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (let bin = from; bin < to; bin += 1) {
    const mean = rtt[bin * BIN_WIDTH + 1] ?? Number.NaN;
    if (Number.isNaN(mean)) continue;
    min = Math.min(min, rtt[bin * BIN_WIDTH] ?? mean);
    max = Math.max(max, rtt[bin * BIN_WIDTH + 2] ?? mean);
    sum += mean;
    count += 1;
  }
  return count === 0 ? null : { min, mean: sum / count, max };
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** A label may stand so far from its mark. */
const NEAR_PX = 90;

/**
 * Marks of moments with words where they fit.
 * @param words by moment; '' = a mark without words; earlier in the list of ranks = more important
 * @param room width in px that words are placed for; wider pictures only have more room
 */
export function courseMarks(
  events: readonly { readonly atUs: Micros; readonly text: string; readonly rank: number }[],
  axisUs: Micros,
  room: number,
  widthOf: (text: string) => number,
): Mark[] {
  const seen = events.filter(({ atUs }) => atUs <= axisUs);
  const items: RowItem[] = seen.map(({ atUs, text, rank }) => {
    const from = (atUs / axisUs) * room;
    return { from, to: from + NEAR_PX, texts: text === '' ? [''] : [text, ''], rank };
  });
  const places = placeInRow(items, room, widthOf);
  return seen.map(({ atUs }, i) => {
    const place = places[i];
    const label =
      place == null || place.text === ''
        ? null
        : { text: place.text, shiftPx: place.x - (items[i]?.from ?? 0) };
    return { at: atUs / axisUs, label };
  });
}

/** Seconds at which the axis carries a number. */
export function courseTicks(axisUs: Micros): number[] {
  const seconds = axisUs / MICROS_PER_SECOND;
  const step = seconds <= 30 ? 5 : 20;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step);
}
