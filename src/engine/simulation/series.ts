/** The growing tables of a run (columns: base/columns). Written once, when time is reached for the first time. */
import { SERIES_COLUMNS, SERIES_NAMES, type SeriesName } from '../../base/columns.ts';
import type { Micros } from '../../base/units.ts';

/** One table: rows of `width` float64 values in one growing array. */
export class SeriesTable {
  readonly width: number;
  private data: Float64Array;
  private rowCount = 0;

  constructor(width: number) {
    this.width = width;
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

  /** number of rows whose time (first column) is ≤ t */
  rowsUntil(t: Micros): number {
    let low = 0;
    let high = this.rowCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle, 0) <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** a copy of rows [from, to) */
  slice(from: number, to: number): Float64Array {
    return this.data.slice(from * this.width, to * this.width);
  }

  copy(rows: number): SeriesTable {
    const table = new SeriesTable(this.width);
    table.data = this.data.slice(0, Math.max(rows, 256) * this.width);
    if (table.data.length < 256 * this.width) {
      const room = new Float64Array(256 * this.width);
      room.set(table.data);
      table.data = room;
    }
    table.rowCount = rows;
    return table;
  }
}

export type Series = Record<SeriesName, SeriesTable>;

export function emptySeries(): Series {
  const tables = {} as Series;
  for (const name of SERIES_NAMES) tables[name] = new SeriesTable(SERIES_COLUMNS[name].length);
  return tables;
}
