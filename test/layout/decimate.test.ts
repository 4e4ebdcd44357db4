import { describe, expect, it } from 'vitest';
import { DotCells, firstRowAt, pixelColumns, strideFor, type Table } from '../../src/layout/decimate.ts';
import { lastPingAt, pingMean, pingNear } from '../../src/layout/ping-mean.ts';

const table = (...rows: number[][]): Table => ({
  data: new Float64Array(rows.flat()),
  rows: rows.length,
  width: rows[0]?.length ?? 0,
});
const NONE = Number.NaN;
const PINGS = table([0, 0.25], [10, 0.35], [20, NONE], [30, 1.2], [40, NONE]);

describe('fewer marks than rows', () => {
  it('finds the first row at or after a moment', () => {
    expect([0, 1, 10, 11, 40, 41].map((t) => firstRowAt(PINGS, t))).toEqual([0, 1, 1, 2, 4, 5]);
  });

  it('draws one dot a cell, until the cells to the right are freed', () => {
    const cells = new DotCells(10, 10, 1);
    expect([cells.take(2.1, 3), cells.take(2.9, 3.5), cells.take(2.1, 4), cells.take(8, 3)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    cells.clearFrom(5);
    expect([cells.take(2.1, 3), cells.take(8, 3), cells.take(99, 3)]).toEqual([false, true, false]);
  });

  it('sums up each pixel column and skips what is not there', () => {
    const values = [1, 3, NONE, 10, 20, 30];
    expect(
      pixelColumns(
        0,
        6,
        (row) => row / 3,
        (row) => values[row] ?? NONE,
      ),
    ).toEqual([
      { x: 0, low: 1, high: 3, mean: 2, last: 3 },
      { x: 1, low: 10, high: 30, mean: 20, last: 30 },
    ]);
  });

  it('keeps every row where there is room, few where there is not', () => {
    expect(strideFor(100, 50, 12)).toBe(1);
    expect(strideFor(60_000, 40, 12)).toBe(125);
  });
});

describe('pings', () => {
  it('average the answered ones sent in the span and count the lost apart', () => {
    expect(pingMean(PINGS, 0, 40)).toEqual({ meanMs: expect.closeTo(0.6, 9), answered: 3, lost: 1 });
    expect(pingMean(PINGS, 40, 50)).toEqual({ meanMs: NONE, answered: 0, lost: 1 });
  });

  it('are found by moment and by place, lost ones on their own line', () => {
    expect([lastPingAt(PINGS, -1), lastPingAt(PINGS, 25), lastPingAt(PINGS, 30)]).toEqual([-1, 2, 3]);
    const at = (x: number, y: number) =>
      pingNear(
        PINGS,
        { x, y, reach: 5, fromUs: 0, toUs: 100, lostY: 0 },
        (t) => t,
        (ms) => 100 * ms,
      );
    expect([at(31, 118), at(12, 34), at(21, 2), at(21, 60)]).toEqual([3, 1, 2, null]);
  });
});
