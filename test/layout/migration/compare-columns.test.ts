/** What the comparison compares, who does best, and the scale of the bars. */
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  bestPlaces,
  COMPARE_COLUMNS,
  comparedRow,
  fullBar,
  largestUsual,
} from '../../../src/layout/migration/compare-columns.ts';
import type { SoloResult, SoloRound } from '../../../src/protocol/migration/model.ts';
import { comparedOf, MEMORY_BYTES, resultOf, rowOf } from './compare-rows.ts';

const round = (durationMs: number, throttlePercent?: number): SoloRound => ({
  startMs: 0,
  durationMs,
  pagesSent: 0,
  bytesSent: 0,
  pagesDirtied: 0,
  remainingPages: 0,
  ...(throttlePercent === undefined ? {} : { throttlePercent }),
});

const valuesOf = (part: Partial<SoloResult>) =>
  comparedRow(rowOf('x', resultOf(part)), 0, MEMORY_BYTES).values;

describe('values', () => {
  test('what was sent is told against the memory, too', () => {
    expect(valuesOf({ bytesSent: 2_500_000 })).toMatchObject({ sentBytes: 2_500_000, timesMemory: 2.5 });
  });

  test('the copy with the VM paused is no live round', () => {
    const rounds = [round(800), round(100), round(50)];
    expect(valuesOf({ rounds }).rounds).toBe(2);
    expect(valuesOf({ rounds, outcome: 'not-converged', downtimeMs: 0 }).rounds).toBe(3);
    const lost = { side: 'destination', phase: 'stop-and-copy', pages: 0, sentence: '' } as const;
    expect(valuesOf({ rounds, outcome: 'aborted', lost, downtimeMs: 20 }).rounds).toBe(2);
  });

  test('a VM that was never paused, or never ran again, has no downtime', () => {
    expect(valuesOf({ outcome: 'not-converged', downtimeMs: 0 }).downtimeMs).toBeNull();
    expect(valuesOf({ outcome: 'vm-lost' })).toMatchObject({ downtimeMs: null, lostMs: null });
  });

  test('the guest loses the pause, its waits for pages, and what a throttle took of the live rounds', () => {
    const postCopy = { resumedMs: 1, faults: 1, requests: 1, stalledMs: 30, balloonedPages: 0 };
    expect(valuesOf({ downtimeMs: 2, postCopy }).lostMs).toBe(32);
    const rounds = [round(1000, 0), round(1000, 20), round(500, 30), round(60, 30)];
    expect(valuesOf({ downtimeMs: 60, rounds }).lostMs).toBe(60 + 200 + 150);
  });

  test('a row that cannot run has none', () => {
    const { values } = comparedRow(rowOf('x', null), 0, MEMORY_BYTES);
    for (const column of COMPARE_COLUMNS) expect(values[column]).toBeNull();
  });
});

describe('best', () => {
  test('only who arrived can win, and all who are as good as can be told win', () => {
    const rows = comparedOf([
      resultOf({ totalTimeMs: 2001 }),
      resultOf({ totalTimeMs: 2003 }),
      resultOf({ totalTimeMs: 2400 }),
      resultOf({ totalTimeMs: 100, outcome: 'aborted' }),
      null,
    ]);
    expect([...bestPlaces(rows, 'totalMs')]).toEqual([0, 1]);
  });

  test('nobody is marked where nearly all are alike', () => {
    const rows = comparedOf([1000, 1001, 1002, 3000].map((totalTimeMs) => resultOf({ totalTimeMs })));
    expect(bestPlaces(rows, 'totalMs').size).toBe(0);
  });

  test('rounds have no best', () => {
    expect(
      bestPlaces(comparedOf([resultOf(), resultOf(), resultOf({ rounds: [round(1), round(1)] })]), 'rounds')
        .size,
    ).toBe(0);
  });

  test('nobody wins where nobody arrived', () => {
    expect(bestPlaces(comparedOf([resultOf({ outcome: 'vm-lost' })]), 'sentBytes').size).toBe(0);
  });
});

describe('full bar', () => {
  test('an outlier does not make all others too short', () => {
    expect(largestUsual([50, 55, 60, 2000])).toBe(60);
    expect(largestUsual([0, 0, 0, 7])).toBe(7);
    expect(largestUsual([])).toBe(0);
  });

  property.prop(
    [fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 })],
    {
      seed: 4,
    },
  )('it is one of the values, and at least half of them fit in', (totals) => {
    const rows = comparedOf(totals.map((totalTimeMs) => resultOf({ totalTimeMs })));
    const full = fullBar(rows, 'totalMs');
    expect(totals).toContain(full);
    expect(totals.filter((total) => total <= full).length * 2).toBeGreaterThanOrEqual(totals.length);
  });
});
