/** Tables of float64 as rows of a series: what the page has in columns, as people read it in a file. */
import type { Series, SeriesRow } from './taken.ts';

/** One column of the file. */
export interface ColumnOf {
  /** with its unit, e.g. "sent_at_ms" */
  readonly name: string;
  /** its place in a row of the table */
  readonly from: number;
  /** what is written for a value; the value itself where there is nothing to say */
  readonly as?: (value: number) => number | string | null;
}

export interface NumberTable {
  readonly data: Float64Array;
  readonly rows: number;
  readonly width: number;
}

/** Rows up to the last one whose first number is at most `until`; rows are in order of it. */
export function rowsUntil({ data, rows, width }: NumberTable, until: number): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((data[middle * width] ?? Number.POSITIVE_INFINITY) <= until) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The table may go on growing: what is exported is what was there when it was taken. */
export function tableSeries(
  about: Pick<Series, 'name' | 'file'>,
  table: NumberTable,
  until: number,
  columns: readonly ColumnOf[],
): Series {
  const { data, width } = table;
  const rows = rowsUntil(table, until);
  return {
    ...about,
    columns: columns.map(({ name }) => name),
    rows: { [Symbol.iterator]: () => rowsOf(data, width, rows, columns) },
  };
}

function* rowsOf(
  data: Float64Array,
  width: number,
  rows: number,
  columns: readonly ColumnOf[],
): Generator<SeriesRow> {
  for (let row = 0; row < rows; row += 1) {
    yield columns.map(({ from, as }) => {
      const value = data[row * width + from] ?? Number.NaN;
      return as === undefined ? value : as(value);
    });
  }
}

/** A series of records, each as it is. */
export function listSeries<T>(
  about: Pick<Series, 'name' | 'file'>,
  columns: readonly string[],
  records: readonly T[],
  rowOf: (record: T) => SeriesRow,
): Series {
  return { ...about, columns, rows: records.map(rowOf) };
}

export const millisOf = (us: number): number => us / 1000;
