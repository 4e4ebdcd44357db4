import { expect, test } from 'vitest';
import { cpuMsOf, dirtyLogCpuMs } from '../../../src/engine/migration/cpu-cost.ts';

test('256 MiB over TCP keep a core busy for a quarter of a second', () => {
  expect(cpuMsOf({ bytes: 268_435_456 })).toBeCloseTo(268.4, 1);
});

test('a page compared with its cached copy costs 1.5 µs more, a compressed one what its codec takes', () => {
  expect(cpuMsOf({ bytes: 0, encodedBytes: 4096 })).toBeCloseTo(0.00146, 5);
  expect(cpuMsOf({ bytes: 0, compressedBytes: 4096, compressBytesPerSecond: 4_096_000 })).toBe(1);
});

test('reading the dirty log of 512 MiB takes about 0.1 ms', () => {
  expect(dirtyLogCpuMs(131_072)).toBeCloseTo(0.105, 3);
});
