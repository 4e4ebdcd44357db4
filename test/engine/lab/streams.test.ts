import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deepestKey } from '../../../src/engine/lab/deepest-key.ts';
import type { StreamSpec } from '../../../src/engine/lab/stream.ts';
import { createStream, streamKind, streamKinds } from '../../../src/engine/lab/stream-registry.ts';
import { runCommand } from '../../../src/engine/trees/run-operations.ts';
import { createTreeFrom } from '../../../src/engine/trees/shapes.ts';
import { library } from '../recorded.ts';
import { commands, SEED, starts } from '../trees/arbitrary.ts';

const base: StreamSpec = {
  length: 1000,
  keys: 100,
  seed: 7,
  parameters: {},
  library,
  list: [5, 3, -9, 3],
  deepest: () => 42,
};

const take = (kind: string, spec: Partial<StreamSpec>, count: number): number[] => {
  const stream = createStream(kind, { ...base, ...spec });
  return Array.from({ length: count }, () => stream.next());
};

/** Any value each parameter may have. */
const parametersOf = (kind: string): fc.Arbitrary<StreamSpec['parameters']> =>
  fc.record(
    Object.fromEntries(
      streamKind(kind).parameters.map(({ path, kind: type, min = 0, max = 1, step = 1, choices = [] }) => [
        path,
        type === 'choice'
          ? fc.constantFrom(...choices.map(({ value }) => value))
          : fc
              .integer({ min: Math.ceil(min / step), max: Math.floor(max / step) })
              .map((n) => Math.min(max, Math.max(min, n * step))),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<StreamSpec['parameters']>;

describe.each(streamKinds.map(({ kind }) => kind))('%s', (kind) => {
  const inputs = fc.record({
    keys: fc.integer({ min: 1, max: 300 }),
    seed: fc.nat(2_147_483_647),
    length: fc.integer({ min: 1, max: 400 }),
    parameters: parametersOf(kind),
  });

  test('its ranks are ranks; the same spec gives the same stream, whatever was made before', () => {
    fc.assert(
      fc.property(inputs, (spec) => {
        const first = take(kind, spec, spec.length);
        if (streamKind(kind).gives === 'ranks') {
          expect(first.filter((rank) => !(Number.isInteger(rank) && rank >= 0 && rank < spec.keys))).toEqual(
            [],
          );
        } else {
          expect(first.every(Number.isInteger)).toBe(true);
        }
        expect(first.some((rank) => Object.is(rank, -0))).toBe(false);
        expect(take(kind, spec, spec.length)).toEqual(first);
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  test('a longer one begins like a shorter one; where hot keys shift, up to the first shift', () => {
    fc.assert(
      fc.property(inputs, (spec) => {
        const share = kind === 'hot-shift' ? Number(spec.parameters.shiftAfter ?? 0.5) : 1;
        const alike = Math.max(1, Math.round(share * spec.length));
        const longer = take(kind, { ...spec, length: 3 * spec.length }, alike);
        expect(longer).toEqual(take(kind, spec, alike));
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  test('it describes itself and its parameters', () => {
    const { name, description, source, parameters } = streamKind(kind);
    for (const text of [name, description, source]) expect(text).not.toBe('');
    expect(description).toMatch(/\.$/);
    for (const parameter of parameters) expect(parameter.description).toMatch(/\.$/);
  });
});

test.each(['uniform', 'zipf', 'working-set', 'hot-shift'])('%s: another seed, another stream', (kind) => {
  expect(take(kind, { seed: 8 }, 100)).not.toEqual(take(kind, { seed: 7 }, 100));
});

const countsOf = (ranks: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return counts;
};
/** The keys asked for most, hottest first. */
const hottest = (ranks: readonly number[], count: number): number[] =>
  [...countsOf(ranks)]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([rank]) => rank);

describe('patterns', () => {
  test('uniform asks for all alike', () => {
    const counts = countsOf(take('uniform', { keys: 20 }, 40_000));
    expect(counts.size).toBe(20);
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(2000));
  });

  test.each([0, 1, 2])('zipf with exponent %d: the r-th as often as 1/r^exponent, scattered', (exponent) => {
    const counts = [...countsOf(take('zipf', { keys: 50, parameters: { exponent } }, 100_000)).values()];
    counts.sort((a, b) => b - a);
    const weights = Array.from({ length: 50 }, (_, i) => 1 / (i + 1) ** exponent);
    const total = weights.reduce((sum, x) => sum + x, 0);
    for (const rank of [0, 1, 2, 4]) {
      const expected = (100_000 * (weights[rank] ?? 0)) / total;
      // the ranking itself prefers the lucky, so a little more than 5 σ
      expect(Math.abs((counts[rank] ?? 0) - expected)).toBeLessThan(6 * Math.sqrt(expected));
    }
    if (exponent > 0)
      expect(hottest(take('zipf', { keys: 50, parameters: { exponent } }, 20_000), 3)).not.toEqual([0, 1, 2]);
  });

  test('sequential: every stride-th key, round and round', () => {
    expect(take('sequential', { keys: 4 }, 6)).toEqual([0, 1, 2, 3, 0, 1]);
    expect(take('sequential', { keys: 5, parameters: { stride: 2 } }, 6)).toEqual([0, 2, 4, 1, 3, 0]);
    expect(take('sequential', { keys: 5, parameters: { stride: 10 } }, 3)).toEqual([0, 0, 0]);
  });

  test('working set: a window that moves on by one key every so many accesses', () => {
    const keys = 40;
    const ranks = take('working-set', { keys, parameters: { window: 8, driftEvery: 50 } }, 50 * 60);
    for (let phase = 0; phase < 60; phase++) {
      const offsets = ranks
        .slice(50 * phase, 50 * phase + 50)
        .map((rank) => (rank - phase + 2 * keys) % keys);
      expect(Math.max(...offsets)).toBeLessThan(8);
      expect(new Set(offsets).size).toBeGreaterThan(5);
    }
    expect(new Set(take('working-set', { keys: 3, parameters: { window: 8 } }, 100)).size).toBe(3);
  });

  test('hot set shifts: other hot keys after each share of the length', () => {
    const spec = { keys: 200, length: 40_000, parameters: { exponent: 1.2, shiftAfter: 0.5 } };
    const ranks = take('hot-shift', spec, 40_000);
    const [first, second] = [hottest(ranks.slice(0, 20_000), 5), hottest(ranks.slice(20_000), 5)];
    expect(first.filter((rank) => second.includes(rank)).length).toBeLessThan(3);
    expect(hottest(ranks.slice(10_000, 20_000), 2)).toEqual(first.slice(0, 2));
    // until the shift it is plain Zipf
    expect(ranks.slice(0, 20_000)).toEqual(
      take('zipf', { keys: 200, parameters: { exponent: 1.2 } }, 20_000),
    );
    const never = { ...spec, parameters: { exponent: 1.2, shiftAfter: 1 } };
    expect(take('hot-shift', never, 40_000)).toEqual(
      take('zipf', { keys: 200, parameters: { exponent: 1.2 } }, 40_000),
    );
  });

  test('adversarial asks the tree each time', () => {
    const tree = createTreeFrom('splay', 'chain:9');
    const stream = createStream('adversarial', { ...base, deepest: () => deepestKey(tree) });
    for (let i = 0; i < 50; i++) {
      const key = stream.next();
      expect(tree.depthOf(key)).toBe(tree.height() - 1);
      tree.access(key);
    }
  });

  test('a recorded program is replayed from a row on, and round again', () => {
    const cc1 = library.traces.find(({ name }) => name === 'cc1');
    if (cc1 === undefined) throw new Error('There is no trace cc1.');
    const rows = cc1.pages.length;
    const pages = take('trace', { parameters: { trace: 'cc1', from: rows - 2 } }, 5);
    expect(pages).toEqual([
      cc1.pages[rows - 2],
      cc1.pages[rows - 1],
      cc1.pages[0],
      cc1.pages[1],
      cc1.pages[2],
    ]);
    expect(take('trace', {}, 3)).toEqual(
      [...(library.traces.find(({ name }) => name === 'matrix')?.pages ?? [])].slice(0, 3),
    );
  });

  test('a list is followed, and round again', () => {
    expect(take('list', {}, 6)).toEqual([5, 3, -9, 3, 5, 3]);
  });

  test('a million accesses over a million keys can be made', () => {
    const stream = createStream('zipf', { ...base, keys: 1_000_000 });
    let highest = 0;
    for (let i = 0; i < 1_000_000; i++) highest = Math.max(highest, stream.next());
    expect(highest).toBeGreaterThan(900_000);
    expect(highest).toBeLessThan(1_000_000);
  });
});

describe('the deepest key', () => {
  test('is the leftmost of those in the last level', () => {
    fc.assert(
      fc.property(starts, commands, (start, list) => {
        const tree = createTreeFrom('splay', start);
        for (const command of list) runCommand(tree, command);
        let wanted = 0;
        let depth = -1;
        tree.forEachByDepth((node, at) => {
          if (at > depth) wanted = tree.keyAt(node);
          depth = at;
          return true;
        });
        expect(deepestKey(tree)).toBe(wanted);
      }),
      SEED,
    );
  });

  test('long chains, both ways and zigzagging', () => {
    expect(deepestKey(createTreeFrom('splay', 'chain:200000'))).toBe(0);
    const zigzag = Array.from({ length: 2001 }, (_, i) => (i % 2 === 0 ? i / 2 : 5000 - i));
    expect(deepestKey(createTreeFrom('splay', zigzag.join(' ')))).toBe(1000);
  });
});

describe('errors are one sentence', () => {
  test.each<[string, Partial<StreamSpec>, string]>([
    [
      'poisson',
      {},
      'There is no stream "poisson"; use one of uniform, zipf, sequential, working-set, hot-shift, adversarial, trace, list.',
    ],
    [
      'zipf',
      { parameters: { exponent: 4 } },
      'The setting "exponent" of the stream "zipf" is 4; it must be a number from 0 to 3.',
    ],
    [
      'zipf',
      { parameters: { exponent: Number.NaN } },
      'The setting "exponent" of the stream "zipf" is NaN; it must be a number from 0 to 3.',
    ],
    ['zipf', { parameters: { alpha: 1 } }, 'The stream "zipf" has no setting "alpha"; it has exponent.'],
    [
      'uniform',
      { parameters: { alpha: 1 } },
      'The stream "uniform" has no setting "alpha"; it has none at all.',
    ],
    [
      'sequential',
      { parameters: { stride: 1.5 } },
      'The setting "stride" of the stream "sequential" is 1.5; it must be a whole number from 1 to 1000000.',
    ],
    [
      'trace',
      { parameters: { trace: 'doom' } },
      'The setting "trace" of the stream "trace" is doom; it must be one of matrix, gzip, cc1, sort, or an imported one.',
    ],
    ['uniform', { keys: 0 }, 'A stream draws from at least 1 key, not from 0; give it a number of keys.'],
    ['list', { list: [] }, 'The list holds no keys; paste or drop at least one.'],
    [
      'trace',
      { library: { traces: [] } },
      'The recording "matrix" is not among the loaded page traces; reload the page.',
    ],
  ])('%s %j', (kind, spec, message) => {
    expect(() => take(kind, spec, 1)).toThrow(message);
  });

  test.each([
    ['list', 'The stream "list" needs a list of keys; paste or drop one.'],
    ['trace', 'The stream "trace" needs the recorded page traces, which are not loaded yet.'],
    [
      'adversarial',
      'The stream "adversarial" needs the tree under study, of which it asks for the deepest key; choose a tree first.',
    ],
  ])('%s without what it needs', (kind, message) => {
    expect(() => createStream(kind, { length: 1, keys: 1, seed: 1, parameters: {} })).toThrow(message);
  });
});
