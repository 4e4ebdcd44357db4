/** The runs in the order a column asks for. */
import type { TwinRow } from '../../../protocol/migration/requests.ts';
import { errorOf, figureOf, type Measure } from '../../../store/evidence/errors.ts';

export const COLUMNS = ['name', 'mode', 'measured', 'simulated', 'error', 'textbook', 'ended'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly column: Column;
  readonly down: boolean;
}

/** Errors by their size; runs without a figure last, whatever the direction; ties in the order they came. */
export function inOrder(rows: readonly TwinRow[], { column, down }: Order, measure: Measure): TwinRow[] {
  const keys = new Map(rows.map((row) => [row, keyOf(row, column, measure)]));
  return rows.toSorted((a, b) => {
    const one = keys.get(a) ?? null;
    const other = keys.get(b) ?? null;
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const way =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : one < other
          ? -1
          : one > other
            ? 1
            : 0;
    return down ? -way : way;
  });
}

function keyOf(row: TwinRow, column: Column, measure: Measure): number | string | null {
  const size = (error: number | null) => (error === null ? null : Math.abs(error));
  switch (column) {
    case 'name':
      return row.name;
    case 'mode':
      return row.mode;
    case 'measured':
      return figureOf(row, 'measured', measure);
    case 'simulated':
      return figureOf(row, 'twin', measure);
    case 'error':
      return size(errorOf(row, 'twin', measure));
    case 'textbook':
      return size(errorOf(row, 'textbook', measure));
    default:
      return row.measured.completed ? 'a' : 'b';
  }
}
