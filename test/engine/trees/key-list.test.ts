import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKeyList } from '../../../src/engine/trees/key-list.ts';
import { SEED } from './arbitrary.ts';

test('numbers divided by anything sensible', () => {
  expect(parseKeyList('\ufeff3, 1;4\t1\r\n[5, −9] ("2") | +6 -0')).toEqual({
    keys: [3, 1, 4, 1, 5, -9, 2, 6, 0],
    problems: [],
    problemCount: 0,
  });
  expect(parseKeyList('')).toEqual({ keys: [], problems: [], problemCount: 0 });
});

test('what is no key is named by its line and left out', () => {
  expect(parseKeyList('1 two\n3\n\n4.5 2147483648 6')).toEqual({
    keys: [1, 3, 6],
    problems: [
      { line: 1, text: 'Line 1: "two" is no number.' },
      { line: 4, text: 'Line 4: "4.5" is no whole number.' },
      { line: 4, text: 'Line 4: "2147483648" lies outside -2147483648 to 2147483647.' },
    ],
    problemCount: 3,
  });
});

test('of many problems the first twenty are named and all are counted', () => {
  const { problems, problemCount } = parseKeyList('x\n'.repeat(500));
  expect(problems).toHaveLength(20);
  expect(problems[19]?.line).toBe(20);
  expect(problemCount).toBe(500);
});

test('a million keys are read, no more', () => {
  const { keys, problems } = parseKeyList('123456 '.repeat(1_000_000));
  expect(keys).toHaveLength(1_000_000);
  expect(problems).toEqual([]);
  const more = parseKeyList('7\n'.repeat(1_000_002));
  expect(more.keys).toHaveLength(1_000_000);
  expect(more.problems).toEqual([
    { line: 1_000_001, text: 'Line 1000001: "7" is one key too many; a list may hold 1000000.' },
  ]);
});

test('any list reads back, whatever stands between', () => {
  const between = fc.constantFrom(' ', ',', '\n', '; ', '\r\n', '\t', '], [');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer(), between)), (list) => {
      const { keys, problems } = parseKeyList(list.map(([key, text]) => `${key}${text}`).join(''));
      expect(problems).toEqual([]);
      expect(keys).toEqual(list.map(([key]) => key));
    }),
    SEED,
  );
});
