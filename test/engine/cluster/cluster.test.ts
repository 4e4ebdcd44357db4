import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuLoad } from '../../../src/engine/cluster/cpu.ts';
import { chooseTarget, haveRoom, type PlacementNode } from '../../../src/engine/cluster/placement.ts';
import { requestCpuPercent, responseTimeMs } from '../../../src/engine/cluster/response-time.ts';

describe('paper A, Tables 1 and 2', () => {
  test.each([
    [10, 0.046, 0.022],
    [20, 0.05, 0.036],
    [30, 0.067, 0.047],
    [40, 0.099, 0.081],
    [50, 0.141, 0.11],
  ])('%i MB in use: %d ms in a VM, %d ms without', (memoryMB, inVm, physical) => {
    expect(Math.abs(responseTimeMs(memoryMB, true) / inVm - 1)).toBeLessThan(0.09);
    expect(Math.abs(responseTimeMs(memoryMB, false) / physical - 1)).toBeLessThan(0.09);
    expect(responseTimeMs(memoryMB, true) - responseTimeMs(memoryMB, false)).toBeCloseTo(0.0211, 10);
  });

  test('the host’s CPU: 44 % with the VMs’ requests, 41 % without, whatever the memory', () => {
    const matrixJob = { cpuPercent: 41, requestsPerSecond: 0 };
    expect(cpuLoad([matrixJob], 0, 100_000, 0.6, 2).percent).toBe(41);
    expect(cpuLoad([{ ...matrixJob, requestsPerSecond: 100 }], 0, 100_000, 0.6, 2).percent).toBeCloseTo(
      44,
      10,
    );
    expect(requestCpuPercent(100)).toBeCloseTo(3, 10);
  });
});

test('Dom0 takes its cores per Gb/s moved', () => {
  // 0.1 s at 700 Mb/s on two cores: 0.42 cores of 2
  const load = cpuLoad([], 70e6, 100_000, 0.6, 2);
  expect(load.dom0Percent).toBeCloseTo(21, 10);
  expect(load.percent).toBeCloseTo(21, 10);
  const busy = cpuLoad([{ cpuPercent: 95, requestsPerSecond: 0 }], 70e6, 100_000, 0.6, 2);
  expect(busy).toEqual({ percent: 100, dom0Percent: load.dom0Percent });
});

describe('placement', () => {
  const node = (freeMiB: number, online = true): PlacementNode => ({ online, freeMiB });

  test('the surviving node with most free memory, ties by number', () => {
    expect(chooseTarget([node(500), node(800), node(900)], 256, 0)).toBe(2);
    expect(chooseTarget([node(500), node(800), node(800)], 256, 0)).toBe(1);
    expect(chooseTarget([node(500), node(800), node(900, false)], 256, 0)).toBe(1);
    expect(chooseTarget([node(900), node(800), node(700)], 256, 0)).toBe(1);
    expect(chooseTarget([node(900), node(255), node(256)], 256, 0)).toBe(2);
    expect(chooseTarget([node(900), node(255), node(200)], 256, 0)).toBe(-1);
  });

  test('room is there only if all fit one after another', () => {
    expect(haveRoom([node(0), node(512), node(512)], [256, 256, 512], 0)).toBe(false);
    expect(haveRoom([node(0), node(512), node(512)], [512, 256, 256], 0)).toBe(true);
    expect(haveRoom([node(9999), node(100)], [256], 0)).toBe(false);
    expect(haveRoom([node(0)], [], 0)).toBe(true);
  });

  test('looking for room changes nothing; what has room can be placed', () => {
    const nodes = fc.array(fc.record({ online: fc.boolean(), freeMiB: fc.nat(2000) }), {
      minLength: 1,
      maxLength: 6,
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 6 });
    fc.assert(
      fc.property(nodes, sizes, (cluster, needed) => {
        const before = structuredClone(cluster);
        const room = haveRoom(cluster, needed, 0);
        expect(cluster).toEqual(before);
        const left = structuredClone(cluster);
        const placed = needed.every((size) => {
          const target = left[chooseTarget(left, size, 0)];
          if (target !== undefined) target.freeMiB -= size;
          return target !== undefined;
        });
        expect(room).toBe(placed);
        left.forEach((one, i) => {
          expect(one.freeMiB).toBeGreaterThanOrEqual(0);
          if (i === 0 || !one.online) expect(one.freeMiB).toBe(before[i]?.freeMiB);
        });
      }),
      { seed: 20_100_501, numRuns: 200 },
    );
  });
});
