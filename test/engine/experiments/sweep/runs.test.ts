import { describe, expect, test } from 'vitest';
import { coursesOf, runCourse } from '../../../../src/engine/experiments/courses.ts';
import { sweepDefaults } from '../../../../src/engine/experiments/sweep/defaults.ts';
import { sweepFigures } from '../../../../src/engine/experiments/sweep/figures.ts';
import { withSeed, withSetting } from '../../../../src/engine/experiments/sweep/settings.ts';
import type { Subject } from '../../../../src/engine/experiments/sweep/spec.ts';
import { migrateSolo } from '../../../../src/engine/simulation/solo.ts';
import { library, linesAll, outcomeOf, smallMigration, subjects, sweepOf } from './sweeps.ts';

const kinds = ['failover', 'migration', 'trees'] as const;
const set = (subject: Subject, path: string, value: string | number | boolean): Subject =>
  withSetting(subject, path, value, true) ?? subject;

describe.each(kinds)('a run of a %s', (kind) => {
  const subject = withSeed(subjects[kind], 3);

  test('has every figure, finite or none, and the same again', () => {
    const first = outcomeOf(subject);
    expect(first.problem).toBeNull();
    expect(Object.keys(first.figures)).toEqual(sweepFigures(kind).map(({ name }) => name));
    for (const [name, value] of Object.entries(first.figures)) {
      if (value !== null) expect(Number.isFinite(value) && value >= 0, name).toBe(true);
    }
    expect(outcomeOf(subject)).toEqual(first);
  });

  test('its curves go forward in time and tell what they are in', () => {
    const { curves } = outcomeOf(subject);
    expect(curves.length).toBeGreaterThan(1);
    for (const { at, value, label } of curves) {
      expect(label).not.toBe('');
      expect(at.length).toBe(value.length);
      expect(at.length).toBeGreaterThan(5);
      for (let i = 1; i < at.length; i += 1) expect((at[i] ?? 0) > (at[i - 1] ?? 0)).toBe(true);
    }
  });

  test('watching it for its curves changes no figure', () => {
    const spec = {
      version: 1,
      name: 'one',
      subject,
      axes: [{ parameter: kind === 'trees' ? 'stream.keys' : ONE[kind], values: [VALUE[kind]] }],
      variants: [{ label: 'one', set: {} }],
      seeds: { first: 3, count: 1 },
      figure: sweepDefaults.figures[kind],
    } as const;
    expect(linesAll(spec)[0]?.figures).toEqual(outcomeOf(subject).figures);
  });
});

const ONE = { failover: 'heartbeat.deadtimeMs', migration: 'link.latencyMs' } as const;
const VALUE = { failover: 30_000, migration: 0.05, trees: 31 } as const;

describe('figures of a migration', () => {
  test('are those of the run itself', () => {
    const { subject } = sweepOf({
      subject: {
        migration: { ...smallMigration, strategy: { ...smallMigration.strategy, kind: 'post-copy' } },
      },
      axes: [{ parameter: 'link.latencyMs', values: [1] }],
    });
    if (subject.kind !== 'migration') throw new Error('It is one.');
    const result = migrateSolo(subject.spec, library);
    expect(outcomeOf(subject)).toMatchObject({
      outcome: 'completed',
      figures: {
        downtimeMs: result.downtimeMs,
        totalTimeMs: result.totalTimeMs,
        bytesSent: result.bytesSent,
        faults: result.postCopy?.faults,
        standstillMs: result.downtimeMs + (result.postCopy?.stalledMs ?? Number.NaN),
        notConverged: 0,
      },
    });
    expect(result.cpuMs).toBeGreaterThan(0);
  });

  test('one that never converges has neither downtime nor total time, but what it sent', () => {
    const busy = set(subjects.migration, 'vm.workload.writesPerSecond', 200_000);
    const slow = set(set(busy, 'link.bandwidthBytesPerSecond', 2_000_000), 'giveUpAfterMs', 5000);
    const { outcome, figures } = outcomeOf(set(slow, 'vm.workload.hotSetMiB', 3));
    expect(outcome).toBe('not-converged');
    expect(figures).toMatchObject({ notConverged: 1, downtimeMs: null, totalTimeMs: null });
    expect(figures.bytesSent).toBeGreaterThan(4_000_000);
  });

  test('a recorded program is found by its name, another is named', () => {
    const traced = set(set(subjects.migration, 'vm.workload.pattern', 'trace'), 'vm.memoryMiB', 16);
    expect(outcomeOf(set(traced, 'vm.workload.file', 'gzip')).outcome).toBe('completed');
    expect(outcomeOf(set(traced, 'vm.workload.file', 'sort')).figures).not.toEqual(
      outcomeOf(set(traced, 'vm.workload.file', 'gzip')).figures,
    );
    expect(outcomeOf(set(traced, 'vm.workload.file', 'vi')).problem).toMatch(
      /vm.workload.file is "vi", but there are only the recordings matrix, gzip/,
    );
  });
});

describe('figures of a failover', () => {
  test('agree with the course of the same crash', () => {
    const scenario = {
      ...sweepDefaults.failover.scenario,
      durationMs: 120_000,
      guests: sweepDefaults.failover.scenario.guests.map((guest) => ({
        ...guest,
        memoryMiB: 16,
        workload: { ...guest.workload, kind: 'uniform' as const, hotSetPages: 64, referencesPerSecond: 0 },
      })),
    };
    const crash = coursesOf(scenario).find(({ kind }) => kind === 'crash');
    if (crash === undefined) throw new Error('There is one.');
    const row = [...runCourse(crash, library)].at(-1);
    if (row === undefined || typeof row === 'number') throw new Error('There is one.');
    const { figures, outcome, curves } = outcomeOf({ kind: 'failover', run: crash.run });
    expect(outcome).toBe('completed');
    expect(figures.longestOutageMs).toBe(row.outageMs.longest);
    expect(figures.detectedMs).toBe(row.detectedMs);
    expect(figures.falseAlarms).toBe(0);
    expect(figures.ranTwiceMs).toBe(0);
    expect(figures.pingsLost).toBe(row.lost);
    // two guests of 16 MiB were on that node
    expect(figures.pagesLost).toBe(2 * 16 * 256);
    expect(figures.rttBeforeMs).toBeCloseTo(0.25, 1);
    expect(figures.rttDuringMs).toBeNull();
    const rtt = curves.find(({ name }) => name === 'rtt');
    expect(rtt?.value.filter(Number.isNaN).length).toBe(row.lost);
  });

  test('a partition without fencing runs guests twice, and every alarm is false', () => {
    const { failover } = sweepDefaults;
    const { subject } = sweepOf({
      subject: {
        failover: {
          durationMs: 90_000,
          guests: failover.scenario.guests.map(() => ({
            memoryMiB: 16,
            workload: { kind: 'uniform', hotSetPages: 64, referencesPerSecond: 0 },
          })),
          heartbeat: { deadtimeMs: 5000, warntimeMs: 2000 },
          commands: [{ kind: 'cut-heartbeat', node: 1, atMs: 5000 }],
        },
      },
      axes: [{ parameter: 'durationMs', values: [90_000] }],
    });
    const { outcome, figures } = outcomeOf(subject);
    expect(outcome).toBe('split-brain');
    expect(figures.falseAlarms).toBe(4);
    expect(figures.ranTwiceMs).toBeGreaterThan(0);
    expect(figures.corruptBlocks).toBeGreaterThan(0);
    expect(figures.detectedMs).toBeNull();
  });

  test('a scenario that cannot be is refused in the engine’s words', () => {
    const wrong = set(subjects.failover, 'heartbeat.deadtimeMs', 500);
    expect(outcomeOf(wrong)).toMatchObject({
      outcome: 'refused',
      problem: expect.stringMatching(/^heartbeat.deadtimeMs is 500, no more than twice the keepalive/),
      curves: [],
    });
  });
});

describe('figures of a tree', () => {
  test('a tree that never rotates costs its depth', () => {
    const still = set(subjects.trees, 'tree.kind', 'balanced');
    const { figures } = outcomeOf(still);
    expect(figures).toMatchObject({ rotationsPerOperation: 0, height: 5, keys: 31, dearest: 5 });
    expect(figures.visitedPerOperation).toBeGreaterThan(2);
    expect(figures.visitedPerOperation).toBeLessThan(5);
  });

  test('what cannot be is refused in the engine’s words', () => {
    expect(outcomeOf(set(subjects.trees, 'tree.parameters.threshold', 99)).problem).toMatch(
      /^The setting "threshold" of the tree "lazy-counting" is 99/,
    );
    expect(outcomeOf(set(subjects.trees, 'stream.length', 0.5)).problem).toMatch(/^The length of the stream/);
  });

  test('no operations: no costs, but a tree', () => {
    const { figures } = outcomeOf(set(subjects.trees, 'stream.length', 0));
    expect(figures).toMatchObject({ visitedPerOperation: null, height: 5, dearest: 0 });
  });
});
