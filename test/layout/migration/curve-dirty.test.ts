/** U(t) against the link, and the staircase of rounds between them. */
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { judgeConvergence } from '../../../src/engine/memory/analysis/convergence.ts';
import { uniformDirtying } from '../../../src/engine/memory/analysis/dirty-curve.ts';
import { forecastRounds, type PreCopyPlan } from '../../../src/engine/memory/analysis/round-forecast.ts';
import {
  type DirtyPoint,
  dirtiedIn,
  meetingPoint,
  roundsUntilAlike,
  settlingPoint,
  staircase,
} from '../../../src/layout/migration/curve-dirty.ts';
import { dirtyFrame, pointsWithin } from '../../../src/layout/migration/curve-frame.ts';
import type { SoloAnalysis } from '../../../src/protocol/migration/model.ts';

/** A uniform workload over a hot set, measured at powers of two of a reference. */
function pointsOf(hotPages: number, writesPerSecond: number): DirtyPoint[] {
  const dirtied = uniformDirtying(hotPages, writesPerSecond);
  const points: DirtyPoint[] = [];
  for (let count = 1; count <= 4_000_000; count *= 2) {
    const seconds = count / writesPerSecond;
    points.push({ ms: 1000 * seconds, pages: dirtied(seconds) });
  }
  return points;
}

function analysisOf(hotPages: number, writesPerSecond: number, plan: PreCopyPlan): SoloAnalysis {
  const dirtied = uniformDirtying(hotPages, writesPerSecond);
  return {
    references: 1,
    observedMs: 1,
    stackDistances: [],
    firstReferences: 0,
    missRatios: [],
    workingSets: { windowMs: 1, pages: [] },
    uniqueWritten: pointsOf(hotPages, writesPerSecond),
    plan,
    forecast: forecastRounds(dirtied, plan),
    convergence: judgeConvergence(dirtied, plan),
  };
}

const plan: PreCopyPlan = {
  memoryPages: 65_536,
  pagesPerSecond: 30_000,
  stopBelowPages: 1800,
  maxRounds: 1000,
};
const endless = analysisOf(40_960, 60_000, plan);
const quick = analysisOf(4096, 8000, plan);

describe('U between the measured points', () => {
  const points = pointsOf(4096, 8000);
  const dirtied = uniformDirtying(4096, 8000);

  test('is the curve itself to 2 %, the last value beyond it, nothing at 0', () => {
    for (const ms of [1, 7, 33, 150, 900, 4000]) {
      const ratio = dirtiedIn(points, ms) / dirtied(ms / 1000);
      expect(ratio).toBeGreaterThan(0.98);
      expect(ratio).toBeLessThan(1.02);
    }
    expect(dirtiedIn(points, 1e9)).toBe(points.at(-1)?.pages);
    expect(dirtiedIn(points, 0)).toBe(0);
    expect(dirtiedIn([], 5)).toBe(0);
  });

  property.prop(
    [fc.double({ min: 0, max: 1e5, noNaN: true }), fc.double({ min: 0, max: 1e5, noNaN: true })],
    {
      seed: 7,
    },
  )('never falls', (a, b) => {
    expect(dirtiedIn(points, Math.max(a, b))).toBeGreaterThanOrEqual(dirtiedIn(points, Math.min(a, b)));
  });
});

describe('where they meet', () => {
  test('a round of that size dirties as much as it sends', () => {
    const meet = settlingPoint(endless.uniqueWritten, plan.pagesPerSecond, 2184);
    expect(meet).not.toBeNull();
    expect(meet?.pages).toBeCloseTo((plan.pagesPerSecond * (meet?.ms ?? 0)) / 1000, 3);
  });

  test('it is where the rounds by formula settle, to 2 %', () => {
    const meet = settlingPoint(endless.uniqueWritten, plan.pagesPerSecond, 2184)?.pages ?? 0;
    expect(Math.abs(meet / endless.forecast.lastCopy.pages - 1)).toBeLessThan(0.02);
    expect(meetingPoint(endless, 2184)?.pages).toBe(endless.forecast.lastCopy.pages);
  });

  test('is nowhere where the link is always the faster one, or never', () => {
    expect(settlingPoint(quick.uniqueWritten, plan.pagesPerSecond, 2184)).toBeNull();
    expect(meetingPoint(quick, 2184)).toBeNull();
    expect(settlingPoint(pointsOf(1_000_000, 500_000), plan.pagesPerSecond, 2184)).toBeNull();
  });
});

describe('the staircase', () => {
  test('goes down to the curve and left to the line, a step a round', () => {
    const corners = staircase(endless.forecast, 3);
    expect(corners).toHaveLength(6);
    for (let i = 0; i + 1 < corners.length; i += 2) {
      const [onLine, onCurve, next] = corners.slice(i, i + 3);
      expect(onLine?.ms).toBe(onCurve?.ms);
      expect(onLine?.pages).toBeCloseTo((plan.pagesPerSecond * (onLine?.ms ?? 0)) / 1000, 6);
      expect(onCurve?.pages).toBeLessThanOrEqual(onLine?.pages ?? 0);
      if (next !== undefined) expect(next.pages).toBe(onCurve?.pages);
    }
  });

  test('ends with what is left for the pause', () => {
    expect(staircase(quick.forecast, 40).at(-1)?.pages).toBe(quick.forecast.lastCopy.pages);
  });
});

test('rounds that are all alike are known as such', () => {
  const alike = roundsUntilAlike(endless.forecast);
  expect(alike).toBeGreaterThan(3);
  expect(alike).toBeLessThan(15);
  expect(endless.forecast.rounds).toHaveLength(plan.maxRounds);
  expect(roundsUntilAlike(quick.forecast)).toBe(quick.forecast.rounds.length);
});

describe('the frame', () => {
  test.each([
    ['endless', endless],
    ['quick', quick],
  ])('%s: holds the threshold, every round and all memory', (_, analysis) => {
    const frame = dirtyFrame(analysis);
    expect(frame.fromPages).toBeLessThan(plan.stopBelowPages);
    expect(frame.fromPages).toBeLessThan(analysis.forecast.lastCopy.pages);
    expect(frame.toPages).toBeGreaterThan(plan.memoryPages);
    expect(frame.toMs).toBeGreaterThan(frame.wholeMs);
    const within = pointsWithin(analysis.uniqueWritten, frame);
    expect(within.length).toBeGreaterThan(4);
    for (const i of within) expect(analysis.uniqueWritten[i]?.ms).toBeLessThanOrEqual(frame.toMs);
  });
});
