/** What the curves of a race say at a moment, over a stretch, and after a shift of the hot keys. Plain arithmetic on samples. */
import type { LabSpec } from '../../protocol/trees/model.ts';
import { RACE, RACE_WIDTH, type RaceLine } from '../../protocol/trees/requests.ts';

export type RaceColumn = keyof typeof RACE;
type Columns = Pick<RaceLine, 'columns' | 'rows'>;

/** NaN where there is no such row. */
export function raceCell({ columns, rows }: Columns, row: number, column: RaceColumn): number {
  return row >= 0 && row < rows ? (columns[row * RACE_WIDTH + RACE[column]] ?? Number.NaN) : Number.NaN;
}

/** The last row with at most so many operations, −1 = none. */
export function rowAt(line: Columns, operations: number): number {
  let low = 0;
  let high = line.rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (raceCell(line, middle, 'operations') <= operations) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Mean per operation between two rows; NaN where nothing lies between them. */
export function meanBetween(
  line: Columns,
  from: number,
  to: number,
  column: 'visited' | 'rotations',
): number {
  const start = raceCell(line, from, 'operations');
  const end = raceCell(line, to, 'operations');
  const before = start === 0 ? 0 : start * raceCell(line, from, column);
  return end > start ? (end * raceCell(line, to, column) - before) / (end - start) : Number.NaN;
}

/** Mean of the last `stretch` operations before a row, as near as the samples allow, and at least since the sample before. */
export function recentMean(
  line: Columns,
  row: number,
  stretch: number,
  column: 'visited' | 'rotations',
): number {
  const from = rowAt(line, raceCell(line, row, 'operations') - stretch);
  return meanBetween(line, Math.max(0, Math.min(from, row - 1)), row, column);
}

/** Mean of the hot keys' depth at the samples of the last `stretch` operations before a row: from moment to moment it jumps. */
export function recentHotDepth(line: Columns, row: number, stretch: number): number {
  const from = rowAt(line, raceCell(line, row, 'operations') - stretch);
  let sum = 0;
  let count = 0;
  for (let at = Math.max(0, Math.min(from + 1, row)); at <= row; at += 1) {
    const depth = raceCell(line, at, 'hotDepth');
    if (Number.isNaN(depth)) continue;
    sum += depth;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}

/** A stretch that is long enough not to jump about, and short enough to show a change. */
export function stretchOf(operations: number): number {
  return Math.max(1, Math.min(operations, Math.max(50, Math.round(operations / 20))));
}

/**
 * Numbers of operations after which other keys become hot (engine/lab/streams/hot-shift.ts); empty for other streams.
 * What was typed before a shift puts it off.
 * @param preset the share where the lab gives none
 */
export function shiftsOf({ stream, typed }: Pick<LabSpec, 'stream' | 'typed'>, preset: number): number[] {
  if (stream.kind !== 'hot-shift') return [];
  const share = Number(stream.parameters.shiftAfter ?? preset);
  const every = Math.max(1, Math.round(share * stream.length));
  const shifts: number[] = [];
  for (let at = every; at < stream.length && shifts.length < 100; at += every)
    shifts.push(at + typed.filter(({ before }) => before <= at).length);
  return shifts;
}

/** How near to what it was before counts as having come back. */
const NEAR = 1.1;

export interface Recovery {
  /** nodes visited per operation in the second half of the time before the shift */
  readonly before: number;
  /** operations after the shift; null = not yet */
  readonly needed: number | null;
}

/**
 * When a tree has come back from a shift: the operations after which its mean over the next `stretch` operations is
 * within 10 % of what it was before. Null where the line does not reach so far.
 * @param since the shift before this one, 0 = none @param until the shift after it, or the end
 */
export function recoveryOf(
  line: Columns,
  { since, shift, until }: { since: number; shift: number; until: number },
  stretch: number,
): Recovery | null {
  const atShift = rowAt(line, shift);
  const half = rowAt(line, (since + shift) / 2);
  const before = meanBetween(line, half, atShift, 'visited');
  if (!Number.isFinite(before)) return null;
  // The row at the shift, or the first one after it: nothing from before may be in the stretch.
  const first = raceCell(line, atShift, 'operations') === shift ? atShift : atShift + 1;
  let looked = false;
  for (let from = first; from < line.rows; from += 1) {
    const start = raceCell(line, from, 'operations');
    const to = rowAt(line, start + stretch);
    const end = raceCell(line, to, 'operations');
    if (to <= from || end > until) break;
    if (end - start < stretch / 2) break;
    looked = true;
    if (meanBetween(line, from, to, 'visited') <= NEAR * before)
      // Back at the first look: nearer than the samples tell, so at once.
      return { before, needed: from === first ? 0 : start - shift };
  }
  return looked ? { before, needed: null } : null;
}
