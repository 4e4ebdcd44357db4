/**
 * The figures of one side over time, as one table: the rows of the whole run with the finer ones of the pause among
 * them. Counters are taken as straight lines between two rows, levels stay until the next one.
 */
import { MOVE, MOVE_PHASE, MOVE_WIDTH } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import type { SoloSpec } from '../../protocol/migration/model.ts';
import type { MoveSide } from '../../protocol/migration/requests.ts';

export interface Track {
  /** rows of MOVE_WIDTH in order of time */
  readonly table: Float64Array;
  readonly rows: number;
  readonly endMs: Millis;
  readonly suspendedMs: Millis | null;
  readonly resumedMs: Millis | null;
}

export type TrackSource = Pick<
  MoveSide,
  'series' | 'rows' | 'pause' | 'pauseRows' | 'endMs' | 'suspendedMs' | 'resumedMs'
>;

export function trackOf(side: TrackSource): Track {
  const { series, rows, pause, pauseRows, endMs, suspendedMs, resumedMs } = side;
  const table = new Float64Array((rows + pauseRows) * MOVE_WIDTH);
  let count = 0;
  let fine = 0;
  const take = (from: Float64Array, row: number) => {
    const part = from.subarray(row * MOVE_WIDTH, (row + 1) * MOVE_WIDTH);
    // Of two rows at one moment the later one counts.
    if (count > 0 && table[(count - 1) * MOVE_WIDTH] === part[0]) count -= 1;
    table.set(part, count * MOVE_WIDTH);
    count += 1;
  };
  for (let row = 0; row < rows; row += 1) {
    const ms = series[row * MOVE_WIDTH] ?? 0;
    for (; fine < pauseRows && (pause[fine * MOVE_WIDTH] ?? 0) < ms; fine += 1) take(pause, fine);
    take(series, row);
  }
  for (; fine < pauseRows; fine += 1) take(pause, fine);
  // The end is told in whole microseconds; the last row must not lie behind it.
  const last = (count - 1) * MOVE_WIDTH;
  if (count > 0) table[last] = Math.min(table[last] as number, endMs);
  return { table: table.subarray(0, count * MOVE_WIDTH), rows: count, endMs, suspendedMs, resumedMs };
}

/** The last row at or before a moment; −1 = none. */
export function rowBefore({ table, rows }: Track, ms: Millis): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table[middle * MOVE_WIDTH] as number) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A level at a moment; NaN before the first row. */
export function levelAt(track: Track, column: number, ms: Millis): number {
  const row = rowBefore(track, ms);
  return row < 0 ? Number.NaN : (track.table[row * MOVE_WIDTH + column] as number);
}

/** A counter at a moment, between two rows on the straight line. */
export function counterAt(track: Track, column: number, ms: Millis): number {
  const { table, rows } = track;
  const row = rowBefore(track, ms);
  if (row < 0) return (table[column] as number | undefined) ?? 0;
  const at = row * MOVE_WIDTH;
  const value = table[at + column] as number;
  if (row + 1 >= rows) return value;
  const startMs = table[at] as number;
  const nextMs = table[at + MOVE_WIDTH] as number;
  const next = table[at + MOVE_WIDTH + column] as number;
  return nextMs > startMs ? value + ((next - value) * (ms - startMs)) / (nextMs - startMs) : value;
}

/** Growth of a counter per ms over a span; 0 where the span is empty. */
export function rateOver(track: Track, column: number, fromMs: Millis, toMs: Millis): number {
  const from = Math.max(0, fromMs);
  return toMs > from ? (counterAt(track, column, toMs) - counterAt(track, column, from)) / (toMs - from) : 0;
}

/** How long the guest was paused within a span. */
function pausedWithin(
  { suspendedMs, resumedMs, endMs, table, rows }: Track,
  from: Millis,
  to: Millis,
): Millis {
  if (suspendedMs === null) return 0;
  const lost = table[(rows - 1) * MOVE_WIDTH + MOVE.phase] === MOVE_PHASE.lost;
  const end = resumedMs ?? (lost ? endMs : Number.POSITIVE_INFINITY);
  return Math.max(0, Math.min(to, end) - Math.max(from, suspendedMs));
}

/** At one moment, waiting for pages left aside. */
function speedAt(track: Track, ms: Millis): number {
  const { suspendedMs, resumedMs, endMs } = track;
  if (ms >= endMs || (resumedMs !== null && ms >= resumedMs)) return 1;
  if (suspendedMs !== null && ms >= suspendedMs) return 0;
  return 1 - (levelAt(track, MOVE.throttlePercent, ms) || 0) / 100;
}

/**
 * Share of its full speed that the guest had over a span: 0 while it is paused, less while it is throttled or waits
 * for pages. NaN once the VM is lost.
 */
export function guestSpeed(track: Track, fromMs: Millis, toMs: Millis): number {
  const { endMs, table, rows } = track;
  if (rows === 0) return Number.NaN;
  const phase = table[(rows - 1) * MOVE_WIDTH + MOVE.phase];
  if (phase === MOVE_PHASE.lost && toMs >= endMs) return Number.NaN;
  const span = toMs - fromMs;
  if (!(span > 0)) return speedAt(track, fromMs);
  const awake = span - pausedWithin(track, fromMs, toMs);
  const stalled = counterAt(track, MOVE.stalledMs, toMs) - counterAt(track, MOVE.stalledMs, fromMs);
  const over = fromMs >= endMs;
  const throttle = over ? 0 : levelAt(track, MOVE.throttlePercent, Math.min(toMs, fromMs + span / 2)) || 0;
  const resumed = track.resumedMs !== null && fromMs >= track.resumedMs;
  const working = awake * (resumed ? 1 : 1 - throttle / 100) - stalled;
  return Math.max(0, Math.min(1, working / span));
}

/** Bytes are counted by whole pages: over fewer of them a rate shivers. */
const LEAST_PAGES = 32;

/**
 * Span over which a rate is taken at a moment: where a pace sends one burst a window, whole windows, unless the bursts
 * are wide enough to be seen.
 */
export function rateSpan(pixelMs: Millis, { link, strategy, vm }: SoloSpec): Millis {
  const leastMs = (LEAST_PAGES * vm.pageBytes * 1000) / link.bandwidthBytesPerSecond;
  const wanted = Math.max(pixelMs * 2, leastMs);
  const { windowMs } = strategy;
  if (windowMs <= 0 || wanted < windowMs / 8) return wanted;
  return Math.ceil(wanted / windowMs) * windowMs;
}
