import { describe, expect, test } from 'vitest';
import { sweepProblem } from '../../../../src/engine/experiments/sweep/check.ts';
import { sweepDefaults } from '../../../../src/engine/experiments/sweep/defaults.ts';
import { sweepFigures } from '../../../../src/engine/experiments/sweep/figures.ts';
import { parametersOf, sweepParameters } from '../../../../src/engine/experiments/sweep/parameters.ts';
import { withSetting } from '../../../../src/engine/experiments/sweep/settings.ts';
import type { Subject, SweepSpec } from '../../../../src/engine/experiments/sweep/spec.ts';
import { variantSets } from '../../../../src/engine/experiments/sweep/variants.ts';
import { subjects, sweepOf } from './sweeps.ts';

const kinds = ['failover', 'migration', 'trees'] as const;
const sound = (subject: Subject, parameter: string): SweepSpec => ({
  version: 1,
  name: 'sound',
  subject,
  axes: [{ parameter, values: [1, 2] }],
  variants: [{ label: 'as it is', set: {} }],
  seeds: { first: 1, count: 1 },
  figure: sweepDefaults.figures[subject.kind],
});
const base = sound(subjects.migration, 'link.latencyMs');

describe('what a sweep can vary', () => {
  test.each(kinds)('%s: every parameter that matters can be an axis; the seed is none', (kind) => {
    const subject = subjects[kind];
    const found = parametersOf(subject);
    expect(found.length).toBeGreaterThan(3);
    for (const { path, kind: type, label, description } of found) {
      expect(type).toBe('number');
      expect(`${label}${description}`.length).toBeGreaterThan(10);
      expect(sweepProblem(sound(subject, path)), path).toBeNull();
    }
    const paths = sweepParameters(kind).map(({ path }) => path);
    expect(paths).not.toContain('seed');
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('what belongs to another strategy, pattern, tree or command does not matter', () => {
    const paths = (subject: Subject): string[] => parametersOf(subject).map(({ path }) => path);
    expect(paths(subjects.migration)).toContain('strategy.stopRule.downtimeLimitMs');
    expect(paths(subjects.migration)).not.toContain('strategy.workingSetPages');
    expect(paths(subjects.migration)).not.toContain('vm.workload.exponent');
    expect(paths(subjects.trees)).toContain('stream.parameters.exponent');
    expect(paths(subjects.trees)).toContain('tree.parameters.threshold');
    expect(paths(subjects.failover)).toContain('heartbeat.deadtimeMs');
    expect(paths(subjects.failover)).toContain('commands.0.atMs');
    expect(paths(subjects.failover)).not.toContain('commands.0.command.lossShare');
    expect(paths(subjects.failover)).not.toContain('commands.1.atMs');
    const typed = { kind: 'trees', lab: { ...sweepDefaults.trees, start: '(1 2 (3))' } } as const;
    expect(paths(typed)).not.toContain('startKeys');
  });

  test.each(kinds)('%s: every set of variants is sound, and every variant changes the subject', (kind) => {
    for (const { name, variants } of variantSets(subjects[kind])) {
      const spec = { ...sound(subjects[kind], parametersOf(subjects[kind])[0]?.path ?? ''), variants };
      expect(sweepProblem(spec), name).toBeNull();
      expect(new Set(variants.map(({ set }) => JSON.stringify(set))).size, name).toBe(variants.length);
    }
  });

  test.each(kinds)('%s: figures have names of their own and a sentence each', (kind) => {
    const figures = sweepFigures(kind);
    expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
    for (const { description } of figures) expect(description).toMatch(/\.$/);
  });
});

describe('settings', () => {
  test('another tree keeps only the settings it knows', () => {
    const lazy = withSetting(subjects.trees, 'tree.parameters.threshold', 3, true);
    expect(lazy).toMatchObject({ lab: { tree: { parameters: { threshold: 3 } } } });
    const splay = lazy === null ? null : withSetting(lazy, 'tree.kind', 'splay', false);
    expect(splay).toMatchObject({ lab: { tree: { kind: 'splay', parameters: {} } } });
  });

  test('the size of a start shape, and commands in the order of their moments', () => {
    expect(withSetting(subjects.trees, 'startKeys', 100, false)).toMatchObject({
      lab: { start: 'balanced:100' },
    });
    const two: Subject = {
      kind: 'failover',
      run: {
        ...sweepDefaults.failover,
        commands: [
          { atMs: 100, command: { kind: 'cut-heartbeat', node: 1 } },
          { atMs: 200, command: { kind: 'heal-heartbeat', node: 1 } },
        ],
      },
    };
    const later = withSetting(two, 'commands.0.atMs', 300, false);
    expect(later).toMatchObject({ run: { commands: [{ atMs: 200 }, { atMs: 300 }] } });
    expect(later?.kind === 'failover' && Object.hasOwn(later.run.scenario, 'commands')).toBe(false);
    // what it was made from is as before
    expect(two.run.commands[0]?.atMs).toBe(100);
  });
});

describe('what is wrong with a sweep is one sentence', () => {
  const axis = (parameter: string, values: readonly number[]): SweepSpec => ({
    ...base,
    axes: [{ parameter, values }],
  });
  const variant = (set: Record<string, unknown>): SweepSpec => ({
    ...base,
    variants: [{ label: 'one', set: set as SweepSpec['variants'][number]['set'] }],
  });
  test.each<[string, SweepSpec, RegExp]>([
    [
      'an unknown parameter',
      axis('link.bandwith', [1]),
      /"axes.0.parameter" is "link.bandwith".*use one of link.bandwidthBytesPerSecond, .* and \d+ more\./,
    ],
    ['the seed', axis('seed', [1]), /which no axis of a migration can vary/],
    ['no values', axis('link.latencyMs', []), /"axes.0.values" holds 0 values; use 1 to 200/],
    ['no number', axis('link.latencyMs', [1, Number.NaN]), /"axes.0.values.1" is NaN/],
    ['a value twice', axis('link.latencyMs', [1, 2, 1]), /names 1 twice/],
    [
      'the same axis twice',
      { ...base, axes: [base.axes[0], base.axes[0]] },
      /Both axes vary "link.latencyMs"/,
    ],
    [
      'a command that is not there',
      sound(subjects.failover, 'commands.2.command.lossShare'),
      /does not have; add such a command/,
    ],
    [
      'the size of a typed shape',
      sound({ kind: 'trees', lab: { ...sweepDefaults.trees, start: '(1 2 (3))' } }, 'startKeys'),
      /give it a start such as "balanced:31"/,
    ],
    ['no variants', { ...base, variants: [] }, /There are 0 variants/],
    [
      'two of a name',
      { ...base, variants: [base.variants[0] ?? never(), base.variants[0] ?? never()] },
      /Two variants are called "as it is"/,
    ],
    ['an empty label', { ...base, variants: [{ label: ' ', set: {} }] }, /"variants.0.label"/],
    [
      'an unknown setting',
      variant({ 'strategy.kindd': 'pre-copy' }),
      /names "strategy.kindd", which is no setting/,
    ],
    ['a branch as a setting', variant({ strategy: 'pre-copy' }), /names "strategy", which is no setting/],
    ['__proto__', variant(JSON.parse('{"__proto__": 1}') as Record<string, unknown>), /names "__proto__"/],
    ['a text for a number', variant({ 'vm.memoryMiB': '64' }), /to "64"; a number is needed/],
    ['a number for a switch', variant({ 'strategy.autoConverge': 1 }), /true or false is needed/],
    ['nothing where something must be', variant({ 'strategy.kind': null }), /to null; give it a value/],
    ['an axis’s setting', variant({ 'link.latencyMs': 3 }), /which an axis varies/],
    ['the seed as a variant', variant({ seed: 3 }), /the seeds of a sweep are its "seeds"/],
    ['no seeds', { ...base, seeds: { first: 1, count: 0 } }, /"seeds.count" is 0/],
    ['half a seed', { ...base, seeds: { first: 0.5, count: 1 } }, /"seeds.first" is 0.5/],
    ['an unknown figure', { ...base, figure: 'beauty' }, /"figure" is "beauty"; a migration has downtimeMs,/],
    [
      'far too many',
      {
        ...base,
        axes: [
          { parameter: 'link.latencyMs', values: Array.from({ length: 200 }, (_, i) => i) },
          { parameter: 'vm.memoryMiB', values: Array.from({ length: 200 }, (_, i) => i + 32) },
        ],
        seeds: { first: 1, count: 10 },
      },
      /has 400,000 runs, and at most 100,000/,
    ],
  ])('%s', (_name, spec, sentence) => {
    const problem = sweepProblem(spec);
    expect(problem).toMatch(sentence);
    expect(problem).toMatch(/\.$/);
  });

  test('what may be left out may be set to nothing, and to a number', () => {
    expect(sweepProblem(variant({ 'strategy.xbzrleCacheMiB': 64 }))).toBeNull();
    expect(sweepProblem(variant({ 'strategy.xbzrleCacheMiB': null }))).toBeNull();
    expect(sweepProblem(axis('strategy.maxBandwidthBytesPerSecond', [1e6, 2e6]))).toBeNull();
    expect(sweepProblem(variant({ 'strategy.autoConverge': true }))).toBeNull();
  });

  test('a variant may bring the command an axis varies', () => {
    const spec = sweepOf({
      subject: { failover: { commands: [{ kind: 'slow-data', mbps: 100, atMs: 5 }] } },
      axes: [{ parameter: 'commands.0.command.mbps', values: [10, 100] }],
    });
    expect(sweepProblem(spec)).toBeNull();
  });
});

function never(): never {
  throw new Error('There is one.');
}
