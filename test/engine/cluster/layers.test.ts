/** Layers, caps and who is charged for Dom0's work. */
import { describe, expect, test } from 'vitest';
import {
  cappedMbps,
  cpuLoad,
  guestShare,
  movingPercent,
  speedUnderCap,
} from '../../../src/engine/cluster/cpu.ts';
import { layersKinds, layersOf } from '../../../src/engine/cluster/layers.ts';
import { responseTimeMs } from '../../../src/engine/cluster/response-time.ts';
import { defaultScenario, demoRun } from '../../../src/engine/simulation/default-scenario.ts';
import { historyOf } from '../../../src/engine/simulation/observation.ts';
import type { GuestSpec, Scenario } from '../../../src/engine/simulation/scenario.ts';
import { type Played, play } from '../simulation/runs.ts';

const apache = { cpuPercent: 41, requestsPerSecond: 100 };

describe('layers', () => {
  test('Xen is paper A’s Table 1, the bare machine its Table 2', () => {
    const cpu = (kind: 'para' | 'physical') =>
      cpuLoad([apache], 0, 100_000, 0.6, 2, layersOf(kind).cpuFactor).percent;
    expect(cpu('para')).toBeCloseTo(44, 10);
    expect(cpu('physical')).toBe(41);
    expect(responseTimeMs(10, true, layersOf('physical').delayFactor)).toBe(responseTimeMs(10, false));
    expect(responseTimeMs(10, true, layersOf('para').delayFactor)).toBe(responseTimeMs(10, true));
  });

  test('the more is imitated, the more it costs', () => {
    const costs = ['physical', 'os-level', 'para', 'full'].map(
      (kind) => layersKinds.find((layers) => layers.kind === kind) ?? layersOf('para'),
    );
    for (const factor of ['cpuFactor', 'delayFactor'] as const) {
      const all = costs.map((layers) => layers[factor]);
      expect([...all].sort((a, b) => a - b)).toEqual(all);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test('a layer there is not is named as such', () => {
    expect(() => layersOf('unikernel' as 'para')).toThrow(/use one of physical, full, para, os-level/);
  });
});

describe('a cap', () => {
  test('bites where more is wanted than it gives, and slows all alike', () => {
    expect(speedUnderCap(apache)).toBe(1);
    expect(speedUnderCap({ ...apache, capPercent: 44 })).toBe(1);
    const capped = { ...apache, capPercent: 22 };
    expect(speedUnderCap(capped)).toBeCloseTo(0.5, 12);
    const { ownPercent, requestPercent } = guestShare(capped);
    expect(ownPercent + requestPercent).toBeCloseTo(22, 12);
    expect(requestPercent).toBeCloseTo(1.5, 12);
  });

  test('on Dom0 bounds what it can move', () => {
    expect(cappedMbps(100, 0.6, 2)).toBe(Number.POSITIVE_INFINITY);
    const mbps = cappedMbps(9, 0.6, 2);
    expect(mbps).toBeCloseTo(300, 10);
    expect(movingPercent(mbps * 1e5, 100_000, 0.6, 2)).toBeCloseTo(9, 10);
  });
});

function demo(
  change: { cluster?: Partial<Scenario['cluster']>; x0?: Partial<GuestSpec> },
  toMs: number,
): Played {
  const scenario = {
    ...defaultScenario,
    cluster: { ...defaultScenario.cluster, ...change.cluster },
    guests: defaultScenario.guests.map((guest) => (guest.name === 'x0' ? { ...guest, ...change.x0 } : guest)),
  };
  return play({ ...demoRun, scenario }, toMs * 1000);
}

const lengthMs = ({ sim }: Played) => {
  const { startUs, suspendUs, endUs } = sim.migrations[0] ?? {};
  return startUs == null || suspendUs == null || endUs == null
    ? { stream: Number.NaN, pause: Number.NaN }
    : { stream: (suspendUs - startUs) / 1000, pause: (endUs - suspendUs) / 1000 };
};

describe('in a run', () => {
  test('the shares of all guests add up to the host’s load', () => {
    const { series } = demo({}, 24_000);
    const shares = new Map<string, { all: number; moving: number }>();
    for (let row = 0; row < series.shares.rows; row += 1) {
      const at = (column: number) => series.shares.at(row, column);
      const key = `${at(0)} ${at(1)}`;
      const sum = shares.get(key) ?? { all: 0, moving: 0 };
      shares.set(key, { all: sum.all + at(3) + at(4) + at(5), moving: sum.moving + at(5) });
    }
    expect(series.cpu.rows).toBe(240 * 3);
    for (let row = 0; row < series.cpu.rows; row += 1) {
      const sum = shares.get(`${series.cpu.at(row, 0)} ${series.cpu.at(row, 1)}`) ?? { all: 0, moving: 0 };
      expect(Math.min(100, sum.all)).toBeCloseTo(series.cpu.at(row, 2), 9);
      expect(sum.moving).toBeCloseTo(series.cpu.at(row, 3), 9);
    }
  });

  test('a capped Dom0 stays under its cap; the stream takes longer and so does the pause', () => {
    const free = lengthMs(demo({}, 30_000));
    const played = demo({ cluster: { dom0CapPercent: 9 } }, 40_000);
    const capped = lengthMs(played);
    // 700 Mb/s are asked for, 300 Mb/s are left
    expect(capped.stream / free.stream).toBeGreaterThan(2.2);
    expect(capped.stream / free.stream).toBeLessThan(2.6);
    expect(capped.pause).toBeGreaterThan(free.pause);
    const { cpu } = played.series;
    for (let row = 0; row < cpu.rows; row += 1) expect(cpu.at(row, 3)).toBeLessThan(9.2);
  });

  test('a capped guest refers to its memory more slowly', () => {
    const writes = (played: Played) => played.sim.vms[0]?.writes ?? 0;
    const free = writes(demo({}, 5000));
    const half = writes(demo({ x0: { capPercent: 12 } }, 5000));
    expect(half / free).toBeGreaterThan(0.4);
    expect(half / free).toBeLessThan(0.6);
  });

  test('layers show in CPU and response time', () => {
    const facts = (layers: Scenario['cluster']['layers']) => {
      const played = demo({ cluster: { layers } }, 1000);
      const { cpu } = played.series;
      const x2 = historyOf(played.sim).vms.find(({ name }) => name === 'x2');
      return { percent: cpu.at(cpu.rows - 2, 2), ms: x2?.responseMs ?? Number.NaN };
    };
    expect(facts('para').percent).toBeCloseTo(44, 9);
    expect(facts('physical').percent).toBeCloseTo(41, 9);
    expect(facts('full').percent).toBeCloseTo(50, 9);
    expect(facts('full').ms).toBeGreaterThan(facts('para').ms);
    expect(facts('os-level').ms).toBeLessThan(facts('para').ms);
  });
});
