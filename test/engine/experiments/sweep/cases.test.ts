import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  caseAt,
  caseCount,
  linesOf,
  runCase,
  shardOf,
} from '../../../../src/engine/experiments/sweep/cases.ts';
import { readSetting } from '../../../../src/engine/experiments/sweep/settings.ts';
import type { SweepSpec } from '../../../../src/engine/experiments/sweep/spec.ts';
import { library, linesAll, smallMigration, subjects, sweepOf } from './sweeps.ts';

const count = fc.integer({ min: 1, max: 7 });
/** Sweeps of any shape; nothing of them is run. */
const shapes = fc
  .tuple(count, fc.integer({ min: 0, max: 7 }), count, count)
  .map(([xs, ys, variants, seeds]): SweepSpec => {
    const x = { parameter: 'link.latencyMs', values: Array.from({ length: xs }, (_, i) => i) };
    const y = { parameter: 'vm.memoryMiB', values: Array.from({ length: ys }, (_, i) => 64 + i) };
    return {
      version: 1,
      name: 'any',
      subject: subjects.migration,
      axes: ys === 0 ? [x] : [x, y],
      variants: Array.from({ length: variants }, (_, i) => ({
        label: `v${i}`,
        set: { 'strategy.windowMs': 10 + i },
      })),
      seeds: { first: 3, count: seeds },
      figure: 'downtimeMs',
    };
  });

describe('cases', () => {
  property.prop([shapes], { seed: 62, numRuns: 150 })(
    'every index is one case, and every case has one',
    (spec) => {
      const seen = new Set<string>();
      const [xAxis, yAxis] = spec.axes;
      for (let index = 0; index < caseCount(spec); index += 1) {
        const { variant, x, y, seed, subject } = caseAt(spec, index);
        const ys = yAxis?.values.length ?? 1;
        const place =
          ((variant * ys + y) * xAxis.values.length + x) * spec.seeds.count + (seed - spec.seeds.first);
        expect(place).toBe(index);
        seen.add(`${variant} ${x} ${y} ${seed}`);
        expect(readSetting(subject, 'seed')).toBe(seed);
        expect(readSetting(subject, 'link.latencyMs')).toBe(xAxis.values[x]);
        expect(readSetting(subject, 'strategy.windowMs')).toBe(10 + variant);
        if (yAxis !== undefined) expect(readSetting(subject, 'vm.memoryMiB')).toBe(yAxis.values[y]);
      }
      expect(seen.size).toBe(caseCount(spec));
      expect(() => caseAt(spec, caseCount(spec))).toThrow(/no case/);
      expect(() => caseAt(spec, -1)).toThrow(/no case/);
    },
  );

  property.prop([fc.nat(100_000), fc.integer({ min: 1, max: 300 })], { seed: 63, numRuns: 300 })(
    'shards follow each other, leave nothing out and are as even as can be',
    (cases, n) => {
      let at = 0;
      for (let i = 1; i <= n; i += 1) {
        const { from, to } = shardOf(cases, i, n);
        expect(from).toBe(at);
        expect(Math.abs(to - from - cases / n)).toBeLessThan(1);
        at = to;
      }
      expect(at).toBe(cases);
    },
  );
});

describe('lines', () => {
  const spec = sweepOf({
    subject: { migration: smallMigration },
    axes: [
      { parameter: 'vm.workload.writesPerSecond', values: [100, 20_000] },
      { parameter: 'vm.workload.hotSetMiB', values: [1, 3, 8] },
    ],
    variants: [{ set: { 'strategy.kind': 'pre-copy' } }, { set: { 'strategy.kind': 'hybrid' } }],
    seeds: { first: 5, count: 2 },
  });

  test('are the same in any order and in any blocks', () => {
    const whole = linesAll(spec);
    expect(whole.map(({ index }) => index)).toEqual(whole.map((_, i) => i));
    const blocks = [3, 1, 2].map((i) => [...linesOf(spec, shardOf(whole.length, i, 3), library)]);
    expect([...(blocks[1] ?? []), ...(blocks[2] ?? []), ...(blocks[0] ?? [])]).toEqual(whole);
  });

  test('a case depends on itself alone, however it is sliced', () => {
    const whole = linesAll(spec);
    for (const index of [7, 0, 11]) {
      const steps = runCase(spec, index, library);
      let last = 0;
      for (;;) {
        const { done, value } = steps.next();
        if (done === true) {
          expect(value).toEqual(whole[index]);
          break;
        }
        expect(value).toBeGreaterThanOrEqual(last);
        expect(value).toBeLessThanOrEqual(1);
        last = value;
      }
    }
  });

  test('a case that cannot be run says why and is told apart from one that does not converge', () => {
    const refused = linesAll(spec).filter(({ y }) => y === 8);
    for (const { outcome, problem, figures } of refused) {
      expect(outcome).toBe('refused');
      expect(problem).toMatch(/hotSetMiB is 8; it must lie between 0 and 4/);
      expect(Object.values(figures).every((figure) => figure === null)).toBe(true);
    }
    expect(refused).toHaveLength(8);
    // 1 MiB from the first on, so 4 MiB hold no hot set of 3 MiB at 2
    const late = sweepOf({
      subject: { migration: smallMigration },
      axes: [{ parameter: 'vm.workload.hotStartMiB', values: [2] }],
      variants: [{ set: { 'vm.workload.hotSetMiB': 3 } }],
    });
    expect(linesAll(late)[0]).toMatchObject({
      outcome: 'refused',
      problem: expect.stringMatching(/^The workload reaches page 1280, but vm.memoryMiB gives 1024 pages/),
    });
  });

  test('the stored lines of the small sweep, bit for bit', () => {
    const stored = (name: string): string =>
      readFileSync(join(import.meta.dirname, '../../../fixtures', name), 'utf8');
    const small = JSON.parse(stored('sweep-small.json')) as SweepSpec;
    const lines = linesAll(small).map((line) => JSON.stringify(line));
    expect(lines).toEqual(stored('sweep-lines.jsonl').trimEnd().split('\n'));
  });
});
