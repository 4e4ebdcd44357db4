/** A side's totals at a moment, for the table. */
import { MOVE, MOVE_PHASE, MOVE_STATE, MOVE_WIDTH } from '../../../base/columns.ts';
import type { Bytes, Millis, Pages } from '../../../base/units.ts';
import type { Track } from '../../../layout/migration/lane-track.ts';
import type { ShownSide } from '../shown.ts';
import { pauseOf } from './pause-parts.ts';

export interface Totals {
  readonly over: boolean;
  readonly outcome: 'completed' | 'aborted' | 'lost' | null;
  readonly totalMs: Millis;
  /** null before the pause */
  readonly downtimeMs: Millis | null;
  readonly bytesSent: Bytes;
  /** transmissions of a page that had been sent before */
  readonly sentAgain: Pages;
  /** time the VM could not work: paused, waiting, throttled */
  readonly lostMs: Millis;
}

const OUTCOMES: Readonly<Record<number, Totals['outcome']>> = {
  [MOVE_PHASE.completed]: 'completed',
  [MOVE_PHASE.aborted]: 'aborted',
  [MOVE_PHASE.lost]: 'lost',
};

export function totalsOf(shown: ShownSide): Totals {
  const { side, track, moment, atMs } = shown;
  const value = (column: number): number => moment.values[column] ?? 0;
  const count = (state: number): number => moment.counts[state] ?? 0;
  const outcome = OUTCOMES[value(MOVE.phase)] ?? null;
  const over = outcome !== null;
  const pause = pauseOf(shown);
  const untilMs = Math.min(atMs, side.endMs);
  const given = value(MOVE.phase) >= MOVE_PHASE.postCopy ? (side.result.postCopy?.balloonedPages ?? 0) : 0;
  const once = side.pages - count(MOVE_STATE.toSend) - count(MOVE_STATE.heldBack) - given;
  return {
    over,
    outcome,
    totalMs: untilMs,
    downtimeMs: pause?.ms ?? null,
    bytesSent: value(MOVE.bytesSent),
    sentAgain: Math.max(0, value(MOVE.pagesSent) - once),
    lostMs:
      (pause?.ms ?? 0) +
      value(MOVE.stalledMs) +
      throttledMs(track, Math.min(untilMs, pause?.fromMs ?? untilMs)),
  };
}

/** How long auto-converge had the guest asleep until a moment. */
function throttledMs({ table, rows }: Track, untilMs: Millis): Millis {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    const at = row * MOVE_WIDTH;
    const from = table[at] ?? 0;
    if (from >= untilMs) break;
    const to = row + 1 < rows ? Math.min(untilMs, table[at + MOVE_WIDTH] ?? untilMs) : untilMs;
    sum += ((to - from) * (table[at + MOVE.throttlePercent] ?? 0)) / 100;
  }
  return sum;
}
