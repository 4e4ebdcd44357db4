import { expect, test } from 'vitest';
import { parseTrace, traceLibrary } from '../../../src/engine/memory/trace.ts';
import { library } from '../recorded.ts';

test('a trace is read row by row, with or without a header, of any system’s lines', () => {
  const trace = parseTrace('x', 'window,page,reads,writes\r\n0,0,5,0\r\n\r\n0,2,0,7\r\n1,0,1,1');
  expect([...trace.pages]).toEqual([0, 2, 0]);
  expect([...trace.writes]).toEqual([0, 1, 1]);
  expect(trace.pageCount).toBe(3);
  expect(parseTrace('x', '0,0,5,0').pageCount).toBe(1);
});

test.each([
  ['0,0,1,1\n0,1,2\n', 'Line 2 of the page trace "x" is "0,1,2"; a row is window,page,reads,writes'],
  ['0,0,1,1\n\n0,-1,2,3\n', 'Line 3 of the page trace "x" is "0,-1,2,3"'],
  ['0,1.5,2,3', 'Line 1 of the page trace "x" is "0,1.5,2,3"'],
  ['0,1,2,many', 'Line 1 of the page trace "x" is "0,1,2,many"'],
  ['0,1,2,-3', 'Line 1 of the page trace "x" is "0,1,2,-3"'],
  ['0,0,1,1\nwindow,page,reads,writes', 'Line 2 of the page trace "x" is "window,page,reads,writes"'],
  ['0,,1,1', 'Line 1 of the page trace "x" is "0,,1,1"'],
  ['', 'The page trace "x" holds no rows; give it at least one.'],
  ['window,page,reads,writes\n', 'The page trace "x" holds no rows; give it at least one.'],
])('%j is refused with the line named', (csv, sentence) => {
  expect(() => parseTrace('x', csv)).toThrow(sentence);
});

test('the recorded traces are those the notes beside them describe', () => {
  const table = library.traces.map((trace) => [trace.name, trace.pages.length, trace.pageCount]);
  expect(table).toEqual([
    ['matrix', 7193, 422],
    ['gzip', 11_466, 137],
    ['cc1', 38_108, 1274],
    ['sort', 44_485, 378],
  ]);
});

test('what may be shared by snapshots cannot be changed', () => {
  const own = traceLibrary([parseTrace('x', '0,0,1,1')]);
  expect(Object.isFrozen(own) && Object.isFrozen(own.traces) && Object.isFrozen(own.traces[0])).toBe(true);
});
