/** The rounds of pre-copy by formula, and whether they come to an end. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeConvergence } from '../../../../src/engine/memory/analysis/convergence.ts';
import {
  linearDirtying,
  measuredDirtying,
  uniformDirtying,
} from '../../../../src/engine/memory/analysis/dirty-curve.ts';
import { forecastRounds, type PreCopyPlan } from '../../../../src/engine/memory/analysis/round-forecast.ts';

const plan: PreCopyPlan = {
  memoryPages: 65_536,
  pagesPerSecond: 10_000,
  stopBelowPages: 500,
  maxRounds: 200,
};

describe('rounds', () => {
  test('with U(t) = D t are M λⁱ, and end as the geometric series says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (lambda) => {
        const forecast = forecastRounds(linearDirtying(lambda * 10_000, 65_536), plan);
        forecast.rounds.forEach((round, i) => {
          expect(round.pages / (65_536 * lambda ** i)).toBeCloseTo(1, 9);
          expect(round.seconds).toBeCloseTo(round.pages / 10_000, 9);
        });
        const n = forecast.rounds.length;
        expect(n).toBe(Math.max(1, Math.ceil(Math.log(500 / 65_536) / Math.log(lambda) - 1e-9)));
        const series = (65_536 * (1 - lambda ** (n + 1))) / (1 - lambda) / 10_000;
        expect(forecast.totalSeconds / series).toBeCloseTo(1, 9);
        expect(forecast.stops).toBe(true);
      }),
      { seed: 20_100_501, numRuns: 60 },
    );
  });

  test('stop at the most allowed', () => {
    const forecast = forecastRounds(linearDirtying(10_000, 65_536), { ...plan, maxRounds: 7 });
    expect([forecast.rounds.length, forecast.stops, forecast.lastCopy.pages]).toEqual([7, false, 65_536]);
  });
});

test('a measured curve is read in straight lines and stays at its end', () => {
  const curve = measuredDirtying(Float64Array.of(0, 4, 6), 10);
  expect([0, 0.05, 0.1, 0.15, 0.2, 9].map(curve)).toEqual([0, 2, 4, 5, 6, 6]);
});

describe('convergence', () => {
  test('a guest that writes little converges', () => {
    const verdict = judgeConvergence(uniformDirtying(4096, 2000), plan);
    expect(verdict).toMatchObject({ converges: true, reason: 'small-enough' });
    expect(verdict.remedies).toEqual({ pagesPerSecond: 10_000, stopBelowPages: 500, guestSpeed: 1 });
  });

  test('a hot set rewritten faster than it is sent keeps the rounds at its size', () => {
    const verdict = judgeConvergence(uniformDirtying(4096, 100_000), plan);
    expect(verdict).toMatchObject({ converges: false, reason: 'working-set' });
    expect(verdict.restPages).toBeGreaterThan(4090);
    expect(verdict.workingSetPages).toBeCloseTo(4096, 0);
    expect(verdict.dirtiedPerSecond).toBeCloseTo(10_000, 0);
  });

  test('a guest that dirties memory as fast as the link takes it away makes no round shorter', () => {
    const verdict = judgeConvergence(linearDirtying(12_000, 65_536), plan);
    expect(verdict).toMatchObject({ converges: false, reason: 'dirty-rate', restPages: 65_536 });
    // λ = 12 000 / B must be below 1
    expect(verdict.remedies.pagesPerSecond / 12_000).toBeCloseTo(1, 6);
    expect(verdict.remedies.guestSpeed).toBeCloseTo(10 / 12, 6);
  });

  test('each remedy alone makes it converge, a little less of it does not', () => {
    const hotSets = fc.integer({ min: 1000, max: 40_000 });
    fc.assert(
      fc.property(hotSets, fc.integer({ min: 11_000, max: 300_000 }), (hot, writes) => {
        const many = { ...plan, maxRounds: 20_000 };
        const verdict = judgeConvergence(uniformDirtying(hot, writes), many);
        expect(verdict.converges).toBe(false);
        const { remedies } = verdict;
        const converges = (factor: number) => [
          judgeConvergence(uniformDirtying(hot, writes), {
            ...many,
            pagesPerSecond: remedies.pagesPerSecond * factor,
          }).converges,
          judgeConvergence(uniformDirtying(hot, writes), {
            ...many,
            stopBelowPages: remedies.stopBelowPages * factor,
          }).converges,
          judgeConvergence(uniformDirtying(hot, (writes * remedies.guestSpeed) / factor), many).converges,
        ];
        expect(converges(1.01)).toEqual([true, true, true]);
        expect(converges(0.99)).toEqual([false, false, false]);
      }),
      { seed: 20_100_501, numRuns: 40 },
    );
  });
});
