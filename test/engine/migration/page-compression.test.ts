import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PageCompression } from '../../../src/engine/migration/page-compression.ts';
import { migrateSolo, type SoloResult } from '../../../src/engine/simulation/solo.ts';
import { defaultSolo, type SoloSpec, type SoloStrategy } from '../../../src/engine/simulation/solo-spec.ts';
import { library } from '../recorded.ts';

const settings = { similarRatio: 0.4, compressBytesPerSecond: 500e6, compressThreads: 1 };

describe('worked out by hand: T = max(V / R, V · ratio / B) against V / B', () => {
  test('over 1 Gb/s a similar page goes as 40 % of itself, 8.2 µs after 500 MB/s', () => {
    const page = new PageCompression(settings, 4096).compress('similar', 125e6);
    expect(page?.bytes).toBe(1638);
    expect(page?.compressMs).toBeCloseTo(0.008192, 6);
  });

  test('over 10 Gb/s one thread is slower than the wire, three are not', () => {
    expect(new PageCompression(settings, 4096).compress('similar', 1.25e9)).toBeNull();
    expect(
      new PageCompression({ ...settings, compressThreads: 3 }, 4096).compress('similar', 1.25e9),
    ).not.toBeNull();
  });

  test('a page whose words do not resemble each other goes as it is', () => {
    expect(new PageCompression(settings, 4096).compress('random', 1e6)).toBeNull();
  });
});

const vm = (zeroShare: number, similarShare: number, writesPerSecond: number): SoloSpec['vm'] => ({
  ...defaultSolo.vm,
  memoryMiB: 16,
  romKiB: 0,
  contents: { zeroShare, similarShare },
  workload: { ...defaultSolo.vm.workload, hotStartMiB: 1, hotSetMiB: 4, writesPerSecond },
});
const migrate = (spec: Partial<SoloSpec>, strategy: Partial<SoloStrategy>): SoloResult =>
  migrateSolo(
    {
      ...defaultSolo,
      link: { ...defaultSolo.link, bandwidthBytesPerSecond: 100e6 },
      ...spec,
      strategy: { ...defaultSolo.strategy, windowMs: 5, ...strategy },
    },
    library,
  );

test('nobody writes: each page once, zero as a mark, similar compressed, random whole', () => {
  const spec = { vm: vm(0.25, 0.5, 0) };
  const plain = migrate(spec, { kind: 'pre-copy' });
  const small = migrate(spec, { kind: 'compressed-pre-copy' });
  expect(small.pagesSent).toBe(plain.pagesSent);
  const similar = (plain.bytesSent - small.bytesSent) / (4096 - 1638);
  expect(Number.isInteger(similar)).toBe(true);
  expect(similar / 4096).toBeCloseTo(0.5, 1);
});

test('as slow as without: where the codec does not pay nothing changes', () => {
  const spec = { vm: vm(0.2, 0.6, 5000) };
  const plain = migrate(spec, { kind: 'pre-copy' });
  const slow = migrate(spec, { kind: 'compressed-pre-copy', compressBytesPerSecond: 50e6 });
  expect({ ...slow, strategy: '' }).toEqual({ ...plain, strategy: '' });
});

test('where the pace is the limit it pays though the wire alone would not let it', () => {
  const spec = { vm: vm(0, 1, 0), link: { ...defaultSolo.link, bandwidthBytesPerSecond: 2e9 } };
  const paced = migrate(spec, { kind: 'compressed-pre-copy', maxBandwidthBytesPerSecond: 50e6 });
  const free = migrate(spec, { kind: 'compressed-pre-copy' });
  expect(paced.bytesSent).toBeLessThan(0.5 * free.bytesSent);
});

test('no round sends more bytes than the same pages would take plain, nor takes longer than they would', () => {
  fc.assert(
    fc.property(
      fc.record({
        zeroShare: fc.constantFrom(0, 0.3),
        similarShare: fc.constantFrom(0, 0.4, 0.7),
        writesPerSecond: fc.constantFrom(0, 3000, 40_000),
        similarRatio: fc.constantFrom(0.1, 0.5, 1),
        compressBytesPerSecond: fc.constantFrom(20e6, 90e6, 500e6),
        compressThreads: fc.constantFrom(1, 4),
        maxBandwidthBytesPerSecond: fc.constantFrom(null, 30e6),
      }),
      ({ zeroShare, similarShare, writesPerSecond, ...strategy }) => {
        const result = migrate(
          { vm: vm(zeroShare, similarShare, writesPerSecond), giveUpAfterMs: 1500 },
          { kind: 'compressed-pre-copy', ...strategy },
        );
        const wire = 100e6;
        for (const round of result.rounds)
          expect(round.bytesSent).toBeLessThanOrEqual(round.pagesSent * 4104);
        if (strategy.maxBandwidthBytesPerSecond === null) {
          const pages = result.rounds.reduce((sum, round) => sum + round.pagesSent, 0);
          const latencies = 2 * defaultSolo.link.latencyMs;
          expect(result.totalTimeMs).toBeLessThanOrEqual((pages * 4104 * 1000) / wire + latencies + 0.1);
        }
      },
    ),
    { seed: 2009, numRuns: 80 },
  );
});
