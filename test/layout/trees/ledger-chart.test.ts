import { describe, expect, it } from 'vitest';
import { barsOf, ledgerChart, sumAt } from '../../../src/layout/trees/ledger-chart.ts';
import type { LedgerRunReply } from '../../../src/protocol/trees/requests.ts';

const NONE = Number.NaN;

/** operations │ Σ cost │ Σ amortised │ bound │ Φ */
function run(rows: number[][], proved = true): LedgerRunReply {
  return { columns: Float64Array.from(rows.flat()), rows: rows.length, proved };
}

const box = { width: 240, height: 120, left: 40, bottom: 20, top: 10, right: 0 };
const sample = run([
  [0, 0, 0, 0, 40],
  [50, 100, 90, 300, 45],
  [100, 190, 200, 500, 42],
]);

describe('the sums over a run', () => {
  it('draw each curve over the operations on one scale', () => {
    const { paths, xTicks, yTicks, x } = ledgerChart(sample, box);
    expect(paths.bound).toBe('M40,100L140,55L240,25');
    expect(paths.cost).toBe('M40,100L140,85L240,71.5');
    expect(xTicks).toEqual([
      { value: 0, at: 40 },
      { value: 50, at: 140 },
      { value: 100, at: 240 },
    ]);
    expect(yTicks.map(({ value }) => value)).toEqual([0, 200, 400, 600]);
    expect(x(25)).toBe(90);
  });

  it('leave a curve out where nothing is proved, and let the others have the room', () => {
    const { paths } = ledgerChart(
      run(
        [
          [0, 0, 0, NONE, 40],
          [10, 200, 100, NONE, 30],
        ],
        false,
      ),
      box,
    );
    expect(paths.bound).toBeNull();
    expect(paths.cost).toBe('M40,100L240,10');
  });

  it('show whole operations only on a short axis', () => {
    const { xTicks } = ledgerChart(
      run([
        [0, 0, 0, 0, 4],
        [2, 3, 3, 9, 4],
      ]),
      box,
    );
    expect(xTicks.map(({ value }) => value)).toEqual([0, 1, 2]);
  });

  it('are read at the sample at or before a moment', () => {
    expect([0, 49, 50, 99, 100, 5000].map((at) => sumAt(sample, 'cost', at))).toEqual([
      0, 0, 100, 100, 190, 190,
    ]);
  });
});

describe('the two bars', () => {
  it('share one scale that holds zero', () => {
    expect(barsOf([2, 8])).toEqual([
      { from: 0, to: 0.25 },
      { from: 0, to: 1 },
    ]);
    expect(barsOf([-2, 6])).toEqual([
      { from: 0, to: 0.25 },
      { from: 0.25, to: 1 },
    ]);
  });

  it('are empty for what is not known', () => {
    expect(barsOf([NONE, 5])).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 1 },
    ]);
    expect(barsOf([NONE, NONE])).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 0 },
    ]);
  });
});
