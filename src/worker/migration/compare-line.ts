/** A migration's remaining bytes and its guest's state over time, in few rows. */
import { MOVE, MOVE_PHASE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import type { SoloJournal } from '../../engine/simulation/solo-journal.ts';
import { COMPARE_WIDTH } from '../../protocol/migration/requests.ts';

const RUNS = 1;
const WAITS = 0.5;
const PAUSED = 0;

/**
 * @param samples about so many rows, at even distances of time; a row on either side of each pause's borders comes on
 * top, so that no pause is too short to be there
 */
export function compareLine(
  { series, rows, endMs }: Pick<SoloJournal, 'series' | 'rows' | 'endMs'>,
  samples: number,
): { line: Float64Array; rows: number } {
  const everyMs = endMs / Math.max(1, samples - 1);
  const line: number[] = [];
  let told = 0;
  const tell = (at: number) => {
    if (line.length > 0 && at === told) return;
    line.push(...row(series, at, told));
    told = at;
  };
  let dueMs: Millis = 0;
  for (let i = 0; i < rows; i += 1) {
    const turns = i > 0 && isPaused(series, i) !== isPaused(series, i - 1);
    if (turns) tell(i - 1);
    if (!turns && i < rows - 1 && cell(series, i, MOVE.ms) < dueMs) continue;
    tell(i);
    dueMs = cell(series, i, MOVE.ms) + everyMs;
  }
  return { line: Float64Array.from(line), rows: line.length / COMPARE_WIDTH };
}

function cell(series: Float64Array, row: number, column: number): number {
  return series[row * MOVE_WIDTH + column] as number;
}

function isPaused(series: Float64Array, row: number): boolean {
  const phase = cell(series, row, MOVE.phase);
  return phase === MOVE_PHASE.suspended || phase === MOVE_PHASE.lost;
}

/** @param since the row told before: who waited since then did not run all the time */
function row(series: Float64Array, at: number, since: number): number[] {
  const waited = cell(series, at, MOVE.stalledMs) > cell(series, since, MOVE.stalledMs);
  const state = running(cell(series, at, MOVE.phase), cell(series, at, MOVE.throttlePercent), waited);
  return [cell(series, at, MOVE.ms), cell(series, at, MOVE.remainingBytes), state];
}

function running(phase: number, throttlePercent: number, waited: boolean): number {
  switch (phase) {
    case MOVE_PHASE.suspended:
    case MOVE_PHASE.lost:
      return PAUSED;
    case MOVE_PHASE.live:
      return throttlePercent > 0 ? WAITS : RUNS;
    case MOVE_PHASE.postCopy:
      return waited ? WAITS : RUNS;
    default:
      return RUNS;
  }
}
