import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  around,
  axisTicks,
  following,
  msToX,
  roomMs,
  roundedUp,
  xToMs,
  zoomed,
} from '../../../src/layout/migration/time-axis.ts';

describe('the axis', () => {
  it('begins with room for one pass by formula, grows in round steps, and ends at the end', () => {
    const room = (reachedMs: number) => roomMs({ reachedMs, endMs: 9137, passMs: 2147 });
    expect(room(0)).toBe(3000);
    expect(room(2900)).toBe(3000);
    expect(room(2950)).toBe(4000);
    expect(room(9136)).toBe(10_000);
    expect(room(9137)).toBe(9137);
  });

  test.prop([fc.double({ min: 0, max: 1e5, noNaN: true }), fc.double({ min: 1, max: 1e5, noNaN: true })], {
    seed: 1,
  })('tells nothing of an end that was not reached', (reachedMs, passMs) => {
    const room = (endMs: number) => roomMs({ reachedMs, endMs, passMs });
    expect(room(reachedMs + 1)).toBe(room(reachedMs + 12_345));
    expect(room(reachedMs + 1)).toBeGreaterThan(reachedMs);
  });

  test.prop([fc.double({ min: 1e-2, max: 1e6, noNaN: true })], { seed: 2 })(
    'rounds up to a short number, by at most a half',
    (ms) => {
      const rounded = roundedUp(ms);
      expect(rounded).toBeGreaterThanOrEqual(ms * (1 - 1e-9));
      expect(rounded).toBeLessThanOrEqual(ms * 1.5 * (1 + 1e-9));
    },
  );

  test.prop(
    [
      fc.double({ min: 0, max: 900, noNaN: true }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 0.2, max: 8, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ],
    { seed: 3 },
  )('zooms around a moment and stays within the axis', (fromMs, span, factor, share) => {
    const window = { fromMs, toMs: fromMs + span };
    const aroundMs = fromMs + share * span;
    const next = zoomed(window, factor, aroundMs, 1000);
    if (next === null) return;
    expect(next.fromMs).toBeGreaterThanOrEqual(0);
    expect(next.toMs).toBeLessThanOrEqual(1000 + 1e-6);
    const kept = next.fromMs > 0 && next.toMs < 1000 - 1e-6;
    const axis = { ...window, width: 500 };
    if (kept) expect(msToX({ ...next, width: 500 }, aroundMs)).toBeCloseTo(msToX(axis, aroundMs), 3);
  });

  it('shows all again when it would be wider than all', () => {
    expect(zoomed({ fromMs: 100, toMs: 700 }, 0.5, 300, 1000)).toBeNull();
  });

  it('turns its page before the moment leaves it, and back when somebody went back', () => {
    const window = { fromMs: 100, toMs: 200 };
    expect(following(window, 150)).toBe(window);
    expect(following(window, 199)).toEqual({ fromMs: 184, toMs: 284 });
    expect(following(window, 50).fromMs).toBeLessThan(50);
  });

  it('gives a pause room on both sides, and hardly any where time is over', () => {
    expect(around({ fromMs: 100, toMs: 160 }, null)).toEqual({ fromMs: 64, toMs: 196 });
    expect(around({ fromMs: 100, toMs: 160 }, 160)).toEqual({ fromMs: 64, toMs: 166 });
    expect(around({ fromMs: 0, toMs: 1.6 }, null)).toEqual({ fromMs: 0, toMs: 2.56 });
  });

  it('carries round numbers with as many digits as they need', () => {
    const labels = (fromMs: number, toMs: number) =>
      axisTicks({ fromMs, toMs, width: 400 }).map(({ label }) => label);
    expect(labels(0, 3000)).toEqual(['0', '1', '2', '3']);
    expect(labels(2340, 2420)).toEqual(['2.34', '2.36', '2.38', '2.40', '2.42']);
    expect(labels(0, 2.5)).toEqual(['0', '0.0005', '0.0010', '0.0015', '0.0020', '0.0025']);
  });

  test.prop([fc.double({ min: 0, max: 1e4, noNaN: true }), fc.double({ min: 0.1, max: 1e5, noNaN: true })], {
    seed: 4,
  })('never sets its numbers closer than they are wide', (fromMs, span) => {
    const ticks = axisTicks({ fromMs, toMs: fromMs + span, width: 600 });
    ticks.slice(1).forEach((tick, i) => {
      expect(tick.x - (ticks[i]?.x ?? 0)).toBeGreaterThan(70);
      expect(tick.label).not.toBe(ticks[i]?.label);
    });
  });

  it('maps moments to pixels and back', () => {
    const axis = { fromMs: 20, toMs: 40, width: 200 };
    expect(msToX(axis, 25)).toBe(50);
    expect(xToMs(axis, 50)).toBe(25);
  });
});
