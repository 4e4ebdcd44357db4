import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sweepDefaults } from '../../src/engine/experiments/sweep/defaults.ts';
import { parseSweep, SWEEP_VERSION } from '../../src/protocol/sweep-schema.ts';

const stored = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8'));

const axes = [{ parameter: 'link.latencyMs', values: [1, 2] }];
const least = { version: 1, subject: { migration: {} }, axes };

const read = (json: unknown) => {
  const parsed = parseSweep(json, sweepDefaults);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.spec;
};
const problem = (json: unknown): string => {
  const parsed = parseSweep(json, sweepDefaults);
  return 'problem' in parsed ? parsed.problem : 'none';
};

describe('a sweep as a file', () => {
  test('what is left out has its default', () => {
    expect(read(least)).toEqual({
      version: 1,
      name: 'Sweep',
      subject: { kind: 'migration', spec: sweepDefaults.migration },
      axes,
      variants: [{ label: 'as it is', set: {} }],
      seeds: { first: 1, count: 1 },
      figure: 'downtimeMs',
    });
  });

  test('subjects of each kind, as the file of a single run or as a program writes them', () => {
    expect(read({ ...least, subject: { migration: { version: 1, vm: { memoryMiB: 8 } } } }).subject).toEqual({
      kind: 'migration',
      spec: { ...sweepDefaults.migration, vm: { ...sweepDefaults.migration.vm, memoryMiB: 8 } },
    });
    const crash = { atMs: 5, command: { kind: 'crash-node', node: 1 } };
    const short = { failover: { seed: 9, commands: [{ kind: 'crash-node', node: 1, atMs: 5 }] } };
    const long = { kind: 'failover', run: { scenario: { version: 1, seed: 9 }, commands: [crash] } };
    const run = { scenario: { ...sweepDefaults.failover.scenario, seed: 9 }, commands: [crash] };
    expect(read({ ...least, subject: short }).subject).toEqual({ kind: 'failover', run });
    expect(read({ ...least, subject: long }).subject).toEqual({ kind: 'failover', run });
    expect(read({ ...least, subject: { trees: { tree: { kind: 'splay' } } } })).toMatchObject({
      subject: { kind: 'trees', lab: { ...sweepDefaults.trees, tree: { kind: 'splay', parameters: {} } } },
      figure: 'visitedPerOperation',
    });
  });

  test('axes from one end to the other, labels made of settings, seeds as a number', () => {
    const spec = read({
      ...least,
      axes: [
        { parameter: 'link.latencyMs', from: 1, to: 100, steps: 3, scale: 'log' },
        { parameter: 'vm.memoryMiB', from: 32, to: 64, steps: 3 },
      ],
      variants: [
        {},
        { set: { 'strategy.kind': 'post-copy', 'strategy.autoConverge': true } },
        { label: 'x' },
      ],
      seeds: 4,
    });
    expect(spec.axes.map(({ values }) => values)).toEqual([
      [1, 10, 100],
      [32, 48, 64],
    ]);
    expect(spec.variants.map(({ label }) => label)).toEqual([
      'as it is',
      'strategy.kind post-copy, strategy.autoConverge true',
      'x',
    ]);
    expect(spec.seeds).toEqual({ first: 1, count: 4 });
  });

  test('the stored sweep of version 1 reads as it was written, and writes as it was read', () => {
    const small = stored('sweep-small.json');
    expect((small as { version: number }).version).toBe(1);
    expect(SWEEP_VERSION).toBe(1);
    expect(read(small)).toEqual(small);
    expect(read(JSON.parse(JSON.stringify(read(small))))).toEqual(small);
  });

  test('reading changes nothing of what it is given', () => {
    const given = { ...least, seeds: 3, variants: [{ set: { 'strategy.kind': 'hybrid' } }] };
    const copy = structuredClone(given);
    read(given);
    expect(given).toEqual(copy);
  });
});

describe('one sentence names the place and what may stand there', () => {
  test.each<[string, unknown, RegExp]>([
    ['no object', [1], /A sweep is a JSON object/],
    ['nothing', null, /A sweep is a JSON object/],
    ['no version', { subject: {} }, /names its "version"/],
    ['a later version', { ...least, version: 7 }, /"version" is 7, but this program reads version 1 only/],
    ['a strange version', { ...least, version: '__proto__' }, /"version" is "__proto__"/],
    ['no subject', { version: 1, axes }, /"subject" is missing; \{"migration"/],
    ['a subject of no kind', { ...least, subject: {} }, /"subject" names nothing; \{"migration"/],
    ['an unknown kind', { ...least, subject: { planes: {} } }, /"subject" names "planes"/],
    [
      'two subjects',
      { ...least, subject: { trees: {}, migration: {} } },
      /"subject.migration" is not a known field/,
    ],
    ['a long form without its run', { ...least, subject: { kind: 'trees' } }, /"subject.lab" is needed/],
    [
      'a fault within the subject',
      { ...least, subject: { migration: { link: { bandwith: 1 } } } },
      /In "subject.migration": "link.bandwith" is not a known field; allowed here: bandwidthBytesPerSecond,/,
    ],
    [
      'a fault within a run',
      { ...least, subject: { failover: { commands: [{ kind: 'crash-node', atMs: 1 }] } } },
      /In "subject.failover": "commands.0.node" is missing/,
    ],
    ['no axes', { version: 1, subject: { migration: {} } }, /"axes" is missing; a list is needed/],
    ['an empty list of axes', { ...least, axes: [] }, /"axes" holds 0 axes; one or two/],
    ['three axes', { ...least, axes: [axes[0], axes[0], axes[0]] }, /"axes" holds 3 axes; one or two/],
    ['an axis without values', { ...least, axes: [{ parameter: 'a' }] }, /"axes.0" lacks its values/],
    [
      'an axis with both',
      { ...least, axes: [{ parameter: 'a', values: [1], from: 1 }] },
      /"axes.0" has "values" and a span/,
    ],
    [
      'half a step',
      { ...least, axes: [{ parameter: 'a', from: 1, to: 2, steps: 1.5 }] },
      /"axes.0.steps" is 1.5/,
    ],
    [
      'far too many steps',
      { ...least, axes: [{ parameter: 'a', from: 1, to: 2, steps: 1e9 }] },
      /from 1 to 200/,
    ],
    [
      'equal factors from 0',
      { ...least, axes: [{ parameter: 'a', from: 0, to: 2, steps: 3, scale: 'log' }] },
      /both ends must be above 0/,
    ],
    [
      'a text among values',
      { ...least, axes: [{ parameter: 'a', values: [1, '2'] }] },
      /"axes.0.values.1" is the text "2"; a number/,
    ],
    [
      'an unknown scale',
      { ...least, axes: [{ parameter: 'a', from: 1, to: 2, steps: 2, scale: 'ln' }] },
      /allowed: "linear", "log"/,
    ],
    ['an unknown field', { ...least, axis: [] }, /"axis" is not a known field; allowed here: .*axes/],
    [
      'a list as a setting',
      { ...least, variants: [{ set: { a: [1] } }] },
      /"variants.0.set" sets "a" to a list or an object/,
    ],
    ['seeds as a text', { ...least, seeds: 'five' }, /"seeds" is the text "five"/],
    ['a name without end', { ...least, name: 'x'.repeat(200) }, /"name" has 200 characters/],
  ])('%s', (_name, json, sentence) => {
    expect(problem(json)).toMatch(sentence);
    expect(problem(json)).toMatch(/\.$/);
  });
});
