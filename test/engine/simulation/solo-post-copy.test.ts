/** Post-copy, hybrid and what can go wrong on the way: cases worked out by hand. */

import { describe, expect, test } from 'vitest';
import { formatCount } from '../../../src/base/format.ts';
import { migrateSolo, type SoloResult } from '../../../src/engine/simulation/solo.ts';
import { soloProblem } from '../../../src/engine/simulation/solo-check.ts';
import { defaultSolo, type SoloSpec } from '../../../src/engine/simulation/solo-spec.ts';
import { mergeOver } from '../../../src/protocol/merge.ts';
import { library } from '../recorded.ts';
import type { Part } from './runs.ts';

const PAGES = 4096;
const PAGE_ON_WIRE = 4096 + 8;
const WIRE_MS = (PAGES * PAGE_ON_WIRE * 1000) / 100e6;

/** 16 MiB and no ROM: 4096 pages, 168.1 ms on this wire. */
const small: Part<SoloSpec> = {
  vm: { memoryMiB: 16, romKiB: 0, workload: { hotStartMiB: 2, hotSetMiB: 4 } },
  link: { bandwidthBytesPerSecond: 100e6, latencyMs: 1 },
};

const specOf = (...parts: Part<SoloSpec>[]): SoloSpec =>
  [small, ...parts].reduce<unknown>(mergeOver, defaultSolo) as SoloSpec;
const migrate = (...parts: Part<SoloSpec>[]): SoloResult => migrateSolo(specOf(...parts), library);

const idle: Part<SoloSpec> = { vm: { workload: { writesPerSecond: 0 } } };
const postCopy: Part<SoloSpec> = { strategy: { kind: 'post-copy' } };
const hybrid: Part<SoloSpec> = {
  strategy: { kind: 'hybrid', maxBandwidthBytesPerSecond: 41.04e6, stopRule: { downtimeLimitMs: 5 } },
};

describe('post-copy', () => {
  test('of an idle VM: the switch, then every page once, and nobody waits', () => {
    const result = migrate(idle, postCopy);
    expect(result).toMatchObject({ outcome: 'completed', pagesSent: PAGES, bytesSent: PAGES * PAGE_ON_WIRE });
    expect(result.downtimeMs).toBeCloseTo(1.5 + 1, 6);
    // the last page travels, its receipt comes back
    expect(result.totalTimeMs).toBeCloseTo(1.5 + WIRE_MS + 2, 2);
    expect(result.postCopy).toMatchObject({ faults: 0, requests: 0, stalledMs: 0, resumedMs: 2.5 });
    expect(result.rounds).toHaveLength(1);
  });

  test('self-ballooning leaves out what the guest does not use', () => {
    const part: Part<SoloSpec> = { vm: { nonZeroMiB: 6 }, strategy: { selfBallooning: true } };
    const result = migrate(idle, postCopy, part);
    expect([result.pagesSent, result.postCopy?.balloonedPages]).toEqual([1536, 2560]);
    expect(result.bytesSent).toBe(1536 * PAGE_ON_WIRE);
    const without = migrate(idle, postCopy, { vm: { nonZeroMiB: 6 } });
    expect(without.bytesSent).toBe(1536 * PAGE_ON_WIRE + 2560 * 9);
  });

  test('a busy guest faults and waits, and the pages it asks for come first', () => {
    const result = migrate(postCopy);
    const { faults = 0, requests = 0, stalledMs = 0 } = result.postCopy ?? {};
    expect(result.pagesSent).toBe(PAGES);
    expect(requests).toBeGreaterThan(10);
    expect(faults).toBeGreaterThanOrEqual(requests);
    // a request and a page travel 1 ms each
    expect(stalledMs).toBeGreaterThan(2 * requests);
    expect(stalledMs).toBeLessThan(result.totalTimeMs);
  });

  test('its downtime is far below stop-and-copy’s, its total time no longer than pre-copy’s', () => {
    const [stop, pre, post] = ['stop-and-copy', 'pre-copy', 'post-copy'].map((kind) =>
      migrate({ strategy: { kind } }),
    ) as [SoloResult, SoloResult, SoloResult];
    expect(post.downtimeMs).toBeLessThan(stop.downtimeMs / 20);
    expect(post.totalTimeMs).toBeLessThan(pre.totalTimeMs);
    expect(post.bytesSent).toBeLessThan(pre.bytesSent);
  });

  test('a pace holds the push back, not what the guest asks for', () => {
    const pace: Part<SoloSpec> = { strategy: { postcopyBandwidthBytesPerSecond: 20.52e6, windowMs: 100 } };
    // 500 pages a window: eight windows, then 96 pages
    const quiet = migrate(idle, postCopy, pace);
    expect(quiet.totalTimeMs).toBeCloseTo(1.5 + 800 + (96 * PAGE_ON_WIRE * 1000) / 100e6 + 2, 2);
    const busy = migrate(postCopy, pace);
    const perWindow = (busy.postCopy?.requests ?? 0) / (busy.totalTimeMs / 100);
    expect(perWindow).toBeGreaterThan(5);
  });

  test('a link that drops makes the guest wait for it', () => {
    const outage: Part<SoloSpec> = { link: { outages: [{ fromMs: 10, toMs: 1010 }] } };
    const result = migrate(postCopy, outage);
    expect(result.outcome).toBe('completed');
    expect(result.postCopy?.stalledMs).toBeGreaterThan(950);
    expect(result.pagesSent).toBe(PAGES);
  });
});

describe('hybrid', () => {
  test('one pass, the dirty log, and the switch at the next window', () => {
    // 1000 pages a window: the pass ends in the fifth, the switch comes with the sixth
    const result = migrate(hybrid);
    expect(result.stopReason?.rule).toBe('dirty-syncs');
    expect(result.rounds).toHaveLength(3);
    expect(result.rounds[2]?.startMs).toBeCloseTo(500, 6);
    expect(result.rounds[0]?.pagesSent).toBe(PAGES);
    expect(result.downtimeMs).toBeCloseTo(2.5, 6);
  });

  test('of an idle VM it is pre-copy: nothing is left to follow', () => {
    const result = migrate(idle, hybrid);
    expect([result.stopReason?.rule, result.postCopy]).toEqual(['below-threshold', null]);
  });

  test('without a pace after the switch, the rest goes at once', () => {
    const rest = (postcopyBandwidthBytesPerSecond: number | null): SoloResult =>
      migrate(hybrid, {
        vm: { workload: { hotSetMiB: 12, writesPerSecond: 50_000 } },
        strategy: { postcopyBandwidthBytesPerSecond },
      });
    const [paced, free] = [rest(null), rest(0)];
    expect(paced.rounds[2]?.durationMs).toBeGreaterThan(200);
    expect(free.rounds[2]?.durationMs).toBeLessThan(140);
  });
});

describe('what goes wrong', () => {
  test('an outage lengthens the copy by what it lasts', () => {
    const stop: Part<SoloSpec> = { strategy: { kind: 'stop-and-copy' } };
    const plain = migrate(stop);
    const cut = migrate(stop, {
      link: {
        outages: [
          { fromMs: 20, toMs: 60 },
          { fromMs: 100, toMs: 101 },
        ],
      },
    });
    expect(cut.totalTimeMs).toBeCloseTo(plain.totalTimeMs + 41, 2);
    expect(cut.bytesSent).toBe(plain.bytesSent);
  });

  test('competing traffic takes its share', () => {
    const stop: Part<SoloSpec> = { strategy: { kind: 'stop-and-copy' } };
    const shared = migrate(stop, { link: { competingShare: 0.5 } });
    expect(shared.totalTimeMs).toBeCloseTo(2 * WIRE_MS + 2, 2);
  });

  test('jitter lengthens the way of a message, by as much as it says', () => {
    const stop: Part<SoloSpec> = { strategy: { kind: 'stop-and-copy' } };
    const late = migrate(stop, { link: { jitterMs: 10 } }).totalTimeMs - migrate(stop).totalTimeMs;
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(20);
  });

  test('live, the destination’s death costs nothing but time, the source’s the VM', () => {
    const destination = migrate({ faults: { destinationDiesAtMs: 100 } });
    expect(destination).toMatchObject({ outcome: 'aborted', totalTimeMs: 100, downtimeMs: 0 });
    expect(destination.lost?.sentence).toBe(
      'The destination died before it had the VM: nothing is lost, the VM runs on at its source; 2,436 pages went for nothing.',
    );
    const source = migrate({ faults: { sourceDiesAtMs: 100 } });
    expect(source.outcome).toBe('vm-lost');
    expect(source.lost).toMatchObject({ side: 'source', phase: 'live' });
    expect(source.lost?.pages).toBeGreaterThanOrEqual(PAGES - 2436);
  });

  test('a VM paused for its copy was down until the destination died', () => {
    const result = migrate({ strategy: { kind: 'stop-and-copy' }, faults: { destinationDiesAtMs: 100 } });
    expect(result).toMatchObject({ outcome: 'aborted', downtimeMs: 100, lost: { phase: 'stop-and-copy' } });
  });

  test.each(['source', 'destination'] as const)('in post-copy the death of the %s loses the VM', (side) => {
    const result = migrate(postCopy, { faults: { [`${side}DiesAtMs`]: 60 } });
    expect(result).toMatchObject({ outcome: 'vm-lost', lost: { side, phase: 'post-copy' } });
    expect(result.postCopy?.faults).toBeGreaterThan(0);
    if (side === 'source') expect(result.lost?.pages).toBe(PAGES - result.pagesSent);
    else expect(result.lost?.pages).toBeGreaterThan(0);
    expect(result.lost?.sentence).toContain(`${formatCount(result.lost?.pages ?? 0)} pages`);
  });

  test('during an outage the guest works at the destination until it needs a page', () => {
    const down: Part<SoloSpec> = { link: { outages: [{ fromMs: 30, toMs: 1030 }] } };
    const until = (ms: number) => migrate(postCopy, down, { faults: { destinationDiesAtMs: ms } });
    const [before, during] = [until(30), until(1000)];
    expect(during.lost?.pages).toBeGreaterThan(before.lost?.pages ?? Number.NaN);
    expect(during.postCopy?.faults).toBe((before.postCopy?.faults ?? Number.NaN) + 1);
  });

  test('a death after the end changes nothing', () => {
    const late: Part<SoloSpec> = { faults: { sourceDiesAtMs: 5000, destinationDiesAtMs: 6000 } };
    expect(migrate(postCopy, late)).toEqual(migrate(postCopy));
  });
});

test.each<[Part<SoloSpec>, string]>([
  [
    { link: { outages: [{ fromMs: 10, toMs: 10 }] } },
    'link.outages[0] lasts from 10 to 10 ms; give a beginning from 0 and a later end up to 86400000.',
  ],
  [
    {
      link: {
        outages: [
          { fromMs: 10, toMs: 20 },
          { fromMs: 15, toMs: 30 },
        ],
      },
    },
    'link.outages[1] begins at 15 ms, before the one ahead of it ends; put them in order.',
  ],
  [{ link: { competingShare: 1 } }, 'link.competingShare is 1; it must lie between 0 and 0.99.'],
  [{ faults: { sourceDiesAtMs: -1 } }, 'faults.sourceDiesAtMs is -1; it must lie between 0 and 86400000.'],
  [
    { strategy: { postcopyBandwidthBytesPerSecond: 5 } },
    'strategy.postcopyBandwidthBytesPerSecond is 5; give 0 for no limit, or 1000 to 1000000000000.',
  ],
  [
    { strategy: { throttleMaxPercent: 100 } },
    'strategy.throttleMaxPercent is 100; it must lie between 1 and 99.',
  ],
])('%j is refused', (part, sentence) => {
  expect(soloProblem(mergeOver(defaultSolo, part) as SoloSpec)).toBe(sentence);
});
