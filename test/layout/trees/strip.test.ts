import { describe, expect, test } from 'vitest';
import { darkness, keyed, moved, resized, windowBox } from '../../../src/layout/trees/strip.ts';

const WINDOW = { from: 400, to: 430 };

describe('the window', () => {
  test('moves within the tree', () => {
    expect(moved(WINDOW, 50, 1000)).toEqual({ from: 450, to: 480 });
    expect(moved(WINDOW, 5000, 1000)).toEqual({ from: 970, to: 1000 });
    expect(moved(WINDOW, -5000, 1000)).toEqual({ from: 0, to: 30 });
  });

  test('is pulled at its ends, but not shut', () => {
    expect(resized(WINDOW, 'to', 100, 1000)).toEqual({ from: 400, to: 530 });
    expect(resized(WINDOW, 'from', 100, 1000)).toEqual({ from: 422, to: 430 });
    expect(resized(WINDOW, 'from', -500, 1000)).toEqual({ from: 0, to: 430 });
  });

  test.each([
    ['ArrowRight', false, { from: 403, to: 433 }],
    ['ArrowLeft', false, { from: 397, to: 427 }],
    ['ArrowRight', true, { from: 400, to: 433 }],
    ['PageUp', false, { from: 430, to: 460 }],
    ['Home', false, { from: 0, to: 30 }],
    ['End', false, { from: 970, to: 1000 }],
    ['x', false, null],
  ])('%s, shift %s', (key, shift, expected) => {
    expect(keyed(WINDOW, key, shift, 1000)).toEqual(expected);
  });

  test('is never too narrow to be taken', () => {
    expect(windowBox({ from: 5000, to: 5001 }, 10_000, 500)).toEqual({ left: 242.025, width: 16 });
    expect(windowBox({ from: 0, to: 10 }, 10_000, 500).left).toBe(0);
  });
});

test('the hottest bin is darkest, and no accesses are no colour', () => {
  expect([...darkness(Float64Array.from([0, 25, 100]))]).toEqual([0, 0.5, 1]);
  expect([...darkness(new Float64Array(3))]).toEqual([0, 0, 0]);
});
