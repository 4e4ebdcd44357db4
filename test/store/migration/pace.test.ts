import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { advance, paceOf, wallUntil } from '../../../src/store/migration/pace.ts';

interface Side {
  readonly endMs: number;
  readonly suspendedMs: number | null;
  readonly resumedMs: number | null;
}

/** as the default lab goes: pre-copy pauses at its end, post-copy for 1.6 ms at its beginning */
const preCopy: Side = { endMs: 2412.761, suspendedMs: 2353.234, resumedMs: 2412.761 };
const postCopy: Side = { endMs: 2153.378, suspendedMs: 0, resumedMs: 1.6 };

const wholeWall = (sides: readonly Side[]) =>
  wallUntil(paceOf(sides), Math.max(...sides.map(({ endMs }) => endMs)));

function wallOf(sides: readonly Side[], fromMs: number, toMs: number): number {
  const spans = paceOf(sides);
  return wallUntil(spans, toMs) - wallUntil(spans, fromMs);
}

/** moments are told to the microsecond */
const micros = (ms: number): number => Math.round(ms * 1000) / 1000;

const side: fc.Arbitrary<Side> = fc
  .record({
    endMs: fc.double({ min: 1, max: 1e6, noNaN: true }).map(micros),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('pauses', 'never', 'stays paused'),
  })
  .map(({ endMs, from, share, kind }) => {
    if (kind === 'never') return { endMs, suspendedMs: null, resumedMs: null };
    const suspendedMs = micros(from * endMs);
    return {
      endMs,
      suspendedMs,
      resumedMs: kind === 'pauses' ? micros(suspendedMs + share * (endMs - suspendedMs)) : null,
    };
  });

describe('the default pair', () => {
  test('takes about 24 s, and nobody misses the 1.6 ms of the switch-over', () => {
    expect(wholeWall([preCopy, postCopy])).toBeCloseTo(24_000, 0);
    expect(wallOf([preCopy, postCopy], 0, 1.6)).toBeGreaterThanOrEqual(1500);
    expect(wallOf([preCopy, postCopy], 0, 74)).toBeGreaterThanOrEqual(2999);
    expect(wallOf([preCopy, postCopy], 2280.8, 2412.761)).toBeGreaterThanOrEqual(2999);
  });

  test('a pause in the middle is three seconds with what is around it', () => {
    const middle = { endMs: 1000, suspendedMs: 500, resumedMs: 500.2 };
    expect(wallOf([middle], 470, 530.2)).toBeGreaterThanOrEqual(2999);
    expect(wallOf([middle], 500, 500.2)).toBeGreaterThanOrEqual(1500);
    expect(wholeWall([middle])).toBeCloseTo(24_000, 0);
  });
});

test('a guest that is paused all the time plays evenly', () => {
  expect(wholeWall([{ endMs: 4000, suspendedMs: 0, resumedMs: 4000 }])).toBeCloseTo(24_000, 0);
});

test('nothing to play takes no time', () => {
  expect(paceOf([])).toEqual([]);
  expect(advance([], 0, 100)).toBe(0);
});

property.prop([fc.array(side, { minLength: 1, maxLength: 2 })], { seed: 11, numRuns: 300 })(
  'every pair is watched in 24 s, or a few more where pauses need them, and ends at its end',
  (sides) => {
    const endMs = Math.max(...sides.map((one) => one.endMs));
    const spans = paceOf(sides);
    expect(spans.at(-1)?.toMs).toBe(endMs);
    expect(spans.every(({ pace }) => pace > 0 && Number.isFinite(pace))).toBe(true);
    const wall = wholeWall(sides);
    expect(wall).toBeGreaterThan(23_990);
    expect(wall).toBeLessThan(24_000 + 2 * 3000 + 10);
    expect(advance(spans, 0, wall + 1)).toBe(endMs);
  },
);

property.prop(
  [
    fc.array(side, { minLength: 1, maxLength: 2 }),
    fc.array(fc.double({ min: 0.1, max: 500, noNaN: true }), { minLength: 1, maxLength: 30 }),
  ],
  { seed: 12, numRuns: 200 },
)('in small steps one comes as far as in one', (sides, steps) => {
  const spans = paceOf(sides);
  const wall = steps.reduce((sum, step) => sum + step, 0);
  const stepped = steps.reduce((ms, step) => advance(spans, ms, step), 0);
  const straight = advance(spans, 0, wall);
  expect(stepped).toBeCloseTo(straight, 6 - Math.ceil(Math.log10(straight + 1)));
  // And the clock agrees with the time it is said to take.
  expect(wallUntil(spans, straight)).toBeLessThan(wall + 1e-3);
});
