/** Paper A's Tables 1–4 by mechanism, with the function the page's tables are made by. */
import { describe, expect, test } from 'vitest';
import { paperRuns, paperTables } from '../../../src/engine/experiments/paper-runs.ts';
import {
  type PaperQuantity,
  type PaperValue,
  readPaperTables,
  TOLERANCE,
} from '../../../src/engine/experiments/paper-tables.ts';
import { runProblem } from '../../../src/engine/simulation/check.ts';
import type { Run } from '../../../src/engine/simulation/scenario.ts';
import { library } from '../recorded.ts';
import { play } from '../simulation/runs.ts';

function all(): readonly PaperValue[] {
  const steps = paperTables(library);
  let last = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value.values;
    expect(value).toBeGreaterThanOrEqual(last);
    last = value;
  }
}

const told = ({ table, row, quantity, simulated, error }: PaperValue) =>
  `Table ${table}, ${row}, ${quantity}: ${simulated}, off by ${error}`;

describe('all four tables', () => {
  const values = all();

  test('each printed value has a simulated one', () => {
    expect(values.map(({ table }) => table).join('')).toBe(`${'1122'.repeat(5)}33334444`);
    for (const value of values) expect(value.simulated, told(value)).not.toBeNull();
  });

  test('within 9 % (response), 1 point (CPU), 5 % (round trip)', () => {
    expect(TOLERANCE).toEqual({ responseMs: 0.09, cpuPercent: 1, rttMs: 0.05 });
    for (const value of values) {
      expect(value.within, told(value)).toBe(value.printed === null ? null : true);
    }
    expect(values.filter(({ within }) => within)).toHaveLength(25);
  });

  test('one set of parameters: the runs differ in the kind of stop, the calls and where memory in use begins', () => {
    const scenarios = Object.values(paperRuns).map(({ scenario }: Run) => ({
      ...scenario,
      failover: null,
      durationMs: null,
      guests: scenario.guests.map((guest) => ({ ...guest, memoryInUseMB: null })),
    }));
    for (const scenario of scenarios) expect(scenario).toEqual(scenarios[0]);
    for (const run of Object.values(paperRuns)) expect(runProblem(run, library)).toBeNull();
  });

  test('a hypervisor costs the same at every size, as the paper says', () => {
    const of = (table: number, quantity: PaperQuantity) =>
      values.filter((value) => value.table === table && value.quantity === quantity);
    of(1, 'responseMs').forEach((value, i) => {
      expect((value.simulated ?? 0) - (of(2, 'responseMs')[i]?.simulated ?? 0)).toBeCloseTo(0.0211, 9);
    });
    of(1, 'cpuPercent').forEach((value, i) => {
      expect((value.simulated ?? 0) - (of(2, 'cpuPercent')[i]?.simulated ?? 0)).toBeCloseTo(3, 9);
    });
  });
});

describe('live', () => {
  const played = play(paperRuns.memory);
  const filled = (untilUs: number) =>
    readPaperTables(played.sim, played.series, played.run, untilUs)
      .filter(({ simulated, quantity }) => simulated !== null && quantity === 'responseMs')
      .map(({ table, row }) => `${table}: ${row}`);

  test('a row is there when the run reaches it, not before', () => {
    expect(filled(1_999_999)).toEqual([]);
    expect(filled(2_000_000)).toEqual(['1: 10', '2: 10']);
    expect(filled(6_500_000)).toEqual(['1: 10', '2: 10', '1: 20', '2: 20', '1: 30', '2: 30']);
    expect(filled(22_000_000)).toHaveLength(10);
  });

  test('a span of pings is there when it is over', () => {
    const script = play(paperRuns.script);
    const rows = (untilUs: number) =>
      readPaperTables(script.sim, script.series, script.run, untilUs)
        .filter(({ simulated, table }) => simulated !== null && table > 2)
        .map(({ table, row }) => `${table}: ${row}`);
    expect(rows(17_999_999)).toEqual([]);
    expect(rows(18_000_000)).toEqual(['3: before']);
    expect(rows(23_000_000)).toEqual(['3: before', '3: during', '3: after']);
    expect(rows(30_000_000)).toEqual(['3: before', '3: during', '3: after', '3: recovered']);
  });

  test('another load is another CPU, and said to be off', () => {
    const { scenario, commands } = paperRuns.memory;
    const guests = scenario.guests.map((guest) =>
      guest.name === 'x2' ? { ...guest, requestsPerSecond: 300 } : guest,
    );
    const busy = play({ scenario: { ...scenario, guests }, commands }, 5_000_000);
    const cpu = readPaperTables(busy.sim, busy.series, busy.run, 5_000_000).find(
      ({ table, quantity }) => table === 1 && quantity === 'cpuPercent',
    );
    expect(cpu?.error).toBeCloseTo(6, 9);
    expect(cpu?.within).toBe(false);
  });
});
