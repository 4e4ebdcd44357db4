import { describe, expect, test } from 'vitest';
import { hashState } from '../../../src/base/clone.ts';
import { isDeeperThan, isTooDeep } from '../../../src/engine/trees/depth-limit.ts';
import { record } from '../../../src/engine/trees/recorder.ts';
import { treeKinds } from '../../../src/engine/trees/registry.ts';
import { bracketText } from '../../../src/engine/trees/shape-text.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import type { TreeParameters } from '../../../src/engine/trees/tree.ts';

const counting = (start: string, parameters: TreeParameters) =>
  createTreeFrom('lazy-counting', start, parameters);

const pairsWeighed = (parameters: TreeParameters, key: number): number =>
  record(counting('chain:64', parameters), { operation: 'access', key }).filter(
    ({ kind }) => kind === 'decide',
  ).length;

describe('what each setting of the lazy counting tree changes', () => {
  test.each([
    // log₂ 64 = 6; key 63 − d lies at depth d
    { parameters: { threshold: 1 }, limit: 6 },
    { parameters: { threshold: 1.25 }, limit: 8 },
    { parameters: { threshold: 1.5 }, limit: 9 },
    { parameters: {}, limit: 12 },
    { parameters: { threshold: 3 }, limit: 18 },
    { parameters: { strict: 1 }, limit: 13 },
    { parameters: { threshold: 1, strict: 1 }, limit: 7 },
  ])('$parameters: a key is too deep from depth $limit on', ({ parameters, limit }) => {
    expect(pairsWeighed(parameters, 63 - limit + 1)).toBe(1);
    expect(pairsWeighed(parameters, 63 - limit)).toBe(limit);
  });

  test('the general limit is the exact one at factor 2', () => {
    for (let n = 1; n <= 3000; n++) {
      for (let depth = 0; depth <= 26; depth++) {
        expect(isDeeperThan(depth, n, 2, false)).toBe(isTooDeep(depth, n));
      }
    }
  });

  test('without the mirror no right child rises, and nothing was weighed', () => {
    const start = '(1:2 2:3 (3:1 4:9 5:2))';
    const tree = counting(start, { mirror: 0 });
    const steps = record(tree, { operation: 'access', key: 4 });
    expect(steps.at(-1)).toMatchObject({ kind: 'decide', case: 'none', operands: null });
    expect(bracketText(tree)).toBe('(1 2 (3 4 5))');
    const mirrored = counting(start, {});
    mirrored.access(4);
    expect(bracketText(mirrored)).toBe('((1 2 3) 4 5)');
  });

  test('deciding first, a rotation comes one access later', () => {
    const start = '((1:2 2:3 3:1) 4:3 5:2)';
    const tree = counting(start, { countFirst: 0 });
    expect(record(tree, { operation: 'access', key: 2 }).at(-1)?.kind).toBe('count');
    expect(bracketText(tree, true)).toBe('((1:2 2:4 3:1) 4:3 5:2)');
    tree.access(2);
    expect(bracketText(tree, true)).toBe('(1:2 2:5 (3:1 4:3 5:2))');
  });
});

describe.each(['lazy-counting', 'cbtree'])('decay of %s', (kind) => {
  test('halves every count after so many operations, to at least 1, and can be taken back', () => {
    const tree = createTreeFrom(kind, '((1:1 2:4 -) 3:7 -)', { decayEvery: 3 });
    tree.find(3);
    tree.find(99); // an operation too
    expect(bracketText(tree, true)).toBe('((1:1 2:4 -) 3:8 -)');
    const steps = record(tree, { operation: 'find', key: 3 });
    expect(steps.at(-1)).toEqual({ kind: 'decay', selves: [9, 4, 1] });
    expect(bracketText(tree, true)).toBe('((1:1 2:2 -) 3:4 -)');
  });
});

test('settings are part of what a tree is: other settings, another hash', () => {
  for (const { kind, parameters } of treeKinds) {
    const usual = hashState(createTreeFrom(kind, 'balanced:7'));
    for (const { name, min, max, default: usually } of parameters) {
      expect(hashState(createTreeFrom(kind, 'balanced:7', { [name]: usually }))).toBe(usual);
      const other = usually === max ? min : max;
      expect(hashState(createTreeFrom(kind, 'balanced:7', { [name]: other }))).not.toBe(usual);
    }
  }
});

test('every setting says what it changes in a sentence, with a default in its range', () => {
  for (const { parameters } of treeKinds) {
    for (const parameter of parameters) {
      expect(parameter.description).toMatch(/^[A-Z].*\.$/);
      expect(parameter.default).toBeGreaterThanOrEqual(parameter.min);
      expect(parameter.default).toBeLessThanOrEqual(parameter.max);
      if (parameter.kind === 'switch')
        expect([parameter.min, parameter.max, parameter.step]).toEqual([0, 1, 1]);
    }
  }
});
