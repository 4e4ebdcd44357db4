import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  agreesUntil,
  blendAxes,
  type HumanAxisInput,
  humanAxis,
  LEAD_US,
  linearAxis,
  timeToX,
  walkAxis,
  xToTime,
} from '../../src/layout/human-time.ts';

const S = 1_000_000;
const WIDTH = 800;

const story = (reachedS: number, more: Partial<HumanAxisInput> = {}): HumanAxisInput => ({
  spans: [
    { startUs: 0, endUs: 18 * S, stretch: 1 },
    { startUs: 18 * S, endUs: 18.2 * S, stretch: 40 },
    { startUs: 18.2 * S, endUs: 21.2 * S, stretch: 2.5 },
    { startUs: 21.2 * S, endUs: 21.26 * S, stretch: 60 },
    { startUs: 21.26 * S, endUs: 30 * S, stretch: 1 / 3 },
  ],
  reachedUs: reachedS * S,
  firstTurnUs: 18 * S,
  endUs: null,
  width: WIDTH,
  ...more,
});

describe('the human-time axis', () => {
  it('gives each phase the width of the wall time it is played in', () => {
    const axis = humanAxis(story(22));
    const px = (from: number, to: number) => timeToX(axis, to * S) - timeToX(axis, from * S);
    expect(px(18, 18.2) / px(18.2, 21.2)).toBeCloseTo((0.2 * 40) / (3 * 2.5), 6);
    expect(px(21.2, 21.26) / px(18.2, 21.2)).toBeCloseTo((0.06 * 60) / (3 * 2.5), 6);
    expect(px(16, 18) / px(18.2, 21.2)).toBeCloseTo(2 / 7.5, 6);
  });

  it('squeezes what lies more than two seconds before the first turn', () => {
    const axis = humanAxis(story(20));
    expect(timeToX(axis, 18 * S - LEAD_US)).toBeLessThanOrEqual(48);
    expect(timeToX(axis, 18 * S - LEAD_US)).toBeGreaterThan(10);
  });

  it('moves nothing when a phase begins', () => {
    const before = humanAxis(story(21.2 - 1e-6));
    const after = humanAxis(story(21.2 + 1e-6));
    expect(agreesUntil(before, after, 21 * S)).toBe(true);
  });

  it('leaves room ahead until the run is complete, then uses the whole width', () => {
    expect(timeToX(humanAxis(story(30)), 30 * S)).toBeLessThanOrEqual(0.92 * WIDTH + 5);
    expect(timeToX(humanAxis(story(30, { endUs: 30 * S })), 30 * S)).toBeCloseTo(WIDTH, 6);
  });

  it('stands still once the end is known, and what is ahead shrinks towards it', () => {
    const at = (reachedS: number) => humanAxis(story(reachedS, { endUs: 30 * S }));
    expect(agreesUntil(at(24), at(29), 24 * S)).toBe(true);
    expect(timeToX(at(24), 30 * S)).toBeCloseTo(WIDTH, 6);
    expect(timeToX(at(24), 24 * S)).toBeLessThan(WIDTH - 20);
  });

  it('while waiting shows the last six seconds and the rest as a thin piece', () => {
    const axis = humanAxis(story(60, { firstTurnUs: null }));
    expect(timeToX(axis, 60 * S)).toBeCloseTo(0.8 * WIDTH, -1);
    expect(timeToX(axis, 54 * S)).toBeLessThan(50);
    expect(timeToX(axis, 54 * S)).toBeGreaterThan(20);
    const early = humanAxis(story(4, { firstTurnUs: null }));
    expect(timeToX(early, 0)).toBe(0);
  });

  test.prop([fc.double({ min: 18.01, max: 30, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })])(
    'x to time undoes time to x everywhere, and later is farther right',
    (reachedS, share) => {
      const axis = humanAxis(story(reachedS));
      const t = share * reachedS * S;
      expect(Math.abs(xToTime(axis, timeToX(axis, t)) - t)).toBeLessThan(2);
      expect(timeToX(axis, t + 1000)).toBeGreaterThan(timeToX(axis, t));
    },
  );

  test.prop([
    fc.array(fc.double({ min: -S, max: 40 * S, noNaN: true })),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])('walking agrees with looking up, on blended axes too, in any order', (times, k) => {
    const axis = blendAxes(humanAxis(story(20)), humanAxis(story(30, { endUs: 30 * S })), k);
    const walk = walkAxis(axis);
    for (const t of times) expect(walk(t)).toBeCloseTo(timeToX(axis, t), 4);
  });

  it('blends from one axis to another in order', () => {
    const a = humanAxis(story(20));
    const b = linearAxis(30 * S, WIDTH);
    for (const k of [0, 0.3, 0.7, 1]) {
      const { xs } = blendAxes(a, b, k);
      expect(xs).toEqual([...xs].sort((p, q) => p - q));
    }
    expect(timeToX(blendAxes(a, b, 0.5), 19 * S)).toBeCloseTo(
      (timeToX(a, 19 * S) + timeToX(b, 19 * S)) / 2,
      6,
    );
  });
});
