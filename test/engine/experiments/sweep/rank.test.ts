import { describe, expect, test } from 'vitest';
import { rankRow } from '../../../../src/engine/experiments/sweep/rank.ts';
import { withSetting } from '../../../../src/engine/experiments/sweep/settings.ts';
import type { RankRow, Subject } from '../../../../src/engine/experiments/sweep/spec.ts';
import { finish } from '../../../../src/engine/lab/job.ts';
import { library, outcomeOf, subjects } from './sweeps.ts';

const rowOf = (parameter: string, subject: Subject = subjects.migration, seeds = 1): RankRow =>
  finish(rankRow(subject, parameter, seeds, library));
const set = (path: string, value: string | number): Subject =>
  withSetting(subjects.migration, path, value, true) ?? subjects.migration;

describe('a row of the ranking', () => {
  test('half, as it is, and double, each the run itself', () => {
    const row = rowOf('link.bandwidthBytesPerSecond');
    expect(row).toMatchObject({
      low: 25_000_000,
      now: 50_000_000,
      high: 100_000_000,
      problem: null,
      unit: 'B/s',
    });
    const of = (value: number) => {
      const subject = set('link.bandwidthBytesPerSecond', value);
      return outcomeOf(withSetting(subject, 'seed', 1, false) ?? subject).figures;
    };
    expect([row.atLow, row.atNow, row.atHigh]).toEqual([of(25e6), of(50e6), of(100e6)]);
    expect(row.atLow.totalTimeMs).toBeGreaterThan(row.atHigh.totalTimeMs ?? Number.NaN);
  });

  test('the mean over several seeds', () => {
    const row = rowOf('vm.workload.writesPerSecond', set('link.lossRate', 0.2), 3);
    const each = [1, 2, 3].map((seed) => {
      const subject = withSetting(set('link.lossRate', 0.2), 'seed', seed, false);
      return (subject === null ? null : outcomeOf(subject).figures.bytesSent) ?? Number.NaN;
    });
    expect(new Set(each).size).toBeGreaterThan(1);
    expect(row.atNow.bytesSent).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / 3, 6);
  });

  test('a share is clipped to its range, 0 has a tenth above it', () => {
    expect(rowOf('vm.workload.hotFraction', set('vm.workload.pattern', 'hot-cold'))).toMatchObject({
      low: 0.45,
      now: 0.9,
      high: 1,
    });
    expect(rowOf('link.lossRate')).toMatchObject({ low: 0, now: 0, high: 0.1 });
  });

  test('whole numbers stay whole', () => {
    const three = set('strategy.kind', 'working-set-pre-copy');
    const odd = withSetting(three, 'strategy.workingSetPages', 63, false) ?? three;
    expect(rowOf('strategy.workingSetPages', odd)).toMatchObject({ low: 32, high: 126, problem: null });
  });

  test('a side the subject does not allow comes half way back', () => {
    // the hot set begins at 1 MiB of 4, so of 2 MiB at most 3 fit
    const row = rowOf('vm.workload.hotSetMiB', set('vm.workload.hotSetMiB', 2));
    expect(row).toMatchObject({ low: 1, now: 2, high: 3, problem: null });
  });

  test('and says so where it never fits', () => {
    const full = withSetting(set('vm.workload.hotSetMiB', 3), 'vm.workload.hotStartMiB', 1, false);
    const row = rowOf('vm.workload.hotSetMiB', full ?? subjects.migration);
    expect(row.problem).toMatch(/^The workload reaches page/);
    expect(row.atHigh.bytesSent).toBeNull();
    expect(row.atLow.bytesSent).toBeGreaterThan(0);
  });

  test('what is not set, or no number, has neither half nor double', () => {
    expect(() => rowOf('strategy.xbzrleCacheMiB')).toThrow(/is not set here/);
    expect(() => rowOf('strategy.kind')).toThrow(/no number of a migration/);
  });
});
