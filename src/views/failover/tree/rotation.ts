import { SERIES_COLUMNS } from '../../../base/columns.ts';
import { SCALAR, TREE_COLUMN, TREE_WIDTH } from '../../../protocol/frame.ts';
import { activeBranch } from '../../../store/select.ts';
import type { AppState, SeriesColumns } from '../../../store/types.ts';

/** One row of the `rotations` series. */
export interface Rotation {
  /** row number, by which `why` is asked */
  index: number;
  atUs: number;
  zigZag: boolean;
  parent: number;
  child: number;
  risen: number;
  inner: number;
  outer: number;
  sibling: number;
  /** all its pages are in the picture */
  drawn: boolean;
}

const COLUMN = Object.fromEntries(SERIES_COLUMNS.rotations.map((name, i) => [name, i])) as Record<
  (typeof SERIES_COLUMNS.rotations)[number],
  number
>;
/** A process with no rotation in so many rows has had none for a long time. */
const ROWS_SEARCHED = 20_000;

/**
 * The newest rotation of the shown process up to the moment shown whose pages are all in the picture; where none is, the
 * newest of those deeper down; or null.
 */
export function newestRotation(state: AppState): Rotation | null {
  const { frame } = state;
  const series = activeBranch(state)?.series.rotations;
  if (frame === null || frame.tree === null || series === undefined) return null;
  const { process, rows } = frame.tree;
  const vm = frame.scalars[SCALAR.focusVm] ?? -1;
  const last = rowsUntil(series, frame.scalars[SCALAR.timeUs] ?? 0);
  const drawn = drawnKeys(rows);
  let deeper: Rotation | null = null;
  for (let row = last - 1; row >= Math.max(0, last - ROWS_SEARCHED); row--) {
    const at = (column: keyof typeof COLUMN) => series.data[row * series.width + COLUMN[column]] ?? 0;
    if (at('process') !== process || at('vm') !== vm) continue;
    const shown = drawn.has(at('parentKey')) && drawn.has(at('childKey')) && drawn.has(at('risenKey'));
    if (shown) return rotationAt(at, row, true);
    deeper ??= rotationAt(at, row, false);
  }
  return deeper;
}

function rotationAt(at: (column: keyof typeof COLUMN) => number, row: number, drawn: boolean): Rotation {
  return {
    index: row,
    atUs: at('atUs'),
    zigZag: at('case') === 2,
    parent: at('parentKey'),
    child: at('childKey'),
    risen: at('risenKey'),
    inner: at('inner'),
    outer: at('outer'),
    sibling: at('sibling'),
    drawn,
  };
}

function drawnKeys(rows: Float64Array): Set<number> {
  const keys = new Set<number>();
  for (let at = TREE_COLUMN.key; at < rows.length; at += TREE_WIDTH) keys.add(rows[at] ?? -1);
  return keys;
}

/** How many rows happened up to a moment (rows are in order of time; later ones may be there from before a seek). */
function rowsUntil(series: SeriesColumns, us: number): number {
  let low = 0;
  let high = series.rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series.data[middle * series.width] ?? 0) <= us) low = middle + 1;
    else high = middle;
  }
  return low;
}
