/** What the ready-made sweeps say of themselves, on coarse versions of them. */
import { describe, expect, test } from 'vitest';
import { caseCount, runCase } from '../../../../src/engine/experiments/sweep/cases.ts';
import { sweepProblem } from '../../../../src/engine/experiments/sweep/check.ts';
import { sweepDefaults } from '../../../../src/engine/experiments/sweep/defaults.ts';
import { readySweeps } from '../../../../src/engine/experiments/sweep/ready.ts';
import type { SweepAxis, SweepLine, SweepSpec } from '../../../../src/engine/experiments/sweep/spec.ts';
import { finish } from '../../../../src/engine/lab/job.ts';
import { parseSweep } from '../../../../src/protocol/sweep-schema.ts';
import { library, linesAll } from './sweeps.ts';

function ready(kind: string): SweepSpec {
  const found = readySweeps.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There is no ready sweep "${kind}".`);
  return found.spec;
}

/** Every so many values of each axis, the ends included, and fewer seeds. */
function coarse(spec: SweepSpec, every: number, seeds: number): SweepSpec {
  const thin = (axis: SweepAxis): SweepAxis => ({
    ...axis,
    values: axis.values.filter((_, i) => i % every === 0 || i === axis.values.length - 1),
  });
  const [x, y] = spec.axes;
  const axes = y === undefined ? ([thin(x)] as const) : ([thin(x), thin(y)] as const);
  return { ...spec, axes, seeds: { ...spec.seeds, count: seeds } };
}

const mean = (lines: readonly SweepLine[], figure: string): number => {
  const values = lines.flatMap(({ figures }) => figures[figure] ?? []);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

describe('every ready-made sweep', () => {
  test.each(readySweeps)('$kind can be run, and read back from its file', ({ name, about, spec }) => {
    expect(sweepProblem(spec)).toBeNull();
    expect(spec.name).toBe(name);
    expect(about).toMatch(/\.$/);
    const read = parseSweep(JSON.parse(JSON.stringify(spec)), sweepDefaults);
    expect(read).toEqual({ spec });
    for (const index of [0, caseCount(spec) - 1]) {
      expect(finish(runCase(spec, index, library)).problem).toBeNull();
    }
  });

  test('the first is a map of 20 by 20 with five seeds', () => {
    const { axes, seeds, figure } = readySweeps[0]?.spec ?? ready('none');
    expect(axes.map(({ values }) => values.length)).toEqual([20, 20]);
    expect([seeds.count, figure]).toEqual([5, 'downtimeMs']);
  });
});

describe('what they say is so', () => {
  test('convergence: QEMU keeps to its limit or never stops; Xen always ends', () => {
    const lines = linesAll(coarse(ready('convergence'), 4, 1));
    const qemu = lines.filter(({ variant }) => variant.startsWith('QEMU'));
    const xen = lines.filter(({ variant }) => variant.startsWith('Xen'));
    const never = qemu.filter(({ outcome }) => outcome === 'not-converged');
    expect(never.length).toBeGreaterThan(qemu.length / 8);
    for (const { figures } of qemu) expect(figures.downtimeMs ?? 0).toBeLessThan(320);
    const HOT_SET = 24 * 2 ** 20;
    for (const { x, y, outcome } of qemu) {
      const dirtied = (y ?? 0) * 4096;
      if (dirtied < 0.8 * x || 0.3 * x > 1.2 * HOT_SET)
        expect(`${x} ${y} ${outcome}`).toBe(`${x} ${y} completed`);
      if (dirtied > 3 * x && 0.3 * x < 0.5 * HOT_SET) expect(outcome).toBe('not-converged');
    }
    const beyond = new Set(never.map(({ x, y }) => `${x} ${y}`));
    const pauses = xen
      .filter(({ x, y }) => beyond.has(`${x} ${y}`))
      .map(({ figures }) => figures.downtimeMs ?? 0);
    expect(Math.max(...pauses)).toBeGreaterThan(1500);
    expect(xen.every(({ outcome }) => outcome === 'completed')).toBe(true);
  });

  test('downtime-limit: a fast link converges at any limit, a slow one only where nearly the hot set fits', () => {
    const lines = linesAll(coarse(ready('downtime-limit'), 3, 1));
    const DIRTIED = 16_000 * 4096;
    for (const { x, y, outcome } of lines) {
      const inTime = (x * (y ?? 0)) / 1000;
      if (x > 1.7 * DIRTIED) expect(outcome).toBe('completed');
      else if (x < 0.5 * DIRTIED && inTime < 0.5 * 24 * 2 ** 20) expect(outcome).toBe('not-converged');
    }
    expect(lines.some(({ x, outcome }) => x < 0.5 * DIRTIED && outcome === 'completed')).toBe(true);
    const fast = lines.filter(({ x }) => x > 100e6);
    for (const x of new Set(fast.map((line) => line.x))) {
      const times = fast.filter((line) => line.x === x).map(({ figures }) => figures.totalTimeMs ?? 0);
      expect((times[0] ?? 0) > (times.at(-1) ?? 0)).toBe(true);
    }
  });

  test('working-set: hundreds save nothing, all of it some 7 %, the oracle no more than 10 %', () => {
    const spec = ready('working-set');
    const lines = linesAll({ ...spec, axes: [{ ...spec.axes[0], values: [0, 256, 3072] }] });
    const bytes = (variant: string, x: number): number =>
      mean(
        lines.filter((line) => line.variant === variant && line.x === x),
        'bytesSent',
      );
    const none = bytes('no prediction', 0);
    for (const who of ['LRU', 'lazy counting tree', 'oracle']) {
      expect(bytes(who, 0)).toBe(none);
      expect(Math.abs(bytes(who, 256) / none - 1)).toBeLessThan(0.01);
    }
    for (const who of ['LRU', 'lazy counting tree']) {
      expect(1 - bytes(who, 3072) / none).toBeGreaterThan(0.06);
      expect(1 - bytes(who, 3072) / none).toBeLessThan(0.08);
    }
    const oracle = 1 - bytes('oracle', 3072) / none;
    expect(oracle).toBeGreaterThan(0.08);
    expect(oracle).toBeLessThan(0.1);
  });

  test('figures-6-7: lazy counting visits a sixth to a quarter fewer nodes and hardly rotates', () => {
    const spec = ready('figures-6-7');
    const sizes = [100, 1000, 10_000, 100_000];
    const lines = linesAll({
      ...spec,
      axes: [{ ...spec.axes[0], values: sizes }],
      seeds: { first: 1, count: 1 },
    });
    const of = (variant: string, x: number) => lines.find((line) => line.variant === variant && line.x === x);
    for (const size of sizes) {
      const [splay, lazy] = [of('Splay', size), of('Lazy counting', size)].map((line) => line?.figures);
      const ratio = (lazy?.lateVisitedPerOperation ?? 0) / (splay?.lateVisitedPerOperation ?? 0);
      expect(ratio).toBeGreaterThan(0.72);
      expect(ratio).toBeLessThan(0.86);
      expect(lazy?.lateRotationsPerOperation ?? 1).toBeLessThan(0.2);
      expect(splay?.lateRotationsPerOperation ?? 0).toBeGreaterThan(4);
    }
  });

  test('deadtime: every second of it is a second of outage; too short on a lossy LAN is worse', () => {
    const spec = ready('deadtime');
    const lines = linesAll({
      ...spec,
      axes: [{ ...spec.axes[0], values: [3500, 15_000, 30_000] }],
      seeds: { first: 1, count: 3 },
    });
    const at = (percent: number, x: number): SweepLine[] =>
      lines.filter((line) => line.variant.startsWith(`${percent} %`) && line.x === x);
    const outage = (percent: number, x: number): number => mean(at(percent, x), 'longestOutageMs');
    expect(outage(0, 30_000) - outage(0, 15_000)).toBeCloseTo(15_000, -3);
    expect(outage(0, 15_000) - outage(0, 3500)).toBeCloseTo(11_500, -3);
    expect(mean(at(0, 3500), 'falseAlarms')).toBe(0);
    let alarms = 0.5;
    for (const percent of [10, 20, 30]) {
      const more = mean(at(percent, 3500), 'falseAlarms');
      expect(more).toBeGreaterThan(alarms);
      alarms = more;
      expect(mean(at(percent, 15_000), 'falseAlarms')).toBe(0);
      expect(outage(percent, 3500)).toBeGreaterThan(outage(percent, 15_000));
    }
  });

  test('distance: post-copy stands still for longer than pre-copy pauses, hybrid for at most some half of it', () => {
    const lines = linesAll(coarse(ready('distance'), 4, 2));
    const stands = (variant: string, x: number): number =>
      mean(
        lines.filter((line) => line.variant === variant && line.x === x),
        'standstillMs',
      );
    for (const x of new Set(lines.map((line) => line.x))) {
      expect(stands('Post-copy, bubble', x)).toBeGreaterThan(stands('Pre-copy', x));
      expect(stands('Hybrid', x)).toBeLessThan(0.6 * stands('Post-copy, bubble', x));
    }
    expect(stands('Post-copy, bubble', 100)).toBeGreaterThan(3 * stands('Post-copy, bubble', 0.05));
  });

  test('moves-at-once: two fill the port, more only make answers wait', () => {
    const spec = ready('moves-at-once');
    const lines = linesAll({
      ...spec,
      axes: [{ ...spec.axes[0], values: [1, 2, 6] }],
      seeds: { first: 1, count: 1 },
    });
    const of = (variant: string, x: number, figure: string): number =>
      mean(
        lines.filter((line) => line.variant.startsWith(variant) && line.x === x),
        figure,
      );
    for (const who of ['Paper', 'Stock']) {
      const [one, two, six] = [1, 2, 6].map((x) => of(who, x, 'rttDuringMs'));
      expect(two).toBeGreaterThan(1.5 * (one ?? 0));
      expect(six).toBeGreaterThan(4 * (two ?? 0));
      expect(of(who, 6, 'migrationMs')).toBeGreaterThan(0.95 * of(who, 2, 'migrationMs'));
    }
    expect(of('Paper', 2, 'migrationMs')).toBeLessThan(0.8 * of('Paper', 1, 'migrationMs'));
  });
});
