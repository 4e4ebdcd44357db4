/**
 * Fewer marks than rows: what falls on the same spot of the screen is drawn once. Rows are those of append-only
 * tables (base/columns), flat in one array, in order of their first column, a time.
 */
export interface Table {
  readonly data: Float64Array;
  readonly rows: number;
  readonly width: number;
}

/** Number of rows whose time is < t (so: the first row at or after it). */
export function firstRowAt(table: Table, t: number): number {
  let low = 0;
  let high = table.rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table.data[middle * table.width] ?? 0) < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Remembers which cells of a lane have a dot. `cell` is its size in pixels. */
export class DotCells {
  private readonly columns: number;
  private readonly lines: number;
  private readonly cell: number;
  private readonly filled: Uint8Array;

  constructor(width: number, height: number, cell: number) {
    this.cell = cell;
    this.columns = Math.max(1, Math.ceil(width / cell));
    this.lines = Math.max(1, Math.ceil(height / cell));
    this.filled = new Uint8Array(this.columns * this.lines);
  }

  /** True the first time a dot is put into the cell of (x, y), false after that and outside. */
  take(x: number, y: number): boolean {
    const column = Math.floor(x / this.cell);
    const line = Math.floor(y / this.cell);
    if (column < 0 || line < 0 || column >= this.columns || line >= this.lines) return false;
    const at = column * this.lines + line;
    if (this.filled[at] === 1) return false;
    this.filled[at] = 1;
    return true;
  }

  /** Frees every cell at or right of x, before that part is drawn anew. */
  clearFrom(x: number): void {
    const column = Math.max(0, Math.floor(x / this.cell));
    this.filled.fill(0, column * this.lines);
  }
}

/** Step between rows so that `rows` of them on `px` pixels leave at most `perPx` a pixel. */
export function strideFor(rows: number, px: number, perPx: number): number {
  return Math.max(1, Math.floor(rows / Math.max(1, px * perPx)));
}

/** Smallest, largest and mean value in one pixel column. */
export interface ColumnValue {
  x: number;
  low: number;
  high: number;
  mean: number;
  last: number;
}

/**
 * One entry for each pixel column that has a value, left to right; NaN rows are skipped. `xOf` must rise with
 * the row number.
 */
export function pixelColumns(
  from: number,
  to: number,
  xOf: (row: number) => number,
  valueAt: (row: number) => number,
): ColumnValue[] {
  const out: ColumnValue[] = [];
  let open: ColumnValue | null = null;
  let count = 0;
  let sum = 0;
  for (let row = from; row < to; row += 1) {
    const value = valueAt(row);
    if (Number.isNaN(value)) continue;
    const x = Math.floor(xOf(row));
    if (open === null || open.x !== x) {
      open = { x, low: value, high: value, mean: value, last: value };
      out.push(open);
      count = 0;
      sum = 0;
    }
    count += 1;
    sum += value;
    open.low = Math.min(open.low, value);
    open.high = Math.max(open.high, value);
    open.mean = sum / count;
    open.last = value;
  }
  return out;
}
