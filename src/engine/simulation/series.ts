/** The growing tables of a run (columns: base/columns), and its page accesses. Written once, when time is reached for the first time. */
import { SERIES_COLUMNS, SERIES_NAMES, type SeriesName } from '../../base/columns.ts';
import type { Micros } from '../../base/units.ts';
import { AccessLog } from './access-log.ts';

/** One table: rows of `width` float64 values in one growing array. */
class SeriesTable {
  readonly width: number;
  /** the column rows are ordered by: when a row was written */
  readonly timeColumn: number;
  private data: Float64Array;
  private rowCount = 0;

  constructor(width: number, timeColumn = 0) {
    this.width = width;
    this.timeColumn = timeColumn;
    this.data = new Float64Array(width * 256);
  }

  get rows(): number {
    return this.rowCount;
  }

  append(...values: number[]): void {
    const start = this.rowCount * this.width;
    if (start + this.width > this.data.length) {
      const grown = new Float64Array(this.data.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    for (let c = 0; c < this.width; c += 1) this.data[start + c] = values[c] as number;
    this.rowCount += 1;
  }

  at(row: number, column: number): number {
    return this.data[row * this.width + column] as number;
  }

  /** number of rows written at a time ≤ t */
  rowsUntil(t: Micros): number {
    let low = 0;
    let high = this.rowCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle, this.timeColumn) <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** a copy of rows [from, to) */
  slice(from: number, to: number): Float64Array {
    return this.data.slice(from * this.width, to * this.width);
  }

  /** a table of its own with the first `rows` rows */
  prefix(rows: number): SeriesTable {
    const table = new SeriesTable(this.width, this.timeColumn);
    table.data = new Float64Array(Math.max(rows, 256) * this.width);
    table.data.set(this.data.subarray(0, rows * this.width));
    table.rowCount = rows;
    return table;
  }
}

export interface Series extends Record<SeriesName, SeriesTable> {
  accesses: AccessLog;
}

export function emptySeries(): Series {
  const tables = { accesses: new AccessLog() } as Series;
  for (const name of SERIES_NAMES) {
    // A batch is written down when it ends.
    tables[name] = new SeriesTable(SERIES_COLUMNS[name].length, name === 'batches' ? 1 : 0);
  }
  return tables;
}

/** What was recorded up to a moment, as a recording of its own. */
export function seriesPrefix(series: Series, untilUs: Micros): Series {
  const tables = { accesses: series.accesses.prefix(untilUs) } as Series;
  for (const name of SERIES_NAMES) tables[name] = series[name].prefix(series[name].rowsUntil(untilUs));
  return tables;
}
