import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { cell, rowCount } from '../../../src/layout/trees/rows.ts';
import { changeBetween, writeBetween } from '../../../src/layout/trees/tween.ts';
import { grown, nodesOf } from './nodes.ts';

function homes(nodes: Int32Array): { x: Float32Array; y: Float32Array } {
  const rows = Array.from({ length: rowCount(nodes) }, (_, row) => row);
  return {
    x: Float32Array.from(rows, (row) => cell(nodes, row, 'rank')),
    y: Float32Array.from(rows, (row) => cell(nodes, row, 'depth')),
  };
}

function change(before: Int32Array, after: Int32Array) {
  const { x, y } = homes(before);
  return changeBetween(before, x, y, after);
}

//        5                2
//      2   7     ⇒      1   5
//     1 3                  3 7
const BEFORE = nodesOf([5, [2, [1], [3]], [7]]);
const AFTER = nodesOf([2, [1], [5, [3], [7]]]);

test('a rotation moves nodes up and down only', () => {
  const turned = change(BEFORE, AFTER);
  const middle = { x: new Float32Array(5), y: new Float32Array(5) };
  writeBetween(turned, AFTER, 0.5, middle.x, middle.y);
  expect([...middle.x]).toEqual([0, 1, 2, 3, 4]);
  expect([...middle.y]).toEqual([1.5, 0.5, 2, 0.5, 1.5]);
  expect(turned).toMatchObject({ fresh: [], gone: [], any: true });
});

test('an insertion shifts what lies to its right, and the new leaf is where it belongs', () => {
  const inserted = change(AFTER, nodesOf([2, [1], [5, [3, null, [4]], [7]]]));
  expect([...inserted.fromX]).toEqual([0, 1, 2, 3, 3, 4]);
  expect(inserted).toMatchObject({ fresh: [3], gone: [] });
});

test('a deletion says who is gone', () => {
  expect(change(BEFORE, nodesOf([5, [2, [1]], [7]]))).toMatchObject({ fresh: [], gone: [2] });
});

test('nothing moves where nothing changed', () => {
  expect(change(BEFORE, BEFORE).any).toBe(false);
});

const keys = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
property.prop([keys, keys, fc.double({ min: 0, max: 1, noNaN: true })], { seed: 12 })(
  'begins where nodes stood, ends where they belong, and in between they keep their order',
  (a, b, part) => {
    const before = nodesOf(grown(a));
    const after = nodesOf(grown(b));
    const moved = change(before, after);
    const at = (when: number) => {
      const places = { x: new Float32Array(rowCount(after)), y: new Float32Array(rowCount(after)) };
      writeBetween(moved, after, when, places.x, places.y);
      return places;
    };
    expect(at(1)).toEqual(homes(after));
    const start = at(0);
    for (let row = 0; row < rowCount(after); row += 1) {
      const old = a.toSorted((p, q) => p - q).indexOf(cell(after, row, 'key'));
      if (old >= 0) expect([start.x[row], start.y[row]]).toEqual([old, cell(before, old, 'depth')]);
    }
    const kept = [...at(part).x].filter((_, row) => a.includes(cell(after, row, 'key')));
    expect(kept).toEqual(kept.toSorted((p, q) => p - q));
  },
);
