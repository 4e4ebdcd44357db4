/**
 * A small picture of each migration, all on one time axis and one height, in thousandths of the picture's width and
 * hundredths of its height:
 *
 *   0 ┌──────────────┐
 *     │\  left to    │
 *     │ \  send      │
 *     │  \/\__       │
 * 100 └──────────────┘
 *     ──────▨▨▨▨■■      the guest runs, is slowed down, is paused
 */
import { line } from 'd3';
import type { Bytes, Millis } from '../../base/units.ts';
import { COMPARE, COMPARE_WIDTH, type CompareRow } from '../../protocol/migration/requests.ts';
import { evenTicks } from './curve-axis.ts';

export const PICTURE_WIDTH = 1000;
export const PICTURE_HEIGHT = 100;

/** What runs on much longer than those that arrive is cut off, or the others would be too small to see. */
const MUCH_LONGER = 2;
/** this share of those that arrive is never cut off */
const MOST = 0.8;
const ROOM_BEYOND = 1.06;

export interface PictureAxis {
  readonly endMs: Millis;
  readonly ticks: readonly Millis[];
  readonly mostBytes: Bytes;
}

export type GuestState = 'runs' | 'slowed' | 'paused';

interface GuestSpan {
  readonly state: GuestState;
  /** shares of the axis, 0–1 */
  readonly from: number;
  readonly to: number;
}

export interface SmallPicture {
  /** the area below the curve, and the curve */
  readonly area: string;
  readonly curve: string;
  readonly spans: readonly GuestSpan[];
  /** share of the axis where the migration is over; null = beyond the axis */
  readonly end: number | null;
}

type Drawn = Pick<CompareRow, 'line' | 'rows' | 'result'>;

/** @param wanted about how many numbers the axis is to carry */
export function pictureAxis(rows: readonly Drawn[], wanted: number): PictureAxis {
  const ends = (of: readonly Drawn[]) => of.filter((row) => row.rows > 0).map((row) => lastMs(row));
  const longest = Math.max(0, ...ends(rows));
  const arrived = usualEnd(ends(rows.filter(({ result }) => result?.outcome === 'completed')));
  const endMs = arrived > 0 && longest > arrived * MUCH_LONGER ? arrived * ROOM_BEYOND : longest;
  let mostBytes = 0;
  for (const row of rows) {
    for (let i = 0; i < row.rows; i += 1)
      mostBytes = Math.max(mostBytes, cell(row, i, COMPARE.remainingBytes));
  }
  return { endMs: endMs > 0 ? endMs : 1, ticks: evenTicks(endMs > 0 ? endMs : 1, wanted), mostBytes };
}

/** The last end that is not far beyond those of most; 0 of none. */
function usualEnd(ends: readonly Millis[]): Millis {
  const sorted = [...ends].sort((a, b) => a - b);
  const most = sorted[Math.floor(MOST * sorted.length)] ?? 0;
  return sorted.findLast((end) => end <= MUCH_LONGER * most) ?? 0;
}

export function smallPicture(row: Drawn, axis: PictureAxis): SmallPicture {
  const points: [number, number][] = [];
  for (let i = 0; i < row.rows; i += 1) {
    const ms = cell(row, i, COMPARE.ms);
    points.push([xOf(ms, axis), yOf(cell(row, i, COMPARE.remainingBytes), axis)]);
    // One point beyond the axis is enough to leave it in the right direction.
    if (ms > axis.endMs) break;
  }
  const last = points.at(-1);
  const path = line();
  const curve = path(points) ?? '';
  const first = points[0];
  const area =
    first === undefined || last === undefined
      ? ''
      : `${curve}L${last[0]},${PICTURE_HEIGHT}L${first[0]},${PICTURE_HEIGHT}Z`;
  const endMs = lastMs(row);
  return { area, curve, spans: guestSpans(row, axis), end: endMs <= axis.endMs ? endMs / axis.endMs : null };
}

/** A sample's state holds until the next one. */
function guestSpans(row: Drawn, axis: PictureAxis): GuestSpan[] {
  const spans: { state: GuestState; from: number; to: number }[] = [];
  for (let i = 0; i + 1 < row.rows; i += 1) {
    const from = cell(row, i, COMPARE.ms) / axis.endMs;
    if (from >= 1) break;
    const to = Math.min(1, cell(row, i + 1, COMPARE.ms) / axis.endMs);
    const state = stateOf(cell(row, i, COMPARE.running));
    const before = spans.at(-1);
    if (before?.state === state) before.to = to;
    else spans.push({ state, from, to });
  }
  return spans;
}

function stateOf(running: number): GuestState {
  if (running >= 1) return 'runs';
  return running > 0 ? 'slowed' : 'paused';
}

function lastMs(row: Drawn): Millis {
  return row.rows > 0 ? cell(row, row.rows - 1, COMPARE.ms) : 0;
}

function cell({ line: columns }: Drawn, row: number, column: number): number {
  return columns[row * COMPARE_WIDTH + column] ?? 0;
}

function xOf(ms: Millis, axis: PictureAxis): number {
  return round((PICTURE_WIDTH * ms) / axis.endMs);
}

function yOf(bytes: Bytes, axis: PictureAxis): number {
  return axis.mostBytes > 0 ? round(PICTURE_HEIGHT * (1 - bytes / axis.mostBytes)) : PICTURE_HEIGHT;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
