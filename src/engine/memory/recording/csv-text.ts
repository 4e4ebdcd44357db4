/** A trace as this project's CSV, as `TraceReader` and the command line read it, in pieces. */
import type { Trace } from '../trace.ts';

const ROWS_A_PIECE = 65_536;

/** Windows and counts are not kept: the window is 0, and a reference reads or writes once. */
export function* traceCsv({ pages, writes }: Trace): Generator<string, void, void> {
  yield 'window,page,reads,writes\n';
  for (let from = 0; from < pages.length; from += ROWS_A_PIECE) {
    const rows: string[] = [];
    for (let row = from; row < Math.min(pages.length, from + ROWS_A_PIECE); row += 1)
      rows.push(writes[row] === 1 ? `0,${pages[row]},0,1\n` : `0,${pages[row]},1,0\n`);
    yield rows.join('');
  }
}
