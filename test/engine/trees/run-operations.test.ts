import { describe, expect, test } from 'vitest';
import { parseOperations, runOperations } from '../../../src/engine/trees/run-operations.ts';

test('operations run on a kind and a start, and give one JSON object', () => {
  expect(runOperations('lazy-counting', 'insert 5; find 9\n3\n\ndelete 5;access 3')).toEqual({
    kind: 'lazy-counting',
    size: 1,
    height: 1,
    preorder: [[3, 0, 2, 0, 0]],
    totals: { operations: 5, nodesVisited: 4, rotations: 0, zig: 0, zigZig: 0, zigZag: 0 },
  });
  expect(runOperations('splay', '0', 'chain:3')).toEqual({
    kind: 'splay',
    size: 3,
    height: 3,
    preorder: [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
    totals: { operations: 1, nodesVisited: 3, rotations: 2, zig: 0, zigZig: 1, zigZag: 0 },
  });
  expect(JSON.stringify(runOperations('splay', ''))).toBe(
    '{"kind":"splay","size":0,"height":0,"preorder":[],"totals":{"operations":0,"nodesVisited":0,"rotations":0,"zig":0,"zigZig":0,"zigZag":0}}',
  );
});

test('operations are read from lines and semicolons', () => {
  expect(parseOperations('  insert   5 ;find -9;;\r\ndelete +3\n7\n-0')).toEqual([
    { operation: 'insert', key: 5 },
    { operation: 'find', key: -9 },
    { operation: 'delete', key: 3 },
    { operation: 'access', key: 7 },
    { operation: 'access', key: 0 },
  ]);
});

test('several keys may follow one word, or stand alone', () => {
  const expected = [
    { operation: 'insert', key: 5 },
    { operation: 'insert', key: 3 },
    { operation: 'insert', key: -9 },
    { operation: 'find', key: 3 },
    { operation: 'access', key: 4 },
    { operation: 'access', key: 6 },
  ];
  expect(parseOperations('insert 5 3 -9; find 3\n4  6')).toEqual(expected);
  expect(parseOperations('insert 5; insert 3; insert -9; find 3; 4; access 6')).toEqual(expected);
});

test('commas between keys and capital letters are as good', () => {
  expect(parseOperations('Insert 5, 9,3; FIND 9\rdelete,3,')).toEqual([
    { operation: 'insert', key: 5 },
    { operation: 'insert', key: 9 },
    { operation: 'insert', key: 3 },
    { operation: 'find', key: 9 },
    { operation: 'delete', key: 3 },
  ]);
});

test('as many as a million at once, and not one more', () => {
  const many = `access${' 7'.repeat(1_000_000)}`;
  expect(parseOperations(many)).toHaveLength(1_000_000);
  expect(() => parseOperations(`${many}\n8`)).toThrow(
    'Operation 1000001 (line 2) is one too many; at most 1000000 operations can be run at once.',
  );
});

test('a long wrong text is quoted in part', () => {
  expect(() => parseOperations('x'.repeat(5000))).toThrow(
    `Operation 1 (line 1) is "${'x'.repeat(29)}…"; write insert`,
  );
});

describe('bad operations', () => {
  const range = 'use a whole number from -2147483648 to 2147483647.';
  test.each([
    [
      'push 5',
      'Operation 1 (line 1) is "push 5"; write insert, find, delete or access and a key, or a key alone.',
    ],
    [
      '5\n6; toString 7',
      'Operation 3 (line 2, part 2) is "toString 7"; write insert, find, delete or access and a key, or a key alone.',
    ],
    ['insert', 'Operation 1 (line 1) is "insert"; insert takes a key, as in "insert 5".'],
    ['5 3\n9; find', 'Operation 4 (line 2, part 2) is "find"; find takes a key, as in "find 5".'],
    ['find 1 insert', `Operation 1 (line 1) has the key "insert"; ${range}`],
    ['1 x', `Operation 1 (line 1) has the key "x"; ${range}`],
    ['insert x', `Operation 1 (line 1) has the key "x"; ${range}`],
    ['\n\n1.5', `Operation 1 (line 3) has the key "1.5"; ${range}`],
    ['2147483648', `Operation 1 (line 1) has the key "2147483648"; ${range}`],
    ['1e3', `Operation 1 (line 1) has the key "1e3"; ${range}`],
  ])('%j', (text, message) => {
    expect(() => parseOperations(text)).toThrow(message);
  });

  test('a bad kind or start', () => {
    expect(() => runOperations('heap', '1')).toThrow('There is no tree kind "heap"');
    expect(() => runOperations('splay', '1', 'ring:3')).toThrow('There is no start shape "ring:3"');
  });
});
