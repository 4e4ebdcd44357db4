import { expect, test } from 'vitest';
import { stackDelays } from '../../src/layout/delay-stack.ts';

test('delays lie end to end and fill the bar', () => {
  const { totalMs, segments } = stackDelays([0.1, 0.15, 1]);
  expect(totalMs).toBe(1.25);
  const percent = (part: number) => Math.round(part * 100);
  expect(segments.map((s) => [percent(s.from), percent(s.to)])).toEqual([
    [0, 8],
    [8, 20],
    [20, 100],
  ]);
});

test('a negative one goes back from the end, and the total is what is left', () => {
  const { totalMs, segments } = stackDelays([0.1, -0.02, 0.3]);
  expect(totalMs).toBe(0.38);
  const back = segments.find((segment) => segment.negative);
  expect(back).toMatchObject({ index: 1, ms: -0.02 });
  expect(back?.from).toBeCloseTo(0.95, 9);
  expect(back?.to).toBeCloseTo(1, 9);
});

test('what is printed adds up to the printed total', () => {
  const { totalMs, segments } = stackDelays([0.1004, 0.1504, 1.0104, -0.0004]);
  expect(segments.reduce((sum, segment) => sum + segment.ms, 0)).toBeCloseTo(totalMs, 9);
  expect(totalMs).toBe(1.261);
});

test('nothing to stack is a bar of no length', () => {
  expect(stackDelays([])).toEqual({ totalMs: 0, segments: [] });
});
