import { expect, test } from 'vitest';
import { predictors } from '../../src/engine/memory/predictor-registry.ts';
import { workloads } from '../../src/engine/memory/workload-registry.ts';
import { strategies } from '../../src/engine/migration/strategy-registry.ts';
import { treeKinds } from '../../src/engine/trees/registry.ts';
import { cli, keysOf } from './cli.ts';

test('list: everything that can be chosen, each with a sentence, its source and its parameters', async () => {
  const { code, out, err } = await cli(['list']);
  expect([code, err]).toEqual([0, '']);
  const list = JSON.parse(out) as Record<
    string,
    { kind: string; description: string; source: string; parameters: Record<string, unknown>[] }[]
  >;
  const kinds = (name: string) => list[name]?.map(({ kind }) => kind);
  expect(kinds('strategies')).toEqual(strategies.map(({ kind }) => kind));
  expect(kinds('trees')).toEqual(treeKinds.map(({ kind }) => kind));
  expect(kinds('predictors')).toEqual(predictors.map(({ kind }) => kind));
  expect(kinds('workloads')).toEqual(workloads.map(({ kind }) => kind));
  expect(kinds('presets')).toEqual(['demo']);
  for (const name of ['strategies', 'stopRules', 'trees', 'predictors', 'workloads', 'presets']) {
    for (const entry of list[name] ?? []) {
      expect(entry.description).toMatch(/\.$/);
      expect(entry.source).not.toBe('');
      for (const parameter of entry.parameters) {
        expect(keysOf(parameter)).toEqual(
          expect.arrayContaining(['path', 'description', 'unit', 'default', 'source']),
        );
      }
    }
  }
  for (const parameter of list.parameters as unknown as Record<string, unknown>[]) {
    expect(keysOf(parameter)).toEqual(
      expect.arrayContaining(['path', 'label', 'unit', 'default', 'source', 'group']),
    );
    if (parameter.kind === 'number')
      expect(keysOf(parameter)).toEqual(expect.arrayContaining(['min', 'max']));
  }
});

test('list: strategies and stop rules with their pseudocode, links with their source', async () => {
  const list = JSON.parse((await cli(['list'])).out) as Record<
    string,
    { kind: string; source: string; pseudocode: string[] }[]
  >;
  for (const { kind, pseudocode } of [...(list.strategies ?? []), ...(list.stopRules ?? [])]) {
    expect([kind, pseudocode.length > 1]).toEqual([kind, true]);
  }
  expect(list.links?.map(({ kind }) => kind)).toContain('continental-wan');
  for (const { source } of list.links ?? []) expect(source).not.toBe('');
});

test('asked for help it gives it', async () => {
  const { code, out, err } = await cli(['--help']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^Use: cli run \[scenario\.json\] \| migrate \[migration\.json\] \| analyse \[migration\.json\] \| tree KIND OPS/,
  );
});
