/** Series as CSV (RFC 4180): a header with units, numbers to the last digit, empty where there is none. */
import type { Series, SeriesRow } from '../../../store/taken.ts';

/** Between two looks at the clock, and how long one piece of work may last. */
const ROWS = 500;
const SLICE_MS = 12;

/** What a spreadsheet would take for a formula; an apostrophe in front makes it a text. */
const FORMULA = /^[=+\-@\t\r]/;

export function csvCell(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvLine(row: SeriesRow): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

/** Long series are written in pieces; the page stays answering. @throws Error with one sentence */
export async function csvOf({ columns, rows }: Series): Promise<Blob> {
  const parts: string[] = [csvLine(columns)];
  let begun = performance.now();
  let part = '';
  let count = 0;
  for (const row of typeof rows === 'function' ? await rows() : rows) {
    part += csvLine(row);
    count += 1;
    if (count % ROWS !== 0) continue;
    parts.push(part);
    part = '';
    if (performance.now() - begun < SLICE_MS) continue;
    await new Promise((done) => setTimeout(done, 0));
    begun = performance.now();
  }
  parts.push(part);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
