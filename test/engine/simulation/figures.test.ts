/** The figures of paper A, Tables 3 and 4, from the mechanism, with the definitions of SEEDS, for 20 seeds. */
import { describe, expect, test } from 'vitest';
import { defaultScenario, demoRun } from '../../../src/engine/simulation/default-scenario.ts';
import type { FailoverMode } from '../../../src/engine/simulation/scenario.ts';
import { brokenLaws } from './laws.ts';
import { type Played, play } from './runs.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => (i < 10 ? i + 1 : i * 104_729));
const STOP_US = 18_000_000;

/** Mean over the answered pings sent in [from, to). */
function meanRtt({ series: { pings } }: Played, from: number, to: number): number {
  let [sum, answered] = [0, 0];
  for (let row = pings.rowsUntil(from - 1); row < pings.rowsUntil(to - 1); row += 1) {
    const rtt = pings.at(row, 1);
    if (Number.isNaN(rtt)) continue;
    sum += rtt;
    answered += 1;
  }
  return sum / answered;
}

function demo(seed: number, failover: FailoverMode, toMs: number) {
  const scenario = { ...defaultScenario, seed, failover };
  const played = play({ ...demoRun, scenario }, toMs * 1000);
  const [record] = played.sim.migrations;
  const { startUs, suspendUs, endUs } = record ?? {};
  if (startUs == null || suspendUs == null || endUs == null) throw new Error('x0 has not moved.');
  return { played, startUs, suspendUs, endUs, streamMs: meanRtt(played, startUs, suspendUs) };
}

/** |found − wanted| as a share of what is wanted. */
const off = (found: number, wanted: number): number => Math.abs(found / wanted - 1);

describe.each(SEEDS)('seed %i', (seed) => {
  test('the paper’s script', () => {
    const { played, startUs, endUs, streamMs } = demo(seed, 'paper-script', 30_000);
    expect(off(meanRtt(played, 0, STOP_US), 0.25)).toBeLessThan(0.03);
    expect(startUs - STOP_US).toBeLessThanOrEqual(200_000);
    expect(off(streamMs, 1.0)).toBeLessThan(0.05);
    expect(off((endUs - startUs) / 1e6, 3)).toBeLessThan(0.08);
    expect(off(meanRtt(played, endUs, endUs + 100_000), 0.5)).toBeLessThan(0.08);
    expect(off(meanRtt(played, 29_000_000, 30_000_000), 0.25)).toBeLessThan(0.05);
    if (seed < 3) expect(brokenLaws(played)).toEqual([]);
  });

  test('stock, migrating', () => {
    const { played, startUs, streamMs } = demo(seed, 'stock-migrating', 21_500);
    expect(startUs - STOP_US).toBeLessThanOrEqual(200_000);
    expect(off(streamMs, 1.3)).toBeLessThan(0.05);
    if (seed < 3) expect(brokenLaws(played)).toEqual([]);
  });
});

test('single pings are bimodal: they wait for the whole queue or not at all', () => {
  const { played, startUs, suspendUs } = demo(1, 'paper-script', 21_500);
  const { pings } = played.series;
  const rtts: number[] = [];
  for (let row = pings.rowsUntil(startUs); row < pings.rowsUntil(suspendUs); row += 1)
    rtts.push(pings.at(row, 1));
  const low = rtts.filter((rtt) => rtt < 0.45).length;
  const high = rtts.filter((rtt) => rtt > 1.05).length;
  expect(low + high).toBe(rtts.length);
  expect(high / rtts.length).toBeCloseTo(0.7435, 1);
});

test('the stream’s host: 44 % for Apache’s, Dom0’s share while it sends, nothing after', () => {
  const { played, startUs, suspendUs } = demo(1, 'paper-script', 30_000);
  const { cpu } = played.series;
  const of = (node: number, from: number, to: number): [number, number][] => {
    const rows: [number, number][] = [];
    for (let row = cpu.rowsUntil(from); row < cpu.rowsUntil(to); row += 1) {
      if (cpu.at(row, 1) === node) rows.push([cpu.at(row, 2), cpu.at(row, 3)]);
    }
    return rows;
  };
  for (const [percent, dom0] of of(1, 0, STOP_US)) expect([percent, dom0]).toEqual([44, 0]);
  const sending = of(0, startUs + 100_000, suspendUs - 100_000);
  const dom0 = sending.reduce((sum, [, part]) => sum + part, 0) / sending.length;
  expect(dom0).toBeCloseTo(21, 0); // 0.7 Gb/s × 0.6 cores of 2
  for (const [, part] of of(0, 26_000_000, 30_000_000)) expect(part).toBe(0);
});
