/**
 * Recorded page traces: rows `window,page,reads,writes` in order of first touch (public/page-traces/README.md).
 * One row is one page reference; it writes if its `writes` is above 0.
 */
export interface Trace {
  readonly name: string;
  readonly pages: Int32Array;
  readonly writes: Uint8Array;
  /** pages are numbered 0 … pageCount − 1 by first touch */
  readonly pageCount: number;
}

/** All traces a simulation may replay, frozen so that snapshots share them. */
export interface TraceLibrary {
  readonly traces: readonly Trace[];
}

/** The recorded programs, in the order in which processes are dealt out. */
export const TRACE_NAMES = ['matrix', 'gzip', 'cc1', 'sort'] as const;

/** window, page, reads, writes: nothing left out, nothing but digits; a page number that long is none */
const ROW = /^\d+,(\d{1,7}),\d+,(\d+)$/;

/** @throws Error naming the line where the text is not a trace */
export function parseTrace(name: string, csv: string): Trace {
  const pages: number[] = [];
  const writes: number[] = [];
  let highest = -1;
  let lineNumber = 0;
  let start = 0;
  while (start < csv.length) {
    let end = csv.indexOf('\n', start);
    if (end < 0) end = csv.length;
    lineNumber += 1;
    const line = csv.slice(start, end).trim();
    start = end + 1;
    if (line === '' || (lineNumber === 1 && line.startsWith('window'))) continue;
    const fields = ROW.exec(line);
    if (fields === null) {
      throw new Error(
        `Line ${lineNumber} of the page trace "${name}" is "${line.slice(0, 40)}"; a row is window,page,reads,writes in whole numbers.`,
      );
    }
    const page = Number(fields[1]);
    pages.push(page);
    writes.push(Number(fields[2]) > 0 ? 1 : 0);
    if (page > highest) highest = page;
  }
  if (pages.length === 0) throw new Error(`The page trace "${name}" holds no rows; give it at least one.`);
  return Object.freeze({
    name,
    pages: Int32Array.from(pages),
    writes: Uint8Array.from(writes),
    pageCount: highest + 1,
  });
}

export function traceLibrary(traces: readonly Trace[]): TraceLibrary {
  return Object.freeze({ traces: Object.freeze([...traces]) });
}
