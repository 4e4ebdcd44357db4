import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { record } from '../../../src/engine/trees/recorder.ts';
import { treeKinds } from '../../../src/engine/trees/registry.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { TreeStep } from '../../../src/engine/trees/step.ts';
import { stepTag } from '../../../src/engine/trees/step-tag.ts';
import { commands, SEED, starts } from './arbitrary.ts';

const tagsOf = (steps: readonly TreeStep[]): string[] => steps.map((_, i) => stepTag(steps, i));

describe.each(treeKinds)('code of $kind', ({ kind, code, decides, parameters }) => {
  const tags = new Set(code.flatMap(({ tag }) => (tag === null ? [] : [tag])));

  test('has a line for every step of every operation', () => {
    const met = new Set<string>();
    const values = Object.fromEntries(
      parameters.filter(({ name }) => name === 'decayEvery').map(({ name }) => [name, 3]),
    );
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom(kind, start, values);
        for (const command of list) for (const tag of tagsOf(record(tree, command))) met.add(tag);
      }),
      SEED,
    );
    expect([...met].filter((tag) => !tags.has(tag))).toEqual([]);
    // and no line for a step that never comes; two tags are nobody's verdict
    const unmet = [...tags].filter((tag) => tag !== 'weigh' && tag !== 'unweighed' && !met.has(tag));
    expect(unmet).toEqual([]);
    expect(tags.has('weigh')).toBe(decides !== 'none');
  });

  test('folds line by line: what is shown collapsed says what there is, and nothing hangs in the air', () => {
    expect(code[0]).toMatchObject({ level: 0, indent: 0 });
    code.forEach((line, i) => {
      expect(line.text).not.toBe('');
      if (i > 0) expect(line.indent).toBeLessThanOrEqual((code[i - 1]?.indent ?? 0) + 1);
    });
    const collapsed = code.filter(({ level }) => level === 0);
    expect(collapsed.some(({ text }) => text.startsWith('delete('))).toBe(true);
    for (const verdict of ['zig', 'zig-zig', 'zig-zag', 'none']) {
      if (tags.has(verdict)) expect(collapsed.some(({ tag }) => tag === verdict)).toBe(true);
    }
  });
});

test('a rotation is named after the decision before it and its place in it', () => {
  const steps = record(createTreeFrom('splay', 'chain:4'), { operation: 'access', key: 0 });
  expect(tagsOf(steps).slice(-5)).toEqual([
    'zig-zig',
    'rotate:zig-zig:1',
    'rotate:zig-zig:2',
    'zig',
    'rotate:zig',
  ]);
  expect(() => stepTag(steps, 99)).toThrow('There is no step 99');
  expect(() => stepTag(steps.slice(-1), 0)).toThrow('nothing decided');
});
