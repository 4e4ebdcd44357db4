import type { Trace } from '../../protocol/import/requests.ts';
import { PART_ROWS, type TracePart } from '../../protocol/trace-requests.ts';

/** A trace in pieces of which none takes long to be copied, from a row on. */
export function* partsOf(
  { name, pages, writes, pageCount }: Trace,
  first = 0,
): Generator<TracePart, undefined, void> {
  const rows = pages.length;
  for (let from = first; from < rows; from += PART_ROWS) {
    const to = Math.min(rows, from + PART_ROWS);
    // Copies, since a view would take the whole trace along.
    yield { name, rows, pageCount, from, pages: pages.slice(from, to), writes: writes.slice(from, to) };
  }
}
