import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  batchPicture,
  batchTimes,
  beatShare,
  pingPicture,
  queuePicture,
  queueWaitMs,
  standingQueueBytes,
  wireOffsets,
} from '../../src/layout/port.ts';

const link = { linkMbps: 1000, windowBytes: 131_071, wireRttMs: 0.1 };

describe('the queue', () => {
  test('a ping behind the standing queue waits 1.01 ms', () => {
    const bytes = standingQueueBytes(link);
    expect(Math.round(bytes / 100)).toBe(1193);
    expect(queueWaitMs(link, bytes)).toBeCloseTo(1.014, 3);
  });

  test('4 MiB leave in 35.6 ms, every 47.9 ms at 700 Mb/s, without a gap unpaced', () => {
    const { onUs, cycleUs } = batchTimes(1000, 700, 4_194_304);
    expect([Math.round(onUs), Math.round(cycleUs)]).toEqual([35_640, 47_935]);
    const unpaced = batchTimes(1000, 10_000, 4_194_304);
    expect(unpaced.cycleUs).toBe(unpaced.onUs);
  });

  test('82 packets in room for 20: drawn 1 for 5', () => {
    expect(queuePicture(119_302, 20)).toEqual({ packets: 82, drawn: 17, perDrawn: 5 });
    expect(queuePicture(0, 20).drawn).toBe(0);
  });

  test('never more drawn than fit, never fewer real ones than there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 60 }), (bytes, room) => {
        const { packets, drawn, perDrawn } = queuePicture(bytes, room);
        expect(drawn).toBeLessThanOrEqual(room);
        expect(drawn * perDrawn).toBeGreaterThanOrEqual(packets);
        expect((drawn - 1) * perDrawn).toBeLessThan(Math.max(1, packets));
      }),
      { seed: 4 },
    );
  });
});

describe('batches at the speed of the eye', () => {
  const times = { onUs: 36_000, cycleUs: 48_000 };
  const facts = { on: true, batch: 3, startUs: 1000, changeUs: 37_000, nowUs: 19_000 };

  test('slow enough: as they are', () => {
    expect(batchPicture(facts, times, 1 / 40)).toEqual({ on: true, share: 0.5, perDrawn: 1 });
    const gap = { on: false, batch: 3, startUs: 1000, changeUs: 49_000, nowUs: 46_000 };
    expect(batchPicture(gap, times, 1 / 40)).toEqual({ on: false, share: 0.75, perDrawn: 1 });
  });

  test('too fast: one drawn batch stands for several and lasts at least 1.2 s of watching', () => {
    const picture = batchPicture(facts, times, 1 / 2.5);
    expect(picture.perDrawn).toBe(10);
    expect((picture.perDrawn * 48_000) / 1e6 / (1 / 2.5)).toBeGreaterThanOrEqual(1.2);
  });

  test('drawn on for the same share of the time', () => {
    let on = 0;
    const steps = 4800;
    for (let i = 0; i < steps; i += 1) {
      const nowUs = i * 1000;
      const batch = Math.floor(nowUs / 48_000);
      const startUs = batch * 48_000;
      const real = nowUs - startUs < 36_000;
      const now = { on: real, batch, startUs, changeUs: startUs + (real ? 36_000 : 48_000), nowUs };
      if (batchPicture(now, times, 1).on) on += 1;
    }
    expect(on / steps).toBeCloseTo(0.75, 1);
  });
});

describe('particles', () => {
  test('are where the time says, and nowhere else', () => {
    expect(wireOffsets(123_456, 0.1, 0.25, 0.5)).toEqual(wireOffsets(123_456, 0.1, 0.25, 0.5));
    expect(wireOffsets(0, 1, 0.25, 1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(wireOffsets(500_000, 1, 0.5, 1)).toEqual([0.25, 0.75]);
  });

  test('one drawn ping stands for 100 at real time and for itself in slow motion', () => {
    expect(pingPicture(250_000, 10_000, 1)).toEqual({ back: false, share: 0.5, perDrawn: 100 });
    expect(pingPicture(750_000, 10_000, 1)).toEqual({ back: true, share: 0.5, perDrawn: 100 });
    expect(pingPicture(2_500, 10_000, 1 / 200)).toEqual({ back: false, share: 0.5, perDrawn: 1 });
  });

  test('a beat is under way for a moment after it was sent', () => {
    expect(beatShare(1_000_000, 1_000_000, 1)).toBe(0);
    expect(beatShare(1_225_000, 1_000_000, 1)).toBeCloseTo(0.5);
    expect(beatShare(2_000_000, 1_000_000, 1)).toBe(-1);
    expect(beatShare(900_000, 1_000_000, 1)).toBe(-1);
  });
});
