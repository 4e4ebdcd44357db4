/** Append-only columns of one branch: they grow in place, so that a frame costs only its new rows. */
import { SERIES_NAMES, type SeriesName } from '../base/columns.ts';
import type { Micros } from '../base/units.ts';
import type { SeriesChunk } from '../protocol/frame.ts';
import { emptySeries } from './initial.ts';
import type { SeriesColumns } from './types.ts';

export type Series = Record<SeriesName, SeriesColumns>;

/**
 * Takes rows in; rows that are there already are written over (a run gives the same rows whenever it is asked).
 * False when rows between are missing: then everything must be asked for again.
 */
export function absorb(series: Series, chunk: SeriesChunk): boolean {
  const columns = series[chunk.name];
  if (chunk.from > columns.rows) return false;
  const end = chunk.from * columns.width + chunk.rows.length;
  if (end > columns.data.length) {
    const grown = new Float64Array(Math.max(end, columns.data.length * 2, 64 * columns.width));
    grown.set(columns.data.subarray(0, columns.rows * columns.width));
    columns.data = grown;
  }
  columns.data.set(chunk.rows, chunk.from * columns.width);
  columns.rows = Math.max(columns.rows, end / columns.width);
  return true;
}

export function rowCounts(series: Series): Record<SeriesName, number> {
  const counts: Partial<Record<SeriesName, number>> = {};
  for (const name of SERIES_NAMES) counts[name] = series[name].rows;
  return counts as Record<SeriesName, number>;
}

export function noRows(): Record<SeriesName, number> {
  return rowCounts(emptySeries());
}

/** A copy of the rows up to a moment; rows are in order of their first column. */
export function copyUntil(series: Series, atUs: Micros): Series {
  const copy = emptySeries();
  for (const name of SERIES_NAMES) {
    const { data, rows, width } = series[name];
    const kept = rowsUntil(series[name], atUs);
    copy[name] = { data: data.slice(0, Math.min(kept, rows) * width), rows: kept, width };
  }
  return copy;
}

/** How many rows begin at or before a moment. */
function rowsUntil({ data, rows, width }: SeriesColumns, atUs: Micros): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((data[middle * width] ?? Number.POSITIVE_INFINITY) <= atUs) low = middle + 1;
    else high = middle;
  }
  return low;
}
