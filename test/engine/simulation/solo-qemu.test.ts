/** The QEMU stop rule against measured migrations: one set of constants for all of them, none fitted to a run. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { traceLibrary } from '../../../src/engine/memory/trace.ts';
import { migrateSolo } from '../../../src/engine/simulation/solo.ts';
import { defaultSolo, type SoloSpec, type SoloWorkload } from '../../../src/engine/simulation/solo-spec.ts';

interface Measured {
  name: string;
  ramMiB: number;
  fillMiB: number | null;
  pattern: string;
  hotMiB: number;
  coldMiB: number;
  coldFraction: number;
  writesPerSecond: number;
  maxBandwidthBytesPerSecond: number;
  downtimeLimitMs: number;
  timeLimitMs: number;
  completed: boolean;
  totalTimeMs: number;
  downtimeMs: number | null;
  bytesSent: number;
  liveRounds: number;
}

const measured = JSON.parse(
  readFileSync(new URL('../../fixtures/qemu-precopy.json', import.meta.url), 'utf8'),
) as Measured[];

function specOf(run: Measured): SoloSpec {
  const pattern = (run.pattern === 'hotspot' ? 'hot-cold' : run.pattern) as SoloWorkload['pattern'];
  const { vm, strategy } = defaultSolo;
  return {
    ...defaultSolo,
    vm: {
      ...vm,
      memoryMiB: run.ramMiB,
      nonZeroMiB: run.fillMiB,
      workload: {
        ...vm.workload,
        pattern,
        exponent: 0.99,
        hotSetMiB: run.hotMiB,
        hotStartMiB: run.hotMiB + run.coldMiB + 32 > run.ramMiB ? 8 : 32,
        coldSetMiB: run.coldMiB,
        coldFraction: run.coldFraction,
        writesPerSecond: run.writesPerSecond,
      },
    },
    strategy: {
      ...strategy,
      maxBandwidthBytesPerSecond: run.maxBandwidthBytesPerSecond,
      stopRule: { kind: 'qemu', downtimeLimitMs: run.downtimeLimitMs },
    },
    giveUpAfterMs: run.timeLimitMs,
  };
}

const library = traceLibrary([]);
const twins = measured.map((run) => ({ run, twin: migrateSolo(specOf(run), library) }));
const quantile = (values: number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(q * values.length)] as number;

describe('QEMU’s stop rule beside measured migrations', () => {
  it('says of every run whether it converges', () => {
    for (const { run, twin } of twins)
      expect([run.name, twin.outcome === 'completed']).toEqual([run.name, run.completed]);
  });

  it('gives total time and bytes within 1 % in the median and 8 % in the worst case', () => {
    const time = twins.map(({ run, twin }) => Math.abs(twin.totalTimeMs / run.totalTimeMs - 1));
    const bytes = twins.map(({ run, twin }) => Math.abs(twin.bytesSent / run.bytesSent - 1));
    expect(quantile(time, 0.5)).toBeLessThan(0.01);
    expect(quantile(bytes, 0.5)).toBeLessThan(0.01);
    expect(Math.max(...time)).toBeLessThan(0.08);
    expect(Math.max(...bytes)).toBeLessThan(0.08);
  });

  it('gives nine in ten live rounds within one, and downtimes within 5 ms or a quarter', () => {
    const done = twins.filter(({ run }) => run.completed);
    const rounds = done.filter(({ run, twin }) => Math.abs(twin.rounds.length - 1 - run.liveRounds) <= 1);
    const downtimes = done.filter(({ run, twin }) => {
      const real = run.downtimeMs ?? 0;
      return Math.abs(twin.downtimeMs - real) <= Math.max(5, real / 4);
    });
    expect(rounds.length / done.length).toBeGreaterThan(0.9);
    expect(downtimes.length / done.length).toBeGreaterThan(0.9);
  });
});
