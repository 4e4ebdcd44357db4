import { describe, expect, test } from 'vitest';
import { tailShare } from '../../../src/engine/network/ping.ts';
import {
  batchPeriodMicros,
  goodput,
  pageTimeMicros,
  queueDelayMs,
  queuedBytes,
} from '../../../src/engine/network/transmit-port.ts';

/** The paper's rig: Gigabit Ethernet, the window of its kernel, 0.1 ms there and back. */
const port = { linkMbps: 1000, windowBytes: 131_071, wireRttMs: 0.1 };
const RTT0_MS = 0.25;

test('a full window on the paper’s wire leaves 119 302.5 B in the port, a wait of 1.0137 ms', () => {
  expect(queuedBytes(port)).toBeCloseTo(119_302.5, 1);
  expect(queueDelayMs(port)).toBeCloseTo(1.0137, 4);
});

/** Share of the time a batch is on: of pings sent at any time, this share waits behind the queue. */
const onShare = (rateMbps: number): number =>
  (1024 * pageTimeMicros(1000, 4096)) / batchPeriodMicros(1000, rateMbps, 1024, 4096);

test.each([
  ['the paper’s script', 700, 1.004],
  ['unpaced', 1000, 1.264],
])('peak of the mean round trip, %s', (_, rateMbps, peakMs) => {
  expect(RTT0_MS + onShare(rateMbps) * queueDelayMs(port)).toBeCloseTo(peakMs, 3);
});

test('a pace beyond the goodput is the goodput', () => {
  expect(goodput(1000) / 1e6).toBeCloseTo(941.48, 2);
  expect(onShare(942)).toBe(1);
  expect(onShare(941)).toBeLessThan(1);
  expect(batchPeriodMicros(1000, 1e9, 1024, 4096)).toBeCloseTo(1024 * pageTimeMicros(1000, 4096), 6);
});

test('256 MiB at the paper’s pace take 3.07 s', () => {
  expect((64 * batchPeriodMicros(1000, 700, 1024, 4096)) / 1e6).toBeCloseTo(3.068, 3);
});

test('a wire that holds the whole window has no queue', () => {
  expect(queuedBytes({ ...port, windowBytes: 11_000 })).toBe(0);
  expect(queueDelayMs({ ...port, wireRttMs: 2 })).toBe(0);
  expect(queueDelayMs({ ...port, windowBytes: 262_142 })).toBeGreaterThan(2 * queueDelayMs(port));
});

describe('after the activation', () => {
  test.each([
    [0, 0.5],
    [1, 0.402],
    [2, 0.342],
    [4, 0.284],
  ])('%d s later a ping takes %d ms', (seconds, rttMs) => {
    const tail = tailShare(0.247, 2000, seconds * 1e6) * queueDelayMs(port);
    expect(RTT0_MS + tail).toBeCloseTo(rttMs, 3);
  });

  test('and before it nothing more', () => {
    expect(tailShare(0.247, 2000, -1)).toBe(0);
  });
});
