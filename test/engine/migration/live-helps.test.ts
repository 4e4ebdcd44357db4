/** Auto-converge, XBZRLE, the adaptive rate, vMotion's rule and the push order, each against its definition. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../../src/base/random.ts';
import { AdaptiveRate } from '../../../src/engine/migration/adaptive-rate.ts';
import { AutoConverge } from '../../../src/engine/migration/auto-converge.ts';
import { PushOrder } from '../../../src/engine/migration/push-order.ts';
import { vmotionStopRule } from '../../../src/engine/migration/stop-rules/vmotion.ts';
import type { RoundView } from '../../../src/engine/migration/strategy.ts';
import { strategies } from '../../../src/engine/migration/strategy-registry.ts';
import { Transfer } from '../../../src/engine/migration/transfer.ts';
import { Xbzrle } from '../../../src/engine/migration/xbzrle.ts';

describe('auto-converge', () => {
  const settings = {
    throttleTriggerPercent: 50,
    throttleInitialPercent: 20,
    throttleIncrementPercent: 30,
    throttleMaxPercent: 70,
  };

  test('every second look with too much dirtied raises the throttle, up to its most', () => {
    const throttle = new AutoConverge(settings);
    const percents = [1, 2, 3, 4, 5, 6, 7, 8].map((look) => {
      throttle.onSync(look * 1100, 60, look * 100);
      return throttle.percent;
    });
    expect(percents).toEqual([0, 20, 20, 50, 50, 70, 70, 70]);
  });

  test('a look comes only after more than a second, and takes all that was dirtied since the last one', () => {
    const throttle = new AutoConverge(settings);
    expect(throttle.onSync(1000, 30, 100)).toBe(false);
    // 30 + 30 of 100 sent: too much, for the first time
    expect(throttle.onSync(1001, 30, 100)).toBe(false);
    expect(throttle.onSync(2001, 90, 200)).toBe(false);
    expect(throttle.onSync(2002, 0, 200)).toBe(true);
  });

  test('exactly the trigger is not too much, and a low look does not reset the count', () => {
    const throttle = new AutoConverge(settings);
    expect(throttle.onSync(1100, 51, 100)).toBe(false);
    expect(throttle.onSync(2300, 50, 200)).toBe(false);
    expect(throttle.onSync(3500, 51, 300)).toBe(true);
  });
});

describe('XBZRLE', () => {
  const cache = (pages: number, changedBytes = 64): Xbzrle => new Xbzrle(pages * 4096, 4096, changedBytes);

  test('the first re-send fills the cache, the second goes as its difference', () => {
    const xbzrle = cache(8);
    expect(xbzrle.encode(3, 1, 1)).toBeNull();
    // 64 changed bytes, a run of its own, a frame
    expect(xbzrle.encode(3, 1, 2)).toBe(11 + 3 + 64);
    expect(xbzrle.encode(3, 0, 3)).toBe(0);
    expect([xbzrle.hits, xbzrle.misses]).toEqual([2, 1]);
  });

  test('a slot is given up only when it was not used for two syncs', () => {
    const xbzrle = cache(8);
    xbzrle.encode(3, 1, 5);
    expect(xbzrle.encode(11, 1, 6)).toBeNull();
    expect(xbzrle.encode(3, 1, 6)).not.toBeNull();
    expect(xbzrle.encode(11, 1, 8)).toBeNull();
    expect(xbzrle.encode(11, 1, 8)).not.toBeNull();
    expect(xbzrle.encode(3, 1, 8)).toBeNull();
  });

  test('sizes grow with the writes, never beyond the page', () => {
    const xbzrle = cache(8, 1024);
    xbzrle.encode(0, 1, 1);
    let before = 0;
    for (let writes = 1; writes < 40; writes += 1) {
      const size = xbzrle.encode(0, writes, 1) ?? 4096;
      expect(size).toBeGreaterThanOrEqual(before);
      expect(size).toBeLessThanOrEqual(4096);
      before = size;
    }
    expect(cache(8, 4096).encode(0, 1, 1)).toBeNull();
  });

  test.each([1, 4, 10])('the mean size after %d writes agrees with writes drawn one by one', (writes) => {
    const xbzrle = cache(8, 256);
    xbzrle.encode(0, 1, 1);
    const random = new RandomStream(3, 'places');
    let changed = 0;
    for (let page = 0; page < 200; page += 1) {
      const touched = new Set<number>();
      for (let write = 0; write < writes; write += 1) {
        const start = random.below(4096);
        for (let i = 0; i < 256; i += 1) touched.add((start + i) % 4096);
      }
      changed += touched.size;
    }
    const size = xbzrle.encode(0, writes, 1) ?? Number.NaN;
    // the frame and the runs' lengths come on top
    expect(size - changed / 200).toBeGreaterThan(10);
    expect(size / (changed / 200)).toBeLessThan(1.08);
  });
});

test('the adaptive rate: dirty rate and step, between first pace and top', () => {
  const rate = new AdaptiveRate({
    minBandwidthBytesPerSecond: 10,
    maxBandwidthBytesPerSecond: 50,
    bandwidthStepBytesPerSecond: 5,
  });
  expect([rate.bytesPerSecond, rate.atTop]).toEqual([10, false]);
  const paces = [20, 2, 45, 400].map((dirtied) => {
    rate.onRound(dirtied, 1000);
    return [rate.bytesPerSecond, rate.atTop];
  });
  expect(paces).toEqual([
    [25, false],
    [10, false],
    [50, true],
    [50, true],
  ]);
});

describe('vMotion', () => {
  const view = (listed: number, left: number): RoundView => ({
    round: 3,
    sent: listed,
    skipped: 0,
    previousSent: 0,
    totalSent: 0,
    memoryPages: 100_000,
    listed,
    left,
    pageBytes: 4096,
    atTopRate: true,
  });

  test.each([
    [10_000, 3906, { rule: 'little-left', operands: { remaining: 15_998_976, limit: 16_000_000 } }],
    [10_000, 3907, null],
    [5000, 4755, null],
    [5000, 4756, { rule: 'no-progress', operands: { gained: 999_424, limit: 1_000_000 } }],
    [5000, 9000, { rule: 'no-progress', operands: { gained: -16_384_000, limit: 1_000_000 } }],
  ])('%d listed, %d left', (listed, left, reason) => {
    expect(vmotionStopRule.check(view(listed, left))).toEqual(reason);
  });
});

describe('the push', () => {
  const pushed = (order: 'bubble' | 'forward', asked: number, count: number): number[] => {
    const transfer = new Transfer(10);
    transfer.beginFetch();
    const push = new PushOrder(transfer, order);
    const take = (page: number): number => {
      transfer.send(page, 0);
      return page;
    };
    take(push.next());
    take(asked);
    push.around(asked);
    return Array.from({ length: count }, () => take(push.next()));
  };

  test('forward: onwards from the page asked for, and round', () => {
    expect(pushed('forward', 5, 8)).toEqual([6, 7, 8, 9, 1, 2, 3, 4]);
  });

  test('bubble: outwards on both sides in turn, then what is left of one', () => {
    expect(pushed('bubble', 5, 8)).toEqual([6, 4, 7, 3, 8, 2, 9, 1]);
    expect(pushed('bubble', 8, 8)).toEqual([9, 7, 6, 5, 4, 3, 2, 1]);
  });

  test('both send every page once, wherever pages are asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('bubble' as const, 'forward' as const),
        fc.array(fc.nat(63)),
        (order, asks) => {
          const transfer = new Transfer(64);
          transfer.beginFetch();
          const push = new PushOrder(transfer, order);
          const seen: number[] = [];
          while (transfer.listedLeft > 0) {
            const asked = asks.pop();
            const isAsked = asked !== undefined && transfer.isListed(asked);
            if (isAsked) push.around(asked);
            const page = isAsked ? asked : push.next();
            transfer.send(page, 0);
            seen.push(page);
          }
          expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i));
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });
});

test('every strategy tells its rule in lines, two spaces a level', () => {
  for (const { pseudocode, description } of strategies) {
    expect(description).toMatch(/\.$/);
    expect(pseudocode.length).toBeGreaterThan(2);
    for (const line of pseudocode) expect(line).toMatch(/^( {2})*\S/);
  }
});
