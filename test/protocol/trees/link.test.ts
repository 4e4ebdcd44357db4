import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLab, type LabSpec } from '../../../src/engine/lab/spec.ts';
import { workspaceOf } from '../../../src/protocol/link.ts';
import {
  type Asked,
  decodeTreesLink,
  encodeTreesLink,
  type TreesPlace,
} from '../../../src/protocol/trees/link.ts';

const values = fc.dictionary(
  fc.constantFrom('epsilon', 'threshold', 'strict'),
  fc.double({ min: 0, max: 4, noNaN: true }),
  {
    noNullPrototype: true,
  },
);
const specs: fc.Arbitrary<LabSpec> = fc.record({
  seed: fc.nat(),
  tree: fc.record({ kind: fc.constantFrom('splay', 'lazy-counting', 'cbtree'), parameters: values }),
  start: fc.constantFrom('balanced:31', 'empty', '((1:2 2 -) 4:3 (- 5 9))', 'Größe – ungültig'),
  stream: fc.record({
    kind: fc.constantFrom('zipf', 'uniform', 'list'),
    parameters: values,
    length: fc.nat(1_000_000),
    keys: fc.nat(1000),
    list: fc.array(fc.integer(), { maxLength: 10 }),
  }),
  typed: fc.array(
    fc.record({
      operation: fc.constantFrom('access' as const, 'find' as const, 'insert' as const, 'delete' as const),
      key: fc.integer(),
      before: fc.nat(100),
    }),
    { maxLength: 5 },
  ),
});
const asked: fc.Arbitrary<Asked | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    mode: fc.constant('set' as const),
    seed: fc.nat(),
    count: fc.nat(999),
    kinds: fc.subarray(['case', 'root', 'rotations'] as const),
  }),
  fc.record({ mode: fc.constant('build' as const), seed: fc.nat(), size: fc.nat(99), moves: fc.nat(99) }),
);
const places: fc.Arbitrary<TreesPlace> = fc.record({
  spec: specs,
  at: fc.oneof(
    fc.constant(null),
    fc.record({ operation: fc.integer({ min: 1, max: 999_999 }), step: fc.nat(5000) }),
  ),
  asked,
});

describe('links of the Trees workspace', () => {
  test('what goes in comes out', () => {
    fc.assert(
      fc.property(places, (place) => {
        const hash = encodeTreesLink(place, defaultLab);
        expect(workspaceOf(hash)).toBe('trees');
        expect(decodeTreesLink(hash, defaultLab)).toEqual(place);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test('the default lab at its start is the short link', () => {
    expect(
      encodeTreesLink({ spec: defaultLab, at: { operation: 0, step: 0 }, asked: null }, defaultLab),
    ).toBe('#/trees');
    expect(decodeTreesLink('#/trees', defaultLab)).toEqual({ spec: defaultLab, at: null, asked: null });
  });

  test('changed links never throw and tell in one sentence what is wrong', () => {
    const change = fc.tuple(places, fc.nat(400), fc.constantFrom('', '%', 'A', '=', '&', '.', '9', '?'));
    fc.assert(
      fc.property(change, ([place, at, letter]) => {
        const hash = encodeTreesLink(place, defaultLab);
        const cut = hash.slice(0, at) + letter + hash.slice(at + 1);
        const read = decodeTreesLink(cut, defaultLab);
        if ('problem' in read) expect(read.problem).toMatch(/^The link cannot be read: .*\.$/s);
      }),
      { seed: 12, numRuns: 600 },
    );
  });

  test.each([
    ['#/trees?v=2&lab=e30', 'it is of version 2, and this program reads version 1.'],
    ['#/trees?{}', '"{}" in it means nothing here.'],
    ['#/trees?s=999', '"s" in it means nothing here.'],
    ['#/trees?at=-4', 'its position "-4" is none.'],
    ['#/trees?ask=set.1', 'its questions "set.1" are none.'],
    ['#/trees?ask=set.1.10.colour', 'its questions "set.1.10.colour" are none.'],
    ['#/trees?v=1&lab=!!', 'its lab is cut off or changed on the way.'],
  ])('%s', (hash, reason) => {
    expect(decodeTreesLink(hash, defaultLab)).toEqual({ problem: `The link cannot be read: ${reason}` });
  });
});
