/** Rounds by formula beside the simulated ones, and nothing of what was not reached. */
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { defaultSolo } from '../../../src/engine/simulation/solo-spec.ts';
import { distanceBins } from '../../../src/layout/migration/curve-bins.ts';
import {
  bothTotals,
  differenceOf,
  roundPairs,
  roundsReached,
} from '../../../src/layout/migration/curve-rounds.ts';
import type { SoloAnalysis } from '../../../src/protocol/migration/model.ts';
import { resultOf } from './compare-rows.ts';

const round = (startMs: number, durationMs: number, pagesSent: number) => ({
  startMs,
  durationMs,
  pagesSent,
  bytesSent: 4104 * pagesSent,
  pagesDirtied: 0,
  remainingPages: 0,
});

const side = {
  spec: defaultSolo,
  result: resultOf({ rounds: [round(0, 1000, 1000), round(1000, 200, 210), round(1200, 50, 40)] }),
  suspendedMs: 1200,
};
const forecast: SoloAnalysis['forecast'] = {
  rounds: [
    { pages: 1000, seconds: 1 },
    { pages: 200, seconds: 0.2 },
    { pages: 100, seconds: 0.1 },
  ],
  stops: true,
  lastCopy: { pages: 30, seconds: 0.03 },
  totalPages: 1330,
  totalSeconds: 1.33,
};

test('all of both: rounds one by one, the pause last, whether or not the other has such a round', () => {
  expect(roundPairs(forecast, side, 3, 30)).toEqual([
    { round: 1, formula: 1000, simulated: 1000 },
    { round: 2, formula: 200, simulated: 210 },
    { round: 3, formula: 100, simulated: null },
    { round: null, formula: 30, simulated: 40 },
  ]);
});

test('differences are shares of the formula, and totals are of rounds both have', () => {
  const pairs = roundPairs(forecast, side, 2, 30);
  expect(pairs.map(differenceOf)).toEqual([0, expect.closeTo(0.05), null, null]);
  expect(bothTotals(pairs)).toEqual({ rounds: 2, formula: 1200, simulated: 1210 });
});

test('what went as a mark or a difference is not a page', () => {
  const rounds = [{ ...round(0, 1000, 1000), bytesSent: 250 * 4104 }];
  const half = { ...side, result: resultOf({ rounds }) };
  expect(roundPairs(forecast, half, 1, 30)[0]).toEqual({ round: 1, formula: 1000, simulated: 250 });
});

test('no more rounds than wanted, the pause all the same; none without a side', () => {
  expect(roundPairs(forecast, side, 3, 1).map(({ round: number }) => number)).toEqual([1, null]);
  expect(roundPairs(forecast, null, 0, 30).every(({ simulated }) => simulated === null)).toBe(true);
});

test('a pause told to the microsecond is the pause all the same', () => {
  expect(roundPairs(forecast, { ...side, suspendedMs: 1200.0004 }, 3, 30).at(-1)?.simulated).toBe(40);
});

describe('the future', () => {
  test('an end that was rounded the other way is an end', () => {
    const rounds = [round(9700.078, 264.531, 1624)];
    expect(roundsReached({ result: resultOf({ rounds }) }, 9964.608)).toBe(1);
    expect(roundsReached({ result: resultOf({ rounds }) }, 9964.6)).toBe(0);
  });

  property.prop([fc.nat(1300)], { seed: 5 })(
    'a round counts once its end was reached, and not before',
    (reachedMs) => {
      const reached = roundsReached(side, reachedMs);
      const told = roundPairs(forecast, side, reached, 30).filter(({ simulated }) => simulated !== null);
      expect(told).toHaveLength(reached);
      for (const [i, { startMs, durationMs }] of side.result.rounds.entries()) {
        expect(i < reached).toBe(startMs + durationMs <= reachedMs);
      }
    },
  );
});

test('stack distances are shares of all references, first references among them', () => {
  const analysis = {
    references: 200,
    firstReferences: 20,
    stackDistances: [
      { above: 0, upTo: 1, references: 80 },
      { above: 1, upTo: 2, references: 100 },
    ],
  } as unknown as SoloAnalysis;
  const { bins, firstShare, mostShare } = distanceBins(analysis);
  expect(bins.map(({ share }) => share)).toEqual([0.4, 0.5]);
  expect(firstShare).toBe(0.1);
  expect(mostShare).toBe(0.5);
});
