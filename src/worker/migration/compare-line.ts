/** A migration's remaining bytes and its guest's state over time, in few rows. */
import { MOVE, MOVE_PHASE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import type { SoloJournal } from '../../engine/simulation/solo-journal.ts';
import { COMPARE, COMPARE_WIDTH } from '../../protocol/migration/requests.ts';

export const RUNS = 1;
const WAITS = 0.5;
const PAUSED = 0;

/**
 * @param samples about so many rows, at even distances of time; a row on either side of each change of the guest's
 * state comes on top, so that no pause is too short to be there
 */
export function compareLine(
  { series, rows, endMs }: Pick<SoloJournal, 'series' | 'rows' | 'endMs'>,
  samples: number,
): { line: Float64Array; rows: number } {
  const everyMs = endMs / Math.max(1, samples - 1);
  const line: number[] = [];
  let before = row(series, 0, 0);
  let dueMs: Millis = 0;
  for (let i = 0; i < rows; i += 1) {
    const now = row(series, i, Math.max(0, i - 1));
    const changes = now[COMPARE.running] !== before[COMPARE.running];
    const isLast = i === rows - 1;
    if (changes && line.at(-COMPARE_WIDTH) !== before[COMPARE.ms]) line.push(...before);
    if (changes || isLast || now[COMPARE.ms] >= dueMs) {
      line.push(...now);
      dueMs = now[COMPARE.ms] + everyMs;
    }
    before = now;
  }
  return { line: Float64Array.from(line), rows: line.length / COMPARE_WIDTH };
}

type Row = [ms: number, remainingBytes: number, running: number];

function row(series: Float64Array, at: number, before: number): Row {
  const of = (column: number, i = at): number => series[i * MOVE_WIDTH + column] as number;
  const waited = of(MOVE.stalledMs) > of(MOVE.stalledMs, before);
  return [of(MOVE.ms), of(MOVE.remainingBytes), running(of(MOVE.phase), of(MOVE.throttlePercent), waited)];
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
