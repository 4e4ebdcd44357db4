/** The small pictures of all strategies, on one time axis. */
import { describe, expect, test } from 'vitest';
import { PICTURE_WIDTH, pictureAxis, smallPicture } from '../../../src/layout/migration/compare-pictures.ts';
import { resultOf, rowOf } from './compare-rows.ts';

const RUNS = 1;
const WAITS = 0.5;
const PAUSED = 0;

/** 1000 ms: runs for 800, is paused for 100, waits for 100 */
const row = rowOf('a', resultOf(), [
  0,
  4000,
  RUNS,
  400,
  2000,
  RUNS,
  800,
  1000,
  PAUSED,
  900,
  500,
  WAITS,
  1000,
  0,
  RUNS,
]);
const endless = rowOf('b', resultOf({ outcome: 'not-converged', totalTimeMs: 60_000 }), [
  0,
  4000,
  RUNS,
  30_000,
  3000,
  RUNS,
  60_000,
  3000,
  RUNS,
]);

describe('the axis', () => {
  test('reaches the end of the longest, and as high as the most that was left', () => {
    const axis = pictureAxis([row], 5);
    expect(axis).toMatchObject({ endMs: 1000, mostBytes: 4000 });
    expect(axis.ticks).toEqual([0, 200, 400, 600, 800, 1000]);
  });

  test('what goes on much longer than those that arrive is cut off', () => {
    const axis = pictureAxis([row, endless], 5);
    expect(axis.endMs).toBeGreaterThan(1000);
    expect(axis.endMs).toBeLessThan(1500);
    expect(smallPicture(endless, axis).end).toBeNull();
    expect(smallPicture(row, axis).end).toBeLessThan(1);
  });

  test('one that takes much longer than most is cut off, even if it arrives', () => {
    const slow = rowOf('c', resultOf({ totalTimeMs: 2500 }), [0, 4000, RUNS, 2500, 0, RUNS]);
    expect(pictureAxis([row, row, row, row, row, slow], 5).endMs).toBeLessThan(1200);
    expect(pictureAxis([row, slow, slow], 5).endMs).toBe(2500);
  });

  test('where nobody arrives all is shown; where nothing is there it is still an axis', () => {
    expect(pictureAxis([endless], 5).endMs).toBe(60_000);
    expect(pictureAxis([rowOf('c', null)], 5)).toMatchObject({ endMs: 1, mostBytes: 0 });
  });
});

describe('a picture', () => {
  const axis = pictureAxis([row], 5);

  test('begins at the top on the left and ends at the bottom on the right', () => {
    const { curve, area } = smallPicture(row, axis);
    expect(curve).toBe('M0,0L400,50L800,75L900,87.5L1000,100');
    expect(area).toBe(`${curve}L1000,100L0,100Z`);
  });

  test('says when the guest runs, is paused, is slowed down', () => {
    expect(smallPicture(row, axis).spans).toEqual([
      { state: 'runs', from: 0, to: 0.8 },
      { state: 'paused', from: 0.8, to: 0.9 },
      { state: 'slowed', from: 0.9, to: 1 },
    ]);
  });

  test('that is cut off leaves on the right, and its spans end there', () => {
    const both = pictureAxis([row, endless], 5);
    const { curve, spans } = smallPicture(endless, both);
    const last = Number(curve.slice(curve.lastIndexOf('L') + 1).split(',')[0]);
    expect(last).toBeGreaterThan(PICTURE_WIDTH);
    expect(spans).toEqual([{ state: 'runs', from: 0, to: 1 }]);
  });

  test('without samples is empty', () => {
    expect(smallPicture(rowOf('c', null), axis)).toMatchObject({ curve: '', area: '', spans: [] });
  });
});
