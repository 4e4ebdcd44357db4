import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { Countdown } from '../../../src/store/explore/countdown.ts';
import { handingOut } from '../../../src/store/explore/order.ts';
import { casesOf, sweepOf } from './world.ts';

const size = fc.integer({ min: 1, max: 23 });

test.prop([size, size, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 })], { seed: 63 })(
  'every case is given out once, and the first seed of every setting before the second of any',
  (xs, ys, seeds, variants) => {
    const plain = sweepOf(xs, ys, seeds);
    const sweep = {
      ...plain,
      variants: Array.from({ length: variants }, (_, i) => ({ label: String(i), set: {} })),
    };
    const order = [...handingOut(sweep)];
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: casesOf(sweep) }, (_, i) => i));
    expect(order.map((index) => index % seeds)).toEqual(
      order.map((_, place) => Math.floor(place / (order.length / seeds))),
    );
  },
);

it('settings come from coarse to fine: the corners of a map before what lies between', () => {
  const order = [...handingOut(sweepOf(9, 9, 1))];
  expect(order.slice(0, 4)).toEqual([0, 8, 72, 80]);
  expect(order.indexOf(40)).toBe(6);
});

describe('the time left', () => {
  it('is not told before it can be', () => {
    const countdown = new Countdown(100, 0);
    expect(countdown.left(50, 900)).toBeNull();
    expect(countdown.left(3, 5000)).toBeNull();
    expect(countdown.left(10, 1000)).toBe(9000);
  });

  it('counts down with the clock while the mean stays', () => {
    const countdown = new Countdown(100, 0);
    for (let ms = 1000; ms < 10_000; ms += 125) {
      expect(countdown.left(ms / 100, ms)).toBeCloseTo(10_000 - ms, 6);
    }
  });

  it('comes closer to the truth when cases take twice as long, without a jump', () => {
    const countdown = new Countdown(1000, 0);
    let before = countdown.left(100, 1000) ?? Number.NaN;
    for (let ms = 1125; ms <= 6000; ms += 125) {
      const now = countdown.left(100 + (ms - 1000) / 20, ms) ?? Number.NaN;
      expect(Math.abs(now - before)).toBeLessThan(300);
      before = now;
    }
    // 350 of 1000 after 6 s: at that mean the rest takes 11 s.
    expect(before).toBeGreaterThan(8000);
    expect(before).toBeLessThan(12_000);
  });
});
