import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { SeriesRow } from '../../../../src/store/taken.ts';
import { csvCell, csvOf } from '../../../../src/views/desk/export/csv.ts';
import { fileName } from '../../../../src/views/desk/export/files.ts';

/** A reader by the book: RFC 4180, and nothing else. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i += 1;
    } else cell += sign;
  }
  return rows;
}

const series = (columns: string[], rows: Iterable<SeriesRow>) => ({
  name: 'n',
  file: 'n.csv',
  columns,
  rows,
});

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.string({ unit: 'grapheme' }).filter((text) => !/^['=+\-@\t\r]/.test(text)),
  fc.constant(null),
);

describe('CSV', () => {
  test.prop([fc.array(fc.tuple(value, value, value), { maxLength: 40 })], { seed: 6216 })(
    'read by the book it gives every number to the last digit and every text as it was',
    async (rows) => {
      const text = await (await csvOf(series(['a', 'b', 'c'], rows))).text();
      const [header, ...read] = parse(text);
      expect(header).toEqual(['a', 'b', 'c']);
      expect(read).toHaveLength(rows.length);
      rows.forEach((row, i) => {
        row.forEach((cell, j) => {
          const got = read[i]?.[j];
          if (cell === null) expect(got).toBe('');
          else if (typeof cell === 'number') expect(Number(got)).toBe(cell);
          else expect(got).toBe(cell);
        });
      });
    },
  );

  it('leaves a cell empty where there is no number', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, null].map(csvCell)).toEqual(['', '', '']);
  });

  it('gives a spreadsheet no formula to run', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) {
      expect(parse(`${csvCell(text)}\r\n`)).toEqual([[`'${text}`]]);
    }
    expect(csvCell(-1)).toBe('-1');
  });

  it('takes rows that must be asked for, and long ones in pieces', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [i, i / 3]);
    const blob = await csvOf({ name: 'n', file: 'n.csv', columns: ['a', 'b'], rows: async () => rows });
    expect(parse(await blob.text())).toHaveLength(20_001);
  });
});

it('names files by workspace, run and kind, with letters every system knows', () => {
  const taken = { workspace: 'failover', name: 'Stop of node 1 at 18 s, paper’s script' } as const;
  expect(fileName(taken, 'cpu.csv')).toBe('failover-stop-of-node-1-at-18-s-papers-script-cpu.csv');
  expect(fileName({ workspace: 'trees', name: '../../Ünï „x“' }, 'tree.svg')).toBe('trees-uni-x-tree.svg');
});
