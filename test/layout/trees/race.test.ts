import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  meanBetween,
  raceCell,
  recentHotDepth,
  recentMean,
  recoveryOf,
  rowAt,
  shiftsOf,
  stretchOf,
} from '../../../src/layout/trees/race-lines.ts';
import { commonLevels, levelsOf, linePath, smallTree } from '../../../src/layout/trees/race-paths.ts';
import {
  brokenLogScale,
  evenScale,
  operationScale,
  spreadLabels,
} from '../../../src/layout/trees/race-scales.ts';
import { lineStyles, sameChoice } from '../../../src/layout/trees/race-styles.ts';

/** A line sampled every `every` operations, from what each operation cost. */
function lineOf(costs: readonly number[], every: number) {
  const rows: number[] = [0, NaN, NaN, NaN, NaN, NaN];
  let sum = 0;
  costs.forEach((cost, i) => {
    sum += cost;
    if ((i + 1) % every === 0) rows.push(i + 1, sum / (i + 1), 0, NaN, NaN, NaN);
  });
  return { columns: Float64Array.from(rows), rows: rows.length / 6 };
}

describe('a line', () => {
  const line = lineOf([2, 4, 6, 8, 10, 12], 2);

  test('is read at the last sample before a moment', () => {
    expect([0, 1, 2, 5, 6, 99].map((operations) => rowAt(line, operations))).toEqual([0, 0, 1, 2, 3, 3]);
    expect(raceCell(line, 1, 'visited')).toBe(3);
    expect(raceCell(line, 9, 'visited')).toBeNaN();
  });

  test('gives the mean of any stretch', () => {
    expect(meanBetween(line, 0, 3, 'visited')).toBe(7);
    expect(meanBetween(line, 1, 3, 'visited')).toBe(9);
    expect(recentMean(line, 3, 2, 'visited')).toBe(11);
    expect(recentMean(line, 3, 1, 'visited')).toBe(11); // at least since the sample before
    expect(recentMean(line, 3, 100, 'visited')).toBe(7);
    expect(recentMean(line, 0, 2, 'visited')).toBeNaN();
  });
});

test('the depth of the hot keys is told over a stretch, and of those that are there', () => {
  const rows = [2, 5, NaN, 9].flatMap((depth, i) => [10 * i, 0, 0, 0, 0, depth]);
  const line = { columns: Float64Array.from(rows), rows: 4 };
  expect([0, 1, 2, 3].map((row) => recentHotDepth(line, row, 15))).toEqual([2, 3.5, 5, 9]);
  expect(recentHotDepth(line, 3, 25)).toBe(7);
  expect(recentHotDepth(line, 2, 1)).toBeNaN();
});

describe('a shift of the hot keys', () => {
  const stream = { kind: 'hot-shift', parameters: {}, length: 1000, keys: 31, list: [] };

  test('stands where the stream shifts, later by what was typed before it', () => {
    expect(shiftsOf({ stream, typed: [] }, 0.5)).toEqual([500]);
    expect(shiftsOf({ stream: { ...stream, parameters: { shiftAfter: 0.3 } }, typed: [] }, 0.5)).toEqual([
      300, 600, 900,
    ]);
    const typed = [0, 500, 501].map((before) => ({ operation: 'access' as const, key: 1, before }));
    expect(shiftsOf({ stream, typed }, 0.5)).toEqual([502]);
    expect(shiftsOf({ stream: { ...stream, kind: 'zipf' }, typed: [] }, 0.5)).toEqual([]);
  });

  const costs = (after: (since: number) => number) =>
    Array.from({ length: 1000 }, (_, i) => (i < 250 ? 9 : i < 500 ? 5 : after(i - 500)));
  const place = { since: 0, shift: 500, until: 1000 };

  test('is overcome when the next stretch costs at most a tenth more than the half before', () => {
    const line = lineOf(
      costs((since) => (since < 120 ? 9 : 5.4)),
      5,
    );
    expect(recoveryOf(line, place, 20)).toEqual({ before: 5, needed: 120 });
    expect(
      recoveryOf(
        lineOf(
          costs(() => 5),
          5,
        ),
        place,
        20,
      )?.needed,
    ).toBe(0);
    // No sample stands at the shift itself.
    expect(
      recoveryOf(
        lineOf(
          costs(() => 5),
          7,
        ),
        place,
        20,
      )?.needed,
    ).toBe(0);
  });

  test('is not overcome yet', () => {
    expect(
      recoveryOf(
        lineOf(
          costs(() => 5.6),
          5,
        ),
        place,
        20,
      ),
    ).toEqual({ before: 5, needed: null });
  });

  test('is not judged before the race has got there', () => {
    expect(recoveryOf(lineOf(costs(() => 9).slice(0, 505), 5), place, 20)).toBeNull();
    expect(recoveryOf(lineOf(costs(() => 9).slice(0, 300), 5), place, 20)).toBeNull();
  });

  test('a stretch is a twentieth, but long enough to be a mean', () => {
    expect([4, 100, 1000, 1_000_000].map(stretchOf)).toEqual([4, 50, 50, 50_000]);
  });
});

describe('scales', () => {
  test('even ones hold every value and have round ticks', () => {
    const scale = evenScale([5.73, 8.61, Number.NaN], 100, 0, 4);
    expect(scale.ticks).toEqual([5, 6, 7, 8, 9]);
    expect(scale.at(5)).toBe(100);
    expect(scale.at(9)).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const { ticks } = evenScale(values, 0, 100, 4);
        expect(Math.min(...values)).toBeGreaterThanOrEqual((ticks[0] ?? 0) - 1e-5);
        expect(Math.max(...values)).toBeLessThanOrEqual((ticks.at(-1) ?? 0) + 1e-5);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
      { seed: 3 },
    );
    expect(evenScale([], 0, 100, 4).ticks[0]).toBe(0);
  });

  test('that of operations ends with the last one', () => {
    expect(operationScale(1000, 0, 500, 5).ticks).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(operationScale(1003, 0, 500, 5).ticks).toEqual([0, 250, 500, 750, 1003]);
    expect(operationScale(3, 0, 500, 5).ticks).toEqual([0, 1, 2, 3]);
  });

  test('powers of ten keep 0 before a break', () => {
    const scale = brokenLogScale([0, 0.013, 7.57], 0, 334);
    expect(scale.ticks).toEqual([0, 0.01, 0.1, 1, 10]);
    expect(scale.at(0)).toBe(0);
    expect(scale.at(0.01)).toBe(34);
    expect(scale.at(10)).toBe(334);
    expect(scale.gap).toBe(17);
    expect(brokenLogScale([2, 3], 0, 100)).toMatchObject({ ticks: [1, 10], gap: null });
    expect(brokenLogScale([0], 0, 100).ticks[0]).toBe(0);
  });
});

test('labels keep their order and their distance', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 10 }), (wanted) => {
      const places = spreadLabels(wanted, 12, 0, 200);
      const sorted = places.toSorted((a, b) => a - b);
      for (const [i, place] of sorted.entries()) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(200);
        if (i > 0) expect(place - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9);
      }
      wanted.forEach((a, i) => {
        wanted.forEach((b, j) => {
          if (a < b) expect(places[i] ?? 0).toBeLessThan(places[j] ?? 0);
        });
      });
    }),
    { seed: 5 },
  );
  expect(spreadLabels([10, 50], 12, 0, 100)).toEqual([10, 50]);
});

describe('paths', () => {
  test('a line leaves a gap where a value is missing', () => {
    expect(
      linePath([
        [0, 1],
        [1, 2.25],
        [2, Number.NaN],
        [3, 4],
      ]),
    ).toBe('M0 1L1 2.3M3 4');
  });

  //      1
  //    0   2
  const nodes = Int32Array.from([0, 0, 1, 1, 0, 0, 0, 1, 1, 0, -1, 0, 0, 0, 2, 2, 1, 1, 0, 0, 0]);

  test('a small tree has its ranks across and its levels down', () => {
    const picture = smallTree(nodes, { size: 3, levels: 2, width: 26, height: 16 }, new Set([2, 7]));
    expect(picture).toEqual({
      edges: 'M13 3L3 13M13 3L23 13',
      dots: 'M3 13h0M13 3h0',
      hot: 'M23 13h0',
      hotShown: 1,
    });
    expect(levelsOf(nodes)).toBe(2);
    expect(smallTree(nodes.slice(7, 14), { size: 1, levels: 1, width: 26, height: 16 }, new Set()).dots).toBe(
      'M13 3h0',
    );
  });

  test('heights can be compared unless one would flatten the others', () => {
    expect(commonLevels([5, 9, 12])).toEqual([12, 12, 12]);
    expect(commonLevels([5, 200])).toEqual([5, 200]);
    expect(commonLevels([0, 5])).toEqual([5, 5]);
  });
});

describe('styles', () => {
  const kinds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const choice = (kind: string, parameters = {}) => ({ kind, parameters });

  test('a tree keeps its look whoever else races', () => {
    const alone = lineStyles([choice('c')], kinds);
    const [, , among] = lineStyles([choice('h'), choice('a'), choice('c')], kinds);
    expect(among).toEqual(alone[0]);
  });

  test('no two lines have the same dash, and a second of a kind does not take the first one of another', () => {
    const contestants = [
      choice('a'),
      choice('a', { decay: 5 }),
      choice('b'),
      choice('c'),
      choice('a', { decay: 9 }),
    ];
    const styles = lineStyles(contestants, kinds);
    expect(new Set(styles.map(({ dash }) => dash)).size).toBe(5);
    expect(styles[2]).toEqual(lineStyles([choice('b')], kinds)[0]);
    expect(styles.map(({ copy }) => copy)).toEqual([1, 2, 1, 1, 3]);
  });

  test('the same choice is the same whatever the order of its settings', () => {
    expect(sameChoice(choice('a', { x: 1, y: 2 }), choice('a', { y: 2, x: 1 }))).toBe(true);
    expect(sameChoice(choice('a', { x: 1 }), choice('a'))).toBe(false);
  });
});
