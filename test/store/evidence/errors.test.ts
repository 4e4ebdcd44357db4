import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { errorOf, quantile, summarise, verdictRight } from '../../../src/store/evidence/errors.ts';
import { figures, twinRow } from './rows.ts';

describe('errors of a run', () => {
  it('are ratios for time and bytes, differences for downtime and rounds', () => {
    const row = twinRow('a', 0, null, {
      twin: figures(4100, { bytesSent: 268e6 * 0.98, downtimeMs: 23, liveRounds: 5 }),
    });
    expect(errorOf(row, 'twin', 'totalTimeMs')).toBeCloseTo(0.025);
    expect(errorOf(row, 'twin', 'bytesSent')).toBeCloseTo(-0.02);
    expect(errorOf(row, 'twin', 'downtimeMs')).toBe(3);
    expect(errorOf(row, 'twin', 'liveRounds')).toBe(2);
  });

  it('are none where a model says nothing, or a run had no downtime', () => {
    expect(errorOf(twinRow('a', 0, null), 'textbook', 'totalTimeMs')).toBeNull();
    const gaveUp = twinRow('a', 0, 0, { measured: figures(60_000, { completed: false, downtimeMs: null }) });
    expect(errorOf(gaveUp, 'twin', 'downtimeMs')).toBeNull();
    expect(errorOf(gaveUp, 'twin', 'totalTimeMs')).toBeLessThan(0);
  });

  it('are not the verdict: a right time can be of a run that never converged', () => {
    const row = twinRow('a', 0, 0, { twin: figures(4000, { completed: false }) });
    expect(verdictRight(row, 'twin')).toBe(false);
    expect(verdictRight(row, 'textbook')).toBe(true);
    expect(verdictRight(twinRow('a', 0, null), 'textbook')).toBeNull();
  });
});

describe('a summary', () => {
  it('is of sizes, with the median, the 90th percentile and the worst', () => {
    const rows = [0.01, -0.02, 0.03, -0.04, 0.05, 0.06, 0.07, 0.08, 0.09, -0.5].map((error, i) =>
      twinRow(String(i), error, i < 4 ? error : null),
    );
    const ours = summarise(rows, 'twin', 'totalTimeMs');
    expect(ours).toMatchObject({ runs: 10, judged: 10, right: 10 });
    expect(ours.median).toBeCloseTo(0.06);
    expect(ours.p90).toBeCloseTo(0.5);
    expect(ours.worst).toBeCloseTo(0.5);
    expect(summarise(rows, 'textbook', 'totalTimeMs').runs).toBe(4);
  });

  it('of nothing is nothing', () => {
    expect(summarise([], 'twin', 'bytesSent')).toMatchObject({ runs: 0, median: Number.NaN, judged: 0 });
  });
});

test.prop(
  [
    fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ],
  {
    seed: 4,
  },
)('a quantile is one of the values, and at least that share lies at or below it', (values, q) => {
  const at = quantile(values, q);
  expect(values).toContain(at);
  expect(values.filter((value) => value <= at).length).toBeGreaterThanOrEqual(Math.floor(q * values.length));
});
