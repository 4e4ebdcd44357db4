import { describe, expect, it } from 'vitest';
import { gainCases, judgeGains } from '../../../src/store/evidence/gains.ts';
import { gainRow } from './rows.ts';

const rows = [
  gainRow('sort', 'none', 1),
  gainRow('sort', 'lru', 0.99, 1.2),
  gainRow('sort', 'lazy-counting', 0.98),
  gainRow('sort', 'oracle', 0.9),
  gainRow('zipf', 'none', 2),
  gainRow('zipf', 'lru', 2.02),
  gainRow('zipf', 'lazy-counting', 1.98),
  gainRow('zipf', 'oracle', 1.9),
];

describe('what prediction gains', () => {
  it('is told against no prediction on the same workload', () => {
    const [sort, zipf] = gainCases(rows);
    expect(sort?.gains.map(({ row }) => row.predictor)).toEqual(['lru', 'lazy-counting', 'oracle']);
    expect(sort?.gains[0]?.bytes).toBeCloseTo(-0.01);
    expect(sort?.gains[0]?.downtime).toBeCloseTo(0.2);
    expect(zipf?.gains[0]?.bytes).toBeCloseTo(0.01);
  });

  it('waits where the plain run is not there yet', () => {
    expect(gainCases([gainRow('sort', 'lru', 1)])).toEqual([]);
    expect(judgeGains([])).toBeNull();
    expect(judgeGains(gainCases([gainRow('sort', 'none', 1)]))).toBeNull();
  });

  it('is judged without the oracle, best in the mean first', () => {
    const verdict = judgeGains(gainCases(rows));
    expect(verdict?.means.map(({ predictor }) => predictor)).toEqual(['lazy-counting', 'lru']);
    expect(verdict?.means[0]?.bytes).toBeCloseTo(-0.015);
    expect(verdict?.means[1]?.bytes).toBeCloseTo(0);
    expect(verdict?.oracle?.bytes).toBeCloseTo(-0.075);
    expect(verdict?.largest).toMatchObject({
      workload: 'sort',
      gain: { row: { predictor: 'lazy-counting' } },
    });
  });

  it.each([
    [0.9, 'helps'],
    [0.985, 'hardly'],
    [1.001, 'costs'],
  ] as const)('sending %d of the bytes %s', (share, kind) => {
    expect(judgeGains(gainCases([gainRow('a', 'none', 1), gainRow('a', 'lru', share)]))?.kind).toBe(kind);
  });
});
