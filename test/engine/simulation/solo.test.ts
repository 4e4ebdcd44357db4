/** One VM over one link: what must be true of every single migration, and what can be worked out by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrateSolo, type SoloResult } from '../../../src/engine/simulation/solo.ts';
import { soloProblem } from '../../../src/engine/simulation/solo-check.ts';
import { defaultSolo, type SoloSpec } from '../../../src/engine/simulation/solo-spec.ts';
import { mergeOver } from '../../../src/protocol/merge.ts';
import { library } from '../recorded.ts';
import type { Part } from './runs.ts';

const MIB = 1_048_576;
const PAGE_ON_WIRE = 4096 + 8;

function specOf(part: Part<SoloSpec>): SoloSpec {
  const spec = mergeOver(defaultSolo, part) as SoloSpec;
  const problem = soloProblem(spec);
  if (problem !== null) throw new Error(problem);
  return spec;
}

const migrate = (part: Part<SoloSpec>): SoloResult => migrateSolo(specOf(part), library);

/** 16 MiB and no ROM: 4096 pages. */
const small: Part<SoloSpec> = {
  vm: { memoryMiB: 16, romKiB: 0, workload: { hotStartMiB: 2, hotSetMiB: 4 } },
  link: { bandwidthBytesPerSecond: 100e6 },
};
const withSmall = (...parts: Part<SoloSpec>[]): Part<SoloSpec> =>
  parts.reduce<unknown>(mergeOver, small) as Part<SoloSpec>;

const specs = fc
  .record({
    seed: fc.nat(1000),
    vm: fc.record({
      nonZeroMiB: fc.constantFrom(null, 0, 5),
      romKiB: fc.constantFrom(0, 100),
      workload: fc.record({
        pattern: fc.constantFrom(
          'uniform' as const,
          'zipf' as const,
          'hot-cold' as const,
          'sequential' as const,
        ),
        writesPerSecond: fc.constantFrom(0, 3000, 60_000),
        coldSetMiB: fc.constantFrom(0, 4),
        coldFraction: fc.constantFrom(0, 0.2),
        tickMs: fc.constantFrom(0.5, 1, 7),
      }),
    }),
    link: fc.record({ lossRate: fc.constantFrom(0, 0.2), latencyMs: fc.constantFrom(0, 3) }),
    strategy: fc.record({
      kind: fc.constantFrom('stop-and-copy', 'pre-copy', 'working-set-pre-copy'),
      maxBandwidthBytesPerSecond: fc.constantFrom(null, 30e6),
      windowMs: fc.constantFrom(5, 100),
      stopRule: fc.record({ kind: fc.constantFrom('xen', 'qemu'), downtimeLimitMs: fc.constantFrom(1, 50) }),
      predictor: fc.constantFrom('none', 'lru', 'lazy-counting'),
      hold: fc.constantFrom('round-1' as const, 'until-stop' as const),
      warmUpMs: fc.constantFrom(0, 100),
    }),
    giveUpAfterMs: fc.constantFrom(100, 3000),
  })
  .map((part) => withSmall(part));

test('rounds follow each other and add up, bytes fit on the wire, what is lost would be told', () => {
  fc.assert(
    fc.property(specs, (part) => {
      const spec = specOf(part);
      const result = migrateSolo(spec, library);
      const { rounds, strategy } = result;
      const completed = result.outcome === 'completed';
      expect(completed || result.outcome === 'not-converged').toBe(true);
      expect(strategy).toBe(spec.strategy.kind);
      expect(rounds.reduce((sum, round) => sum + round.pagesSent, 0)).toBe(result.pagesSent);
      expect(rounds.reduce((sum, round) => sum + round.bytesSent, 0)).toBe(result.bytesSent);
      let end = 0;
      for (const round of rounds) {
        expect(round.startMs).toBeCloseTo(end, 2);
        end = round.startMs + round.durationMs;
        const room = (round.durationMs * spec.link.bandwidthBytesPerSecond) / 1000;
        // times are told to the microsecond
        expect(round.bytesSent).toBeLessThanOrEqual(
          room + 200 + 0.001 * spec.link.bandwidthBytesPerSecond * 1e-3,
        );
        expect(round.bytesSent).toBeGreaterThanOrEqual(9 * round.pagesSent);
      }
      expect(result.totalTimeMs).toBeCloseTo(end, 2);
      const pace = spec.strategy.maxBandwidthBytesPerSecond;
      const live = completed ? rounds.slice(0, -1) : rounds;
      if (pace !== null) {
        const bytes = live.reduce((sum, round) => sum + round.bytesSent, 0);
        const liveMs = live.reduce((sum, round) => sum + round.durationMs, 0);
        const windows = Math.floor(liveMs / spec.strategy.windowMs + 1e-6) + 1;
        // a burst a window; its last page may be the one that overruns it, as often as it must be repeated
        expect(bytes).toBeLessThanOrEqual(
          windows * ((pace * spec.strategy.windowMs) / 1000 + 12 * PAGE_ON_WIRE),
        );
      }
      if (!completed) {
        expect(result.totalTimeMs).toBeGreaterThanOrEqual(spec.giveUpAfterMs);
        expect([result.downtimeMs, result.stopReason]).toEqual([0, null]);
        return;
      }
      const last = rounds.at(-1);
      expect(last?.remainingPages).toBe(0);
      expect(last?.pagesDirtied).toBe(0);
      expect(result.downtimeMs).toBeCloseTo(last?.durationMs ?? -1, 2);
      const pages = 4096 + (spec.vm.romKiB === 0 ? 0 : 25);
      expect(result.pagesSent).toBeGreaterThanOrEqual(pages);
      expect(result.stopReason === null).toBe(strategy === 'stop-and-copy');
      expect(result.heldPagesWritten).toBeLessThanOrEqual(result.heldPages);
      if (strategy !== 'working-set-pre-copy') expect(result.heldPages).toBe(0);
    }),
    { seed: 20_100_501, numRuns: 60 },
  );
});

test('the same seed gives the same migration, another one another', () => {
  const part = withSmall({ link: { lossRate: 0.1 }, vm: { workload: { writesPerSecond: 30_000 } } });
  expect(migrate(part)).toEqual(migrate(part));
  expect(migrate(mergeOver(part, { seed: 2 }) as Part<SoloSpec>)).not.toEqual(migrate(part));
});

describe('by hand', () => {
  test('stop and copy: all pages once at the wire’s or the destination’s speed, and a round trip', () => {
    const slowLink = migrate(withSmall({ strategy: { kind: 'stop-and-copy' }, link: { latencyMs: 5 } }));
    const ms = (4096 * PAGE_ON_WIRE * 1000) / 100e6 + 10;
    expect(slowLink).toMatchObject({ outcome: 'completed', pagesSent: 4096, bytesSent: 4096 * PAGE_ON_WIRE });
    expect(slowLink.totalTimeMs).toBeCloseTo(ms, 2);
    expect(slowLink.downtimeMs).toBe(slowLink.totalTimeMs);
    expect(slowLink.rounds).toHaveLength(1);
    const slowMemory = migrate(
      withSmall({
        strategy: { kind: 'stop-and-copy' },
        destination: { freshPageBytesPerSecond: 50e6 },
        link: { latencyMs: 0 },
      }),
    );
    expect(slowMemory.totalTimeMs).toBeCloseTo((4096 * PAGE_ON_WIRE * 1000) / 50e6, 2);
  });

  test('a guest that never writes: one round, an empty last copy', () => {
    const result = migrate(withSmall({ vm: { workload: { writesPerSecond: 0 } } }));
    expect(result.rounds.map((round) => round.pagesSent)).toEqual([4096, 0, 0]);
    expect(result.stopReason).toEqual({ rule: 'few-pages', operands: { moved: 0, limit: 50 } });
    expect(result.downtimeMs).toBeCloseTo(0.1, 6); // latency there and back
  });

  test('zero pages go as nine bytes', () => {
    const result = migrate(withSmall({ vm: { nonZeroMiB: 6, workload: { writesPerSecond: 0 } } }));
    expect(result.bytesSent).toBe(((6 * MIB) / 4096) * PAGE_ON_WIRE + ((10 * MIB) / 4096) * 9);
  });

  test('read-only memory is sent once', () => {
    const result = migrate(withSmall({ vm: { romKiB: 520, workload: { writesPerSecond: 0 } } }));
    expect(result.pagesSent).toBe(4096 + 130);
  });

  test('a pace is kept by one burst a window', () => {
    const part = withSmall({
      vm: { workload: { writesPerSecond: 0 } },
      strategy: { maxBandwidthBytesPerSecond: 41.04e6, windowMs: 100 },
    });
    // 1000 pages a window: four full ones, then 96 pages
    const ms = 400 + (96 * PAGE_ON_WIRE * 1000) / 100e6;
    expect(migrate(part).rounds[0]?.durationMs).toBeCloseTo(ms, 2);
  });

  test('loss repeats pages: time and bytes grow, pages do not', () => {
    const part = withSmall({ vm: { workload: { writesPerSecond: 0 } }, link: { lossRate: 0.25 } });
    const result = migrate(part);
    expect(result.pagesSent).toBe(4096);
    expect(result.bytesSent / (4096 * PAGE_ON_WIRE)).toBeCloseTo(1 / 0.75, 1);
  });

  test('writes faster than the wire: Xen stops when a round grows, QEMU gives up', () => {
    const fast = withSmall({
      vm: { workload: { writesPerSecond: 1_000_000, hotSetMiB: 12 } },
      link: { bandwidthBytesPerSecond: 20e6 },
      giveUpAfterMs: 5000,
    });
    const xen = migrate(fast);
    expect(xen.outcome).toBe('completed');
    expect(xen.stopReason?.rule).toMatch(/growing-round|three-times-memory|max-rounds|few-pages/);
    const qemu = migrate(
      mergeOver(fast, { strategy: { stopRule: { kind: 'qemu', downtimeLimitMs: 20 } } }) as Part<SoloSpec>,
    );
    expect(qemu.outcome).toBe('not-converged');
  });

  test('the adaptive rate: round 1 at the first pace, round 2 at its dirty rate and the step', () => {
    const part = withSmall({
      vm: { workload: { writesPerSecond: 20_000, hotSetMiB: 12 } },
      strategy: { kind: 'adaptive-pre-copy', windowMs: 10 },
    });
    const [first, second] = migrate(part).rounds;
    const firstMs = first?.durationMs ?? 0;
    // each window is overrun by part of a page
    expect(((first?.bytesSent ?? 0) * 1000) / firstMs / 12.5e6).toBeCloseTo(1, 1);
    const rate = ((first?.pagesDirtied ?? 0) * 4096 * 1000) / firstMs + 6.25e6;
    expect(rate).toBeGreaterThan(15e6);
    const secondRate = ((second?.bytesSent ?? 0) * 1000) / (second?.durationMs ?? 1);
    // it begins in a window that round 1 has partly used
    expect(secondRate / rate).toBeGreaterThan(0.85);
    expect(secondRate / rate).toBeLessThan(1.05);
  });

  test('the adaptive rate holds under QEMU’s rule too: each sync sets the pace of what follows', () => {
    const part = withSmall({
      vm: { workload: { writesPerSecond: 20_000, hotSetMiB: 12 } },
      strategy: {
        kind: 'adaptive-pre-copy',
        windowMs: 10,
        stopRule: { kind: 'qemu', downtimeLimitMs: 20 },
      },
    });
    const [first, second] = migrate(part).rounds;
    const paceOf = (round: typeof first) => ((round?.bytesSent ?? 0) * 1000) / (round?.durationMs ?? 1);
    expect(paceOf(first) / 12.5e6).toBeCloseTo(1, 1);
    const wanted = ((first?.pagesDirtied ?? 0) * 4096 * 1000) / (first?.durationMs ?? 1) + 6.25e6;
    expect(wanted).toBeGreaterThan(15e6);
    expect(paceOf(second) / wanted).toBeGreaterThan(0.85);
    expect(paceOf(second) / wanted).toBeLessThan(1.05);
  });

  test('vMotion stops once less than 16 MB remain: at once in so small a VM', () => {
    const result = migrate(withSmall({ strategy: { stopRule: { kind: 'vmotion' } } }));
    expect(result.stopReason?.rule).toBe('little-left');
    expect(result.rounds).toHaveLength(2);
  });

  test('held pages: until-stop sends them with the last copy, so the downtime grows', () => {
    const part = (hold: 'round-1' | 'until-stop'): Part<SoloSpec> =>
      withSmall({ strategy: { kind: 'working-set-pre-copy', hold, workingSetPages: 300, warmUpMs: 1000 } });
    const [early, late] = [migrate(part('round-1')), migrate(part('until-stop'))];
    expect([early.heldPages, late.heldPages]).toEqual([300, 300]);
    expect(early.rounds[0]?.remainingPages).toBeGreaterThanOrEqual(300);
    expect(late.rounds.at(-1)?.pagesSent).toBeGreaterThanOrEqual(300);
    expect(late.downtimeMs).toBeGreaterThan(early.downtimeMs + 5);
  });
});

test('a trace of one’s own is replayed', () => {
  const spec = specOf(
    withSmall({ vm: { workload: { pattern: 'trace', file: 'x', writesPerSecond: 20_000 } } }),
  );
  const result = migrateSolo(spec, library);
  expect(result.outcome).toBe('completed');
  // matrix.csv writes in 38 % of its rows
  expect(result.pageWrites).toBeGreaterThan(0);
  expect(result.pageWrites).toBeLessThan((result.totalTimeMs / 1000) * 20_000);
});

test.each<[Part<SoloSpec>, string]>([
  [{ seed: 1.5 }, 'seed is 1.5; give a whole number.'],
  [{ link: { lossRate: 1 } }, 'link.lossRate is 1; it must lie between 0 and 0.99.'],
  [{ vm: { nonZeroMiB: 257 } }, 'vm.nonZeroMiB is 257; it must lie between 0 and 256.'],
  [
    { strategy: { kind: 'teleport' } },
    'strategy.kind is "teleport"; use one of stop-and-copy, pre-copy, working-set-pre-copy, adaptive-pre-copy, compressed-pre-copy, post-copy, hybrid.',
  ],
  [
    { strategy: { stopRule: { kind: 'never' } } },
    'strategy.stopRule.kind is "never"; use one of xen, qemu, vmotion.',
  ],
  [
    { strategy: { predictor: 'fortune' } },
    'strategy.predictor is "fortune"; use one of none, lru, lazy-counting, lru-k, fbr, lrfu, lru-sp, oracle.',
  ],
  [
    { vm: { workload: { pattern: 'trace' } } },
    'vm.workload.pattern is "trace", but vm.workload.file names no trace; give the path of one.',
  ],
])('%j is refused', (part, sentence) => {
  expect(soloProblem(mergeOver(defaultSolo, part) as SoloSpec)).toBe(sentence);
});

test('a workload that does not fit is refused with what to change', () => {
  expect(() => migrate({ vm: { memoryMiB: 40, workload: { hotStartMiB: 30 } } })).toThrow(
    'The workload reaches page 11776, but vm.memoryMiB gives 10240 pages; use more memory or a smaller hot or cold set.',
  );
});
