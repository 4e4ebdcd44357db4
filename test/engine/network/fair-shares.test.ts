import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fairShares } from '../../../src/engine/network/fair-shares.ts';

const amounts = (streams: [number, number][], capacity = 900): number[] =>
  fairShares(
    streams.map(([from, to]) => ({ from, to })),
    capacity,
  ).map(({ amount }) => amount);

test('one stream has all of its port, and that to the last bit', () => {
  expect(amounts([[0, 1]], 941.4824)).toEqual([941.4824]);
  expect(fairShares([{ from: 0, to: 1 }], 900)[0]?.heldBackBy).toBe('sender');
});

test('streams of one sender share its port; what a full receiver leaves goes to the others', () => {
  expect(
    amounts([
      [0, 1],
      [0, 2],
    ]),
  ).toEqual([450, 450]);
  // Node 2 receives three streams, so node 0's other stream may have the rest of its port.
  const streams = [
    [0, 2],
    [0, 1],
    [3, 2],
    [3, 2],
  ] as [number, number][];
  expect(amounts(streams)).toEqual([300, 600, 300, 300]);
  const held = fairShares(
    streams.map(([from, to]) => ({ from, to })),
    900,
  ).map(({ heldBackBy }) => heldBackBy);
  expect(held).toEqual(['receiver', 'sender', 'receiver', 'receiver']);
});

test('no port carries more than it can, and nobody could have more without taking it from one that has no more', () => {
  const stream = fc.record({ from: fc.nat(7), to: fc.nat(7) });
  fc.assert(
    fc.property(
      fc.array(stream, { maxLength: 8 }),
      fc.double({ min: 1, max: 1e5, noNaN: true }),
      (list, capacity) => {
        const shares = fairShares(list, capacity);
        const load = (side: 'from' | 'to', node: number): number =>
          list.reduce((sum, one, i) => sum + (one[side] === node ? (shares[i]?.amount ?? 0) : 0), 0);
        list.forEach((one, i) => {
          const { amount, heldBackBy } = shares[i] ?? { amount: Number.NaN, heldBackBy: 'sender' };
          const side = heldBackBy === 'sender' ? 'from' : 'to';
          for (const each of ['from', 'to'] as const) {
            expect(load(each, one[each])).toBeLessThanOrEqual(capacity * (1 + 1e-9));
          }
          expect(load(side, one[side])).toBeGreaterThan(capacity * (1 - 1e-9));
          list.forEach((other, k) => {
            if (other[side] === one[side]) expect(shares[k]?.amount).toBeLessThanOrEqual(amount * (1 + 1e-9));
          });
        });
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});
