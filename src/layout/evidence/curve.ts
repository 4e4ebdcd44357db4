/** A curve over a table's rows as SVG path data, with no more points than the eye can tell apart. */

export interface Columns {
  readonly data: Float64Array;
  readonly rows: number;
  readonly width: number;
  /** columns of time and value */
  readonly time: number;
  readonly value: number;
}

/** Within a column of pixels only its first, lowest, highest and last value are drawn. Gaps (NaN) stay gaps. */
export function curvePath(
  { data, rows, width, time, value }: Columns,
  x: (time: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let down = false;
  let pixel = Number.NaN;
  let kept: [px: number, py: number][] = [];
  const flush = () => {
    const [first] = kept;
    if (first === undefined) return;
    let low = first;
    let high = first;
    for (const point of kept) {
      if (point[1] < low[1]) low = point;
      if (point[1] > high[1]) high = point;
    }
    const last = kept.at(-1) ?? first;
    const points = kept.filter(
      (point) => point === first || point === low || point === high || point === last,
    );
    for (const [px, py] of points) {
      path += `${down ? 'L' : 'M'}${round(px)} ${round(py)}`;
      down = true;
    }
    kept = [];
  };
  for (let row = 0; row < rows; row += 1) {
    const at = x(data[row * width + time] ?? 0);
    const height = y(data[row * width + value] ?? Number.NaN);
    if (!Number.isFinite(height)) {
      flush();
      down = false;
      continue;
    }
    if (Math.floor(at) !== pixel) {
      flush();
      pixel = Math.floor(at);
    }
    kept.push([at, height]);
  }
  flush();
  return path;
}

/** The value of the last row at or before a moment; NaN before the first. */
export function valueAt({ data, rows, width, time, value }: Columns, moment: number): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((data[middle * width + time] ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? Number.NaN : (data[(low - 1) * width + value] ?? Number.NaN);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
