import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clone, hashState } from '../../src/base/clone.ts';

const SEED = { seed: 20_100_501, numRuns: 300 };

/** Any state: data of numbers, texts, typed arrays, lists and records. */
const { state } = fc.letrec((tie) => ({
  state: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.string(),
      fc.float64Array({ maxLength: 5 }),
      fc.uint8Array({ maxLength: 5 }),
      fc.int32Array({ maxLength: 5 }),
      fc.uint32Array({ maxLength: 5 }),
      fc.uint16Array({ maxLength: 5 }),
    ),
    fc.array(tie('state'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 4 }), tie('state'), { maxKeys: 5 }).map((record) => ({ ...record })),
  ),
}));

type Keyed = Record<string | number, unknown>;

/** Every place in a state that holds a bare value: [the thing that holds it, its key]. */
function leaves(value: unknown, found: [Keyed, string | number][] = []): [Keyed, string | number][] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as Keyed;
  const keys = ArrayBuffer.isView(value) ? [...(value as Uint8Array).keys()] : Object.keys(value);
  for (const key of keys) {
    const inner = holder[key];
    if (typeof inner === 'object' && inner !== null) leaves(inner, found);
    else found.push([holder, key]);
  }
  return found;
}

/** Another value of the same kind. */
function changed(value: unknown): unknown {
  if (typeof value === 'number') return Number.isNaN(value) || Math.abs(value) > 1e15 ? 1 : value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}!`;
  return 0;
}

function withFieldsReversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(withFieldsReversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, withFieldsReversed(field)]),
  );
}

test('a clone equals its original and hashes alike', () => {
  fc.assert(
    fc.property(state, (original) => {
      const copy = clone(original);
      expect(copy).toEqual(original);
      expect(hashState(copy)).toBe(hashState(original));
    }),
    SEED,
  );
});

test('each value of a clone can be changed: the hash tells, the original stays', () => {
  fc.assert(
    fc.property(state, (original) => {
      const before = hashState(original);
      const copy = clone(original);
      for (const [holder, key] of leaves(copy)) {
        const kept = holder[key];
        holder[key] = changed(kept);
        expect(hashState(copy)).not.toBe(before);
        expect(hashState(original)).toBe(before);
        holder[key] = kept;
      }
      expect(hashState(copy)).toBe(before);
    }),
    SEED,
  );
});

test('the order of fields does not matter, that of list items does', () => {
  fc.assert(
    fc.property(state, (original) => hashState(withFieldsReversed(original)) === hashState(original)),
    SEED,
  );
  expect(hashState([1, 2])).not.toBe(hashState([2, 1]));
  expect(hashState({ a: 1, b: 2 })).not.toBe(hashState({ a: 2, b: 1 }));
  expect(hashState({ a: [1], b: [] })).not.toBe(hashState({ a: [], b: [1] }));
  expect(hashState(Uint8Array.of(1, 0))).not.toBe(hashState(Uint8Array.of(1)));
});

describe('what a state may hold', () => {
  class Counter {
    count = 0;
    next(): number {
      this.count += 1;
      return this.count;
    }
  }

  test('objects of classes keep their methods', () => {
    const original = new Counter();
    original.next();
    const copy = clone(original);
    expect(copy).toBeInstanceOf(Counter);
    expect([copy.next(), copy.next(), original.next()]).toEqual([2, 3, 2]);
  });

  test('frozen parts are shared, not copied, and left out of the hash', () => {
    const layout = Object.freeze({ pages: Int32Array.of(1, 2) });
    const copy = clone({ layout, position: 3 });
    expect(copy.layout).toBe(layout);
    expect(hashState({ layout, position: 3 })).toBe(hashState({ layout: Object.freeze({}), position: 3 }));
    expect(hashState({ layout, position: 3 })).not.toBe(hashState({ layout, position: 4 }));
  });

  test('one zero and one NaN, whatever their bits', () => {
    expect(hashState(-0)).toBe(hashState(0));
    expect(hashState(Float64Array.of(-0, 0 / 0))).toBe(hashState(Float64Array.of(0, Number.NaN)));
  });

  test('no closures', () => {
    expect(() => hashState({ later: () => 1 })).toThrow('A state holds a function; only data can be hashed.');
  });
});
