/**
 * Where nothing is won. Rounds that leave as much as they began with; and where what is left goes up although pages leave. The curve is cut into legs that turn only where it moves by more than
 * noise (the bursts of a pace make it shiver); each leg upwards is a rise, with what happened in it.
 */
import { MOVE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis, Pages } from '../../base/units.ts';
import type { RoundBar } from './lane-rounds.ts';
import { rowBefore, type Track } from './lane-track.ts';

export interface Rise {
  readonly fromMs: Millis;
  readonly toMs: Millis;
  /** rounds it lies in */
  readonly fromRound: number;
  readonly toRound: number;
  readonly from: Pages;
  readonly to: Pages;
  readonly sent: Pages;
  /** pages that began to be missing */
  readonly dirtied: Pages;
  /** how much of it an outage held the link up, 0–1 */
  readonly down: number;
}

/** Noise: less than this share of the memory, or of where the leg began. */
const OF_MEMORY = 0.008;
const OF_START = 0.25;

/** @returns in order of time, as far as a run was shown */
export function rises(track: Track, pages: Pages, untilMs: Millis): Rise[] {
  const { table } = track;
  const rows = rowBefore(track, untilMs) + 1;
  const out: Rise[] = [];
  const at = (row: number, column: number) => table[row * MOVE_WIDTH + column] as number;
  const noise = (value: Pages) => Math.max(OF_MEMORY * pages, OF_START * value);
  let low = 0;
  let high = -1;
  for (let row = 1; row < rows; row += 1) {
    const left = at(row, MOVE.remainingPages);
    if (high < 0) {
      if (left <= at(low, MOVE.remainingPages)) low = row;
      else if (left - at(low, MOVE.remainingPages) > noise(at(low, MOVE.remainingPages))) high = row;
    } else if (left >= at(high, MOVE.remainingPages)) high = row;
    else if (at(high, MOVE.remainingPages) - left > noise(left)) {
      out.push(riseOf(track, low, high));
      low = row;
      high = -1;
    }
  }
  if (high >= 0) out.push(riseOf(track, low, high));
  return out;
}

/** Consecutive rounds, in each of which as much was dirtied as was sent, or more. */
export interface Standstill {
  readonly fromMs: Millis;
  readonly toMs: Millis;
  readonly fromRound: number;
  readonly toRound: number;
  /** in all of them */
  readonly sent: Pages;
  readonly dirtied: Pages;
  /** missing at the end */
  readonly left: Pages;
}

/** Less than this share gained is nothing. */
const GAIN = 0.03;

export function standstills(bars: readonly RoundBar[]): Standstill[] {
  const out: Standstill[] = [];
  for (const bar of bars) {
    if (bar.kind !== 'live' || !bar.over || bar.dirtied < bar.sent * (1 - GAIN) || bar.sent === 0) continue;
    const before = out.at(-1);
    const follows = before !== undefined && before.toRound === bar.number - 1;
    if (follows) out.pop();
    out.push({
      fromMs: follows ? before.fromMs : bar.startMs,
      toMs: bar.endMs,
      fromRound: follows ? before.fromRound : bar.number,
      toRound: bar.number,
      sent: bar.sent + (follows ? before.sent : 0),
      dirtied: bar.dirtied + (follows ? before.dirtied : 0),
      left: bar.remaining,
    });
  }
  return out;
}

function riseOf({ table }: Track, low: number, high: number): Rise {
  const of = (row: number, column: number) => table[row * MOVE_WIDTH + column] as number;
  const grown = (column: number) => of(high, column) - of(low, column);
  const fromMs = of(low, MOVE.ms);
  const toMs = of(high, MOVE.ms);
  let downMs = 0;
  for (let row = low; row < high; row += 1) {
    if (of(row, MOVE.linkDown) === 1) downMs += of(row + 1, MOVE.ms) - of(row, MOVE.ms);
  }
  const sent = grown(MOVE.pagesSent);
  return {
    fromMs,
    toMs,
    fromRound: Math.max(1, of(low, MOVE.round)),
    toRound: Math.max(1, of(high, MOVE.round)),
    from: of(low, MOVE.remainingPages),
    to: of(high, MOVE.remainingPages),
    sent,
    dirtied: sent + grown(MOVE.remainingPages),
    down: toMs > fromMs ? downMs / (toMs - fromMs) : 0,
  };
}
