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
    expect(batchPicture(facts, times, 1 / 60)).toEqual({ on: true, share: 0.5, perDrawn: 1 });
    const gap = { on: false, batch: 4, startUs: 1000, changeUs: 49_000, nowUs: 46_000 };
    expect(batchPicture(gap, times, 1 / 60)).toEqual({ on: false, share: 0.75, perDrawn: 1 });
  });

  /** As the worker tells it: a batch is counted when it has ended. */
  function factsAt(nowUs: number) {
    const cycle = Math.floor(nowUs / times.cycleUs);
    const startUs = cycle * times.cycleUs;
    const on = nowUs - startUs < times.onUs;
    return {
      on,
      batch: on ? cycle : cycle + 1,
      startUs,
      changeUs: startUs + (on ? times.onUs : times.cycleUs),
      nowUs,
    };
  }

  test.each([1, 1 / 2.5, 1 / 10, 1 / 20, 1 / 40])('at pace %f full and empty queue can be read', (pace) => {
    const stretches: { on: boolean; seconds: number }[] = [];
    const stepUs = 500;
    for (let nowUs = 0; nowUs < 8_000_000 * pace; nowUs += stepUs) {
      const { on } = batchPicture(factsAt(nowUs), times, pace);
      const last = stretches.at(-1);
      if (last?.on === on) last.seconds += stepUs / 1e6 / pace;
      else stretches.push({ on, seconds: stepUs / 1e6 / pace });
    }
    // The first and the last are cut by where we look.
    const whole = stretches.slice(0, -1);
    expect(whole.length).toBeGreaterThanOrEqual(3);
    for (const { seconds } of whole) expect(seconds).toBeGreaterThanOrEqual(0.6);
  });

  test('drawn on for the same share of the time', () => {
    let on = 0;
    const steps = 5400;
    for (let i = 0; i < steps; i += 1) if (batchPicture(factsAt(i * 1000), times, 1).on) on += 1;
    expect(on / steps).toBeCloseTo(0.75, 1);
  });

  test('without a pause it is always on, and a pause of an instant is not waited for', () => {
    expect(batchPicture(factsAt(0), { onUs: 36_000, cycleUs: 36_000 }, 1).on).toBe(true);
    expect(batchPicture(factsAt(0), { onUs: 35_990, cycleUs: 36_000 }, 1).perDrawn).toBe(
      Math.ceil(4e6 / 36_000),
    );
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
