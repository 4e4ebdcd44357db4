import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import {
  cell,
  childRows,
  firstRowAtRank,
  neighbourRow,
  rootRow,
  rowCount,
  rowOfKey,
  subtreeRows,
} from '../../../src/layout/trees/rows.ts';
import { balanced, grown, nodesOf } from './nodes.ts';

const SEVEN = nodesOf(balanced(0, 6));

test('a key, a rank and the root are found', () => {
  expect(rowOfKey(SEVEN, 5)).toBe(5);
  expect(rowOfKey(SEVEN, 7)).toBe(-1);
  expect(rowOfKey(SEVEN, null)).toBe(-1);
  expect(firstRowAtRank(SEVEN, 3)).toBe(3);
  expect(firstRowAtRank(SEVEN, 9)).toBe(7);
  expect(rootRow(SEVEN)).toBe(3);
  expect(rootRow(new Int32Array(0))).toBe(-1);
});

test('arrows go along the edges', () => {
  const children = childRows(SEVEN);
  expect(neighbourRow(SEVEN, children, 3, 'left')).toBe(1);
  expect(neighbourRow(SEVEN, children, 3, 'right')).toBe(5);
  expect(neighbourRow(SEVEN, children, 3, 'up')).toBe(-1);
  expect(neighbourRow(SEVEN, children, 0, 'down')).toBe(-1);
  expect(neighbourRow(SEVEN, children, 5, 'up')).toBe(3);
});

property.prop([fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 })], {
  seed: 5,
})('a subtree is exactly the run of rows that hang below its root', (keys) => {
  const nodes = nodesOf(grown(keys));
  const children = childRows(nodes);
  for (let root = 0; root < rowCount(nodes); root += 1) {
    const below = new Set<number>();
    for (let row = 0; row < rowCount(nodes); row += 1) {
      for (let up = row; up >= 0; up = cell(nodes, up, 'parent')) if (up === root) below.add(row);
    }
    const { from, to } = subtreeRows(children, root);
    expect(below).toEqual(new Set(Array.from({ length: to - from }, (_, i) => from + i)));
  }
});
