import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceCsv } from '../../../src/engine/memory/recording/csv-text.ts';
import type { TraceFormName } from '../../../src/engine/memory/recording/form.ts';
import { PageNumbers } from '../../../src/engine/memory/recording/page-numbers.ts';
import { TraceReader } from '../../../src/engine/memory/recording/reader.ts';
import { parseTrace, TRACE_NAMES } from '../../../src/engine/memory/trace.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(form: TraceFormName, text: string, pieceBytes = 7) {
  const reader = new TraceReader(form);
  const all = bytes(text);
  for (let at = 0; at < all.length; at += pieceBytes) reader.push(all.subarray(at, at + pieceBytes));
  return reader.finish('mine');
}

const rowsOf = (form: TraceFormName, text: string) => {
  const { trace } = read(form, text);
  return [...trace.pages].map((page, row) => `${page}${trace.writes[row] === 1 ? 'w' : 'r'}`).join(' ');
};

describe('pages are numbered by first touch', () => {
  it('as a Map would, up to the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 4_503_599_627_370_495 })), {
          maxLength: 4000,
        }),
        (pages) => {
          const numbers = new PageNumbers(2000);
          const known = new Map<number, number>();
          for (const page of pages) {
            if (!known.has(page) && known.size < 2000) known.set(page, known.size);
            expect(numbers.numberOf(page)).toBe(known.get(page) ?? -1);
          }
          expect(numbers.count).toBe(known.size);
        },
      ),
      { seed: 6, numRuns: 60 },
    );
  });
});

describe('this project’s CSV', () => {
  it.each(TRACE_NAMES)('reads %s as the app and the command line do, whatever the pieces', (name) => {
    const path = new URL(`../../../public/page-traces/${name}.csv.gz`, import.meta.url);
    const text = gunzipSync(readFileSync(path)).toString('utf8');
    const { pages, writes, pageCount } = parseTrace(name, text);
    for (const piece of [1000, 65_536]) {
      const { trace, leftOut, complaints } = read('csv', text, piece);
      expect(leftOut).toBe(0);
      expect(complaints).toEqual([]);
      expect(trace.pageCount).toBe(pageCount);
      expect(Buffer.from(trace.pages.buffer).equals(Buffer.from(pages.buffer))).toBe(true);
      expect(Buffer.from(trace.writes.buffer).equals(Buffer.from(writes.buffer))).toBe(true);
    }
  });

  it('may have a head, spaces, CRLF and an end without a line feed', () => {
    expect(rowsOf('csv', 'window,page,reads,writes\r\n0,7,1,0\r\n0 , 9 , 0 , 2 \r\n\r\n1,7,3,1')).toBe(
      '0r 1w 0w',
    );
  });

  it('names each wrong line by number and reason, and uses the others', () => {
    const { trace, lines, leftOut, complaints } = read(
      'csv',
      '0,1,1,0\n0,1,1\nmilk\n0,2,-1,0\n0,1e3,1,0\n0,3,0,1,9\n1,2,0,1\n',
    );
    expect([...trace.pages]).toEqual([0, 1]);
    expect([lines, leftOut]).toEqual([7, 5]);
    expect(complaints[0]).toBe(
      'Line 2: "0,1,1" is no row; a row is window,page,reads,writes in whole numbers.',
    );
    expect(complaints[1]).toMatch(/^Line 3: "milk" is no row/);
  });

  it('tells the first twenty of many wrong lines, and how many there are', () => {
    const { leftOut, complaints } = read('csv', `0,1,1,0\n${'x\n'.repeat(1000)}`);
    expect([leftOut, complaints.length]).toEqual([1000, 20]);
  });

  it('leaves out a line as long as no row is, without holding it', () => {
    const { complaints } = read('csv', `0,1,1,0\n${'9'.repeat(1_000_000)}\n0,1,1,0\n`, 50_000);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^Line 2: "9{40}…" is longer than 4095 letters\.$/);
  });

  it('without one good row is refused with one sentence', () => {
    expect(() => read('csv', 'a\nb\n')).toThrow(
      /^it holds no page reference that can be used\. Line 1: "a" is no row/,
    );
    expect(() => read('csv', '')).toThrow('it holds no page reference that can be used.');
  });

  it('written and read again it is the same trace, by name and row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.boolean()), { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 200 }),
        (rows, piece) => {
          const text = rows
            .map(([page, writes]) => `0,${page},${writes ? 0 : 4},${writes ? 2 : 0}\n`)
            .join('');
          const { trace } = read('csv', text, piece);
          const again = read('csv', [...traceCsv(trace)].join(''), piece).trace;
          expect(again).toEqual(trace);
          const parsed = parseTrace(trace.name, [...traceCsv(trace)].join(''));
          expect(parsed).toEqual(trace);
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });
});

describe('valgrind lackey', () => {
  it('folds addresses to pages, and counts a page once a window', () => {
    const text = [
      '==12== Lackey, an example Valgrind tool',
      'I  04001000,3',
      ' L 1ffefff7e0,8',
      ' S 1ffefff7d8,8',
      ' M 0421c7b4,4',
      'I  04001003,7',
      ' L 0421c7ff,8',
      '==12== ',
    ].join('\n');
    expect(rowsOf('lackey', text)).toBe('0w 1w');
  });

  it('an access over an edge touches both pages', () => {
    expect(rowsOf('lackey', 'I  1,1\n L 1ffc,8\n S 4fff,1\n')).toBe('0r 1r 2w');
    expect(rowsOf('lackey', ' L fff,2\n')).toBe('0r 1r');
    expect(rowsOf('lackey', ' L 0,4096\n')).toBe('0r');
  });

  it('begins a window after 20 000 instructions, or accesses where no instruction is told', () => {
    const fetch = 'I  1000,4\n';
    const window = ` L 5000,4\n S 6000,4\n${fetch.repeat(20_000)}`;
    expect(rowsOf('lackey', window + window)).toBe('0r 1w 0r 1w');
    // What was stored to in one window is only read in the next.
    expect(rowsOf('lackey', `${window} L 6000,1\n`)).toBe('0r 1w 1r');
    expect(rowsOf('lackey', `${' L 5000,4\n'.repeat(20_000)} L 5000,4\n`)).toBe('0r 0r');
  });

  it('keeps all 52 bits of a page’s number', () => {
    expect(rowsOf('lackey', ' L ffffffffffffe000,4\n L ffffffffffffd000,4\n S ffffffffffffefff,1\n')).toBe(
      '0w 1r',
    );
  });

  it('leaves out other programs’ words and impossible accesses', () => {
    const { leftOut, complaints } = read(
      'lackey',
      ' L 5000,4\nhello world\n L 5000\n L zz,4\n L 5000,0\n L 5000,99999999\n L 5000,4 x\n',
    );
    expect(leftOut).toBe(6);
    expect(complaints[0]).toMatch(/^Line 2: "hello world" is no access; one reads like/);
    expect(complaints[3]).toMatch(/^Line 5: " L 5000,0" has no possible size/);
  });

  it('counts as a plain reading of the rule does', () => {
    const access = fc.tuple(
      fc.constantFrom('I ', ' L', ' S', ' M'),
      fc.nat(60_000),
      fc.integer({ min: 1, max: 16 }),
    );
    fc.assert(
      fc.property(fc.array(access, { minLength: 1, maxLength: 300 }), (accesses) => {
        const data = accesses.filter(([kind]) => kind !== 'I ');
        fc.pre(data.length > 0);
        const pages = new Map<number, boolean>();
        for (const [kind, at, size] of data)
          for (let page = at >> 12; page <= (at + size - 1) >> 12; page += 1)
            pages.set(page, (pages.get(page) ?? false) || kind !== ' L');
        const text = accesses.map(([kind, at, size]) => `${kind} ${at.toString(16)},${size}\n`).join('');
        const { trace } = read('lackey', text, 64);
        expect([...trace.writes].map(Boolean)).toEqual([...pages.values()]);
        expect([...trace.pages]).toEqual([...pages.keys()].map((_, number) => number));
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});

describe('a plain list of page numbers', () => {
  it('is decimal or hexadecimal, divided by lines, spaces or commas; each is a write', () => {
    expect(rowsOf('pages', '12 0xff,7;12\n# a remark\n0x0C\n')).toBe('0w 1w 2w 0w 0w');
  });

  it('uses what is good in a line and says what is not', () => {
    const { trace, complaints } = read('pages', '1 2 x3 4\n5.5\n-6\n0x\n99999999999999999999\n7\n');
    expect(trace.pages).toHaveLength(4);
    expect(complaints.map((text) => text.slice(0, 8))).toEqual([
      'Line 1: ',
      'Line 2: ',
      'Line 3: ',
      'Line 4: ',
      'Line 5: ',
    ]);
  });
});

it('a trace’s name tells its rows, not its file’s form', () => {
  const { name } = read('csv', '0,5,1,0\n0,6,0,1\n').trace;
  expect(name).toMatch(/^mine~[0-9a-f]{12}$/);
  expect(read('csv', 'window,page,reads,writes\n3,9,2,0\n4,8,0,7\n').trace.name).toBe(name);
  expect(read('csv', '0,5,1,0\n0,6,1,0\n').trace.name).not.toBe(name);
});

it('what there is no room for is left out, and one sentence says from where on', () => {
  const reader = new TraceReader('pages');
  const row = bytes('1 2 3 4 5 6 7 8\n'.repeat(65_536));
  for (let rows = 0; rows < 16_777_216; rows += 8 * 65_536) reader.push(row);
  expect(reader.isFull).toBe(true);
  reader.push(bytes('9\n10\n'));
  const { trace, leftOut, complaints } = reader.finish('mine');
  expect([trace.pages.length, trace.pageCount, leftOut]).toEqual([16_777_216, 8, 2]);
  expect(complaints).toEqual(['Line 2097153 and all after it: a trace has room for 16,777,216 rows.']);
});
