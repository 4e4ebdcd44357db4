/** What the comparison of all strategies compares, and which row does best. Plain arithmetic on results. */
import type { CompareRow } from '../../protocol/migration/requests.ts';

/**
 * totalMs, downtimeMs, sentBytes as the result says; timesMemory sentBytes against the VM's RAM; rounds the live ones;
 * lostMs what the guest missed of its time: paused, waiting for pages, put to sleep by a throttle; cpuMs what the
 * migration itself kept a core of the source busy for.
 */
export const COMPARE_COLUMNS = [
  'totalMs',
  'downtimeMs',
  'sentBytes',
  'timesMemory',
  'rounds',
  'lostMs',
  'cpuMs',
] as const;
export type CompareColumn = (typeof COMPARE_COLUMNS)[number];

/** More rounds are neither better nor worse, and × memory says the same as the bytes. */
const RATED_COLUMNS: ReadonlySet<CompareColumn> = new Set([
  'totalMs',
  'downtimeMs',
  'sentBytes',
  'lostMs',
  'cpuMs',
]);

export interface ComparedRow extends CompareRow {
  /** place among all rows as they were asked for */
  readonly place: number;
  readonly values: Readonly<Record<CompareColumn, number | null>>;
}

/** @param memoryBytes of the VM's RAM */
export function comparedRow(row: CompareRow, place: number, memoryBytes: number): ComparedRow {
  return { ...row, place, values: valuesOf(row, memoryBytes) };
}

/** A pause that never came, or never ended, has no length. */
function valuesOf({ result, cpuMs }: CompareRow, memoryBytes: number): ComparedRow['values'] {
  if (result === null) {
    return {
      totalMs: null,
      downtimeMs: null,
      sentBytes: null,
      timesMemory: null,
      rounds: null,
      lostMs: null,
      cpuMs: null,
    };
  }
  const completed = result.outcome === 'completed';
  const wasPaused =
    completed || result.downtimeMs > 0 || (result.lost !== null && result.lost.phase !== 'live');
  const throttledMs = result.rounds.reduce(
    (sum, { durationMs, throttlePercent = 0 }) => sum + (durationMs * throttlePercent) / 100,
    0,
  );
  // The copy with the VM paused, or what follows the VM, stands last in the list and is no live round.
  const last = wasPaused ? result.rounds.at(-1) : undefined;
  const lastThrottledMs = last === undefined ? 0 : (last.durationMs * (last.throttlePercent ?? 0)) / 100;
  return {
    totalMs: result.totalTimeMs,
    downtimeMs: wasPaused && result.outcome !== 'vm-lost' ? result.downtimeMs : null,
    sentBytes: result.bytesSent,
    timesMemory: memoryBytes > 0 ? result.bytesSent / memoryBytes : null,
    rounds: result.rounds.length - (last === undefined ? 0 : 1),
    lostMs:
      result.outcome === 'vm-lost'
        ? null
        : result.downtimeMs + (result.postCopy?.stalledMs ?? 0) + throttledMs - lastThrottledMs,
    cpuMs: cpuMs ?? null,
  };
}

/** What is told of each: who differs by less is as good. */
const DIGIT: Readonly<Record<CompareColumn, number>> = {
  totalMs: 10,
  downtimeMs: 0.1,
  sentBytes: 100_000,
  timesMemory: 0.01,
  rounds: 1,
  lostMs: 0.1,
  cpuMs: 1,
};

/** Places of the rows that do best in a column: only who arrived can win. Empty where nothing is to be won. */
export function bestPlaces(rows: readonly ComparedRow[], column: CompareColumn): ReadonlySet<number> {
  const arrived = RATED_COLUMNS.has(column)
    ? rows.filter(({ result, values }) => result?.outcome === 'completed' && values[column] !== null)
    : [];
  const told = ({ values }: ComparedRow) => Math.round((values[column] ?? 0) / DIGIT[column]);
  const least = Math.min(...arrived.map(told));
  const best = arrived.filter((row) => told(row) === least);
  // Where nearly all are alike it is no distinction.
  return new Set(2 * best.length > rows.length ? [] : best.map(({ place }) => place));
}

/** What is beyond so many times the value that so many of them keep to is an outlier. */
const FAR = 4;
const MOST = 0.8;

/**
 * What a full bar stands for: the largest value of the column, but for outliers, which would make all others too short
 * to compare. 0 where there is none.
 */
export function fullBar(rows: readonly ComparedRow[], column: CompareColumn): number {
  return largestUsual(rows.flatMap(({ values }) => values[column] ?? []));
}

/** The largest of some values that is not far beyond most of them; 0 of none. */
export function largestUsual(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const most = sorted[Math.floor(MOST * (sorted.length - 1))] ?? 0;
  return most > 0 ? (sorted.findLast((value) => value <= FAR * most) ?? 0) : (sorted.at(-1) ?? 0);
}
