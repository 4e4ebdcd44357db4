/** In which order the rows of the comparison stand. */
import type { CompareColumn, ComparedRow } from './compare-columns.ts';

export interface CompareOrder {
  readonly by: 'label' | 'outcome' | CompareColumn;
  readonly descending: boolean;
}

/** from what one hopes for to what one fears */
const OUTCOMES = ['completed', 'not-converged', 'aborted', 'vm-lost'] as const;

/** Least first, then greatest first, then as it was. */
export function nextOrder(now: CompareOrder | null, by: CompareOrder['by']): CompareOrder | null {
  if (now?.by !== by) return { by, descending: false };
  return now.descending ? null : { by, descending: true };
}

/** Rows without a value stand last whichever way it is sorted; equal ones keep their order. */
export function inOrder(rows: readonly ComparedRow[], order: CompareOrder | null): readonly ComparedRow[] {
  if (order === null) return [...rows].sort((a, b) => a.place - b.place);
  const turn = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a, order.by), keyOf(b, order.by)];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || a.place - b.place;
    }
    return turn * compare(left, right) || a.place - b.place;
  });
}

function keyOf(row: ComparedRow, by: CompareOrder['by']): number | string | null {
  if (by === 'label') return row.label.toLowerCase();
  if (by === 'outcome') return row.result === null ? null : OUTCOMES.indexOf(row.result.outcome);
  return row.values[by];
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
