import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/engine/lab/job.ts';
import { openLab } from '../../../src/engine/lab/lab.ts';
import { commandAt } from '../../../src/engine/lab/operations.ts';
import { defaultLab, type LabSpec } from '../../../src/engine/lab/spec.ts';
import { bracketText } from '../../../src/engine/trees/shape-text.ts';
import { library } from '../recorded.ts';

const made = (part: Partial<LabSpec>) => finish(openLab({ ...defaultLab, ...part }, library));
const list = (keys: number[]): LabSpec['stream'] => ({
  kind: 'list',
  parameters: {},
  length: keys.length,
  keys: 1,
  list: keys,
});

test('the default lab: 1,000 accesses to keys of the start shape', () => {
  const lab = made({});
  expect(lab.operations.count).toBe(1000);
  expect(lab.start.size).toBe(31);
  expect(Math.max(...lab.operations.keys)).toBeLessThanOrEqual(30);
  expect([...made({}).operations.keys]).toEqual([...lab.operations.keys]);
  expect([...made({ seed: 8 }).operations.keys]).not.toEqual([...lab.operations.keys]);
});

test('ranks stand for the keys of an own shape', () => {
  const lab = made({
    start: '((-50 7 -) 300 4000)',
    stream: { ...defaultLab.stream, kind: 'uniform', length: 200 },
  });
  expect(new Set(lab.operations.keys)).toEqual(new Set([-50, 7, 300, 4000]));
});

test('typed operations stand in front of the stream’s operation they name, in their order', () => {
  const lab = made({
    stream: list([10, 11, 12]),
    typed: [
      { operation: 'insert', key: 1, before: 0 },
      { operation: 'find', key: 2, before: 2 },
      { operation: 'delete', key: 3, before: 2 },
      { operation: 'access', key: 4, before: 3 },
      { operation: 'access', key: 5, before: 99 },
    ],
  });
  const all = Array.from({ length: lab.operations.count }, (_, i) => {
    const { operation, key } = commandAt(lab.operations, i);
    return `${operation} ${key}${lab.operations.typed[i] === 1 ? '*' : ''}`;
  });
  expect(all).toEqual([
    'insert 1*',
    'access 10',
    'access 11',
    'find 2*',
    'delete 3*',
    'access 12',
    'access 4*',
    'access 5*',
  ]);
  expect(lab.streamOperations).toBe(3);
});

test('a recorded program gives its pages', () => {
  const lab = made({
    start: 'empty',
    stream: { ...defaultLab.stream, kind: 'trace', parameters: { trace: 'gzip' }, length: 50 },
  });
  const gzip = library.traces.find(({ name }) => name === 'gzip');
  expect([...lab.operations.keys]).toEqual([...(gzip?.pages.slice(0, 50) ?? [])]);
});

test('deepest first asks the tree under study', () => {
  const lab = made({
    tree: { kind: 'splay', parameters: {} },
    start: 'chain:50',
    stream: { ...defaultLab.stream, kind: 'adversarial', length: 3 },
  });
  expect(lab.operations.keys[0]).toBe(0);
  lab.run.seek(0, -1);
  expect(lab.run.tree.depthOf(lab.operations.keys[1] as number)).toBe(lab.run.tree.height() - 1);
});

test('a yardstick is arranged for the stream, not for what is typed', () => {
  const lab = made({
    tree: { kind: 'balanced', parameters: {} },
    start: 'chain:3',
    stream: list([0, 1, 2]),
    typed: [{ operation: 'insert', key: 9, before: 3 }],
  });
  expect(bracketText(lab.start)).toBe('(0 1 2)');
  lab.run.seek(3, -1);
  expect(bracketText(lab.run.tree)).toBe('(0 1 (- 2 9))');
});

describe('what cannot be is one sentence', () => {
  test.each<[string, Partial<LabSpec>, RegExp]>([
    [
      'an unknown tree',
      { tree: { kind: 'oak', parameters: {} } },
      /^There is no tree kind "oak"; use one of .*\.$/,
    ],
    [
      'an unknown setting',
      { tree: { kind: 'splay', parameters: { epsilon: 1 } } },
      /^The tree "splay" has no setting "epsilon"; it has none\.$/,
    ],
    [
      'a setting out of range',
      { tree: { kind: 'lazy-counting', parameters: { threshold: 40 } } },
      /^The setting "threshold" .* is 40; it goes from 1 to 4\.$/,
    ],
    ['a seed that is none', { seed: 1.5 }, /^The seed is 1\.5; it must be a whole number from 0 to/],
    [
      'too long a stream',
      { stream: { ...defaultLab.stream, length: 1e9 } },
      /^The length of the stream is 1000000000; it must be a whole number from 0 to 1,000,000\.$/,
    ],
    [
      'too much typing',
      {
        typed: Array.from({ length: 10_001 }, () => ({ operation: 'access' as const, key: 1, before: 0 })),
      },
      /^There would be 10,001 typed operations, and a lab takes 10,000; take some back/,
    ],
    ['a broken shape', { start: '((1 2' }, /\.$/],
    [
      'too much searching',
      { start: 'balanced:100000', stream: { ...defaultLab.stream, kind: 'adversarial', length: 100_000 } },
      /^To ask 100,000 keys for the deepest takes too long 100,000 times; ask at most 4,000 times\.$/,
    ],
    [
      'the deepest of nothing',
      { start: 'empty', stream: { ...defaultLab.stream, kind: 'adversarial' } },
      /empty tree/,
    ],
    [
      'too many keys for the optimum',
      { tree: { kind: 'static-optimum', parameters: {} }, start: 'balanced:1001' },
      /1.?000/,
    ],
  ])('%s', (_name, part, message) => {
    expect(() => made(part)).toThrow(message);
  });
});
