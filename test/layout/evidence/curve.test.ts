import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { curvePath, valueAt } from '../../../src/layout/evidence/curve.ts';
import { nearest } from '../../../src/layout/evidence/shapes.ts';

const columns = (rows: readonly (readonly [number, number])[]) => ({
  data: Float64Array.from(rows.flat()),
  rows: rows.length,
  width: 2,
  time: 0,
  value: 1,
});
const same = (value: number) => value;

describe('a curve', () => {
  it('goes through its rows and leaves gaps where a value is missing', () => {
    expect(
      curvePath(
        columns([
          [0, 10],
          [10, 8],
          [20, Number.NaN],
          [30, 4],
          [40, 3],
        ]),
        same,
        same,
      ),
    ).toBe('M0 10L10 8M30 4L40 3');
  });

  it('keeps what stands out within one column of pixels', () => {
    const path = curvePath(
      columns([
        [0.1, 5],
        [0.2, 6],
        [0.3, 50],
        [0.4, 6],
        [0.5, 1],
        [0.6, 6],
        [0.7, 7],
      ]),
      same,
      same,
    );
    expect(path).toBe('M0.1 5L0.3 50L0.5 1L0.7 7');
  });

  it('tells the value at a moment: that of the last row until then', () => {
    const curve = columns([
      [0, 10],
      [10, 8],
      [20, 6],
    ]);
    expect([-1, 0, 9, 10, 99].map((moment) => valueAt(curve, moment))).toEqual([Number.NaN, 10, 10, 8, 6]);
  });
});

test.prop([fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1 }), fc.nat(50), fc.nat(50)], {
  seed: 7,
})('the nearest mark is the nearest', (marks, x, y) => {
  const places = marks.map(([px, py]) => ({ x: px, y: py }));
  const found = nearest(places, x, y, 1000);
  const distance = (at: number) => Math.hypot((places[at]?.x ?? 0) - x, (places[at]?.y ?? 0) - y);
  for (const i of places.keys()) expect(distance(found)).toBeLessThanOrEqual(distance(i) + 1e-9);
});
