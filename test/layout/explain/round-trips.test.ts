/** The sums, the two models, the histogram, the spans and the flows behind "Explained". */
import { describe, expect, test } from 'vitest';
import { queueDelayMs, queuedBytes } from '../../../src/engine/network/transmit-port.ts';
import { defaultScenario, demoRun } from '../../../src/engine/simulation/default-scenario.ts';
import { bandsAt, cpuStack } from '../../../src/layout/explain/cpu-stack.ts';
import { flowsOf } from '../../../src/layout/explain/flows.ts';
import { pingHistogram } from '../../../src/layout/explain/ping-histogram.ts';
import { pingSpans } from '../../../src/layout/explain/ping-spans.ts';
import { queueSums } from '../../../src/layout/explain/queue-sums.ts';
import {
  curve,
  fittedServiceMs,
  packetServiceMs,
  stationRtt,
  windowRtt,
} from '../../../src/layout/explain/station-model.ts';
import { play } from '../../engine/simulation/runs.ts';

const network = defaultScenario.network;
const S = 1_000_000;
const END_US = 30 * S;

const played = play(demoRun, END_US);
const tableOf = (name: 'pings' | 'beats' | 'batches' | 'shares' | 'cpu') => {
  const table = played.series[name];
  return { data: table.slice(0, table.rows), rows: table.rows, width: table.width };
};
const [move] = played.sim.migrations;

describe('the queue’s sums', () => {
  test('are the engine’s', () => {
    const sums = queueSums(network, 700);
    expect(sums.queueBytes).toBeCloseTo(queuedBytes(network), 6);
    expect(sums.waitMs).toBeCloseTo(queueDelayMs(network), 9);
    expect(sums.onWireBytes + sums.queueBytes).toBeCloseTo(network.windowBytes, 6);
    expect(sums.meanMs).toBeCloseTo(1.004, 3);
    expect(queueSums(network, 1e6).meanMs).toBeCloseTo(1.264, 3);
  });

  test('a wire that holds the whole window keeps nobody waiting', () => {
    const sums = queueSums({ ...network, windowBytes: 1448 }, 700);
    expect(sums).toMatchObject({ queueBytes: 0, waitMs: 0, packets: 0 });
    expect(sums.meanMs).toBe(sums.baseMs);
  });
});

describe('the station', () => {
  const sums = queueSums(network, 700);

  test('fitted to a point goes through it, and without end where the link is full', () => {
    const service = fittedServiceMs(sums.baseMs, 1, sums.share);
    expect(stationRtt(sums.baseMs, service, sums.share)).toBeCloseTo(1, 12);
    expect(stationRtt(sums.baseMs, service, 0)).toBe(sums.baseMs);
    expect(stationRtt(sums.baseMs, service, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(fittedServiceMs(0.25, 1, 1)).toBeNaN();
  });

  test('of single packets hardly waits where the window waits a millisecond', () => {
    const service = packetServiceMs(1000);
    expect(service).toBeCloseTo(0.0123, 4);
    expect(stationRtt(sums.baseMs, service, sums.share)).toBeLessThan(0.3);
    expect(windowRtt(sums, sums.share)).toBeGreaterThan(1);
  });

  test('its curve ends where it leaves the chart, the window’s line does not', () => {
    const points = curve((share) => stationRtt(0.25, 0.25, share), 2);
    expect(points.at(-1)?.[1]).toBeLessThanOrEqual(2);
    expect(points.at(-1)?.[0]).toBeLessThan(1);
    expect(curve((share) => windowRtt(sums, share), 2).at(-1)?.[0]).toBe(1);
  });
});

describe('the histogram', () => {
  const pings = tableOf('pings');

  test('holds every answered ping once, lost ones apart', () => {
    const { bins, answered, lost } = pingHistogram(pings, 0, END_US + 1);
    expect(bins.reduce((sum, bin) => sum + bin.free + bin.behind, 0)).toBe(answered);
    expect(answered + lost).toBe(pings.rows);
    expect(lost).toBe(played.sim.pings.lost);
  });

  test('while the stream ran it has two modes, and nobody at the mean', () => {
    const shown = pingHistogram(pings, move?.startUs ?? 0, move?.suspendUs ?? 0);
    expect(shown.free?.atMs).toBeCloseTo(0.25, 1);
    expect(shown.behind?.atMs).toBeCloseTo(1.25, 1);
    expect(shown.meanMs).toBeCloseTo(1.0, 1);
    expect(shown.nearMean).toBe(0);
  });

  test('of nothing is nothing', () => {
    expect(pingHistogram(pings, 0, 0)).toMatchObject({ bins: [], answered: 0, free: null, behind: null });
  });
});

describe('spans', () => {
  const facts = { firstUs: 18 * S, move: move ?? null, durationMs: 30_000, pingIntervalMs: 10 };

  test('as defined', () => {
    const spans = pingSpans({ ...facts, reachedUs: END_US });
    expect(spans.map(({ name }) => name)).toEqual(['before', 'during', 'after', 'recovered']);
    expect(spans[0]).toEqual({ name: 'before', fromUs: 0, toUs: 18 * S });
    expect(spans[2]?.toUs).toBe((move?.endUs ?? 0) + 100_000);
    expect(spans[3]).toEqual({ name: 'recovered', fromUs: 29 * S, toUs: 30 * S });
  });

  test('never beyond the moment reached', () => {
    for (let reachedUs = 0; reachedUs <= END_US; reachedUs += 137_000) {
      for (const { fromUs, toUs } of pingSpans({ ...facts, reachedUs })) {
        expect(toUs).toBeLessThanOrEqual(reachedUs);
        expect(toUs).toBeGreaterThan(fromUs);
      }
    }
  });
});

describe('flows', () => {
  const facts = {
    pings: tableOf('pings'),
    beats: tableOf('beats'),
    batches: tableOf('batches'),
    moves: played.sim.migrations,
    serving: [{ fromUs: 0, toUs: END_US, requestsPerSecond: 100 }],
    linkMbps: network.linkMbps,
    tailShare: defaultScenario.migration.tailShare,
    tailMs: defaultScenario.migration.tailMs,
    untilUs: END_US,
  };

  test('the stream’s bytes are those of the moves, with their headers', () => {
    const stream = flowsOf(facts).find(({ name }) => name === 'stream');
    const sent = played.sim.migrations.reduce((sum, { bytesSent }) => sum + bytesSent, 0);
    expect(stream?.totalBytes).toBeCloseTo((sent * 1538) / 1448, 0);
  });

  test('every flow’s seconds add up to its total, and none but beats crosses the other LAN', () => {
    for (const { perSecond, totalBytes } of flowsOf(facts)) {
      expect(perSecond.length).toBe(30);
      expect(perSecond.reduce((sum, bytes) => sum + bytes, 0)).toBeCloseTo(totalBytes, 3);
    }
    const data = flowsOf(facts).filter(({ name }) => name !== 'heartbeat');
    for (let second = 0; second < 30; second += 1) {
      const bytes = data.reduce((sum, { perSecond }) => sum + (perSecond[second] ?? 0), 0);
      // Two ports may be busy at once: the source's for the stream and the storage machine's.
      expect(bytes).toBeLessThan((2 * network.linkMbps * 1e6) / 8);
    }
  });

  test('100 requests of 2,000 B a second, evenly', () => {
    const http = flowsOf(facts).find(({ name }) => name === 'http');
    expect(http?.totalBytes).toBeCloseTo(30 * 200_000, 3);
    expect(http?.lastSecond).toBeCloseTo(200_000, 3);
  });
});

describe('CPU by cause', () => {
  const shares = tableOf('shares');
  const sumAt = (charged: boolean, node: number, us: number) =>
    bandsAt(cpuStack(shares, node, END_US, charged), us).reduce((sum, { percent }) => sum + percent, 0);

  test('charged or not, the whole stays the same, and it is the host’s load', () => {
    const { cpu } = played.series;
    for (let row = 0; row < cpu.rows; row += 1) {
      const [us, node, percent] = [cpu.at(row, 0), cpu.at(row, 1), cpu.at(row, 2)];
      if (row % 40 > 2) continue;
      expect(sumAt(false, node, us)).toBeCloseTo(percent, 9);
      expect(sumAt(true, node, us)).toBeCloseTo(percent, 9);
    }
  });

  test('charged, nobody works for nobody; x0 pays for its own move at both ends', () => {
    const during = ((move?.startUs ?? 0) + (move?.suspendUs ?? 0)) / 2;
    const source = bandsAt(cpuStack(shares, 0, END_US, true), during);
    expect(source.map(({ key }) => typeof key)).toEqual(['number', 'number']);
    expect(source.find(({ key }) => key === 0)?.percent).toBeGreaterThan(24 + 18);
    const target = bandsAt(cpuStack(shares, 1, END_US, true), during);
    expect(target.find(({ key }) => key === 0)?.percent).toBeGreaterThan(18);
  });
});
