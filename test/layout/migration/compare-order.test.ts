/** The order of the comparison's rows. */
import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { COMPARE_COLUMNS } from '../../../src/layout/migration/compare-columns.ts';
import { type CompareOrder, inOrder, nextOrder } from '../../../src/layout/migration/compare-order.ts';
import { comparedOf, resultOf } from './compare-rows.ts';

const outcomes = fc.constantFrom('completed', 'not-converged', 'aborted', 'vm-lost');
const results = fc.array(
  fc.option(
    fc
      .record({ totalTimeMs: fc.nat(50), downtimeMs: fc.nat(5), bytesSent: fc.nat(9), outcome: outcomes })
      .map((part) => resultOf(part as Parameters<typeof resultOf>[0])),
  ),
  { maxLength: 15 },
);
const orders = fc.record({
  by: fc.constantFrom<CompareOrder['by']>('label', 'outcome', ...COMPARE_COLUMNS),
  descending: fc.boolean(),
});

property.prop([results, orders], { seed: 11 })(
  'sorting loses no row and no value goes the wrong way',
  (all, order) => {
    const rows = comparedOf(all);
    const sorted = inOrder(rows, order);
    expect(new Set(sorted)).toEqual(new Set(rows));
    if (order.by === 'label' || order.by === 'outcome') return;
    const values = sorted.map(({ values: of }) => of[order.by as (typeof COMPARE_COLUMNS)[number]]);
    const told = values.filter((value) => value !== null);
    // what has no value stands last, whichever way
    expect(values.slice(told.length).every((value) => value === null)).toBe(true);
    const upwards = order.descending ? told.toReversed() : told;
    expect(upwards).toEqual([...told].sort((a, b) => a - b));
  },
);

property.prop([results, orders], { seed: 12 })('rows that are alike keep their places', (all, order) => {
  const sorted = inOrder(comparedOf(all.map(() => resultOf())), order.by === 'label' ? null : order);
  expect(sorted.map(({ place }) => place)).toEqual(all.map((_, i) => i));
});

test('a column is sorted upwards, downwards, and not at all', () => {
  const up = nextOrder(null, 'sentBytes');
  expect(up).toEqual({ by: 'sentBytes', descending: false });
  const down = nextOrder(up, 'sentBytes');
  expect(down).toEqual({ by: 'sentBytes', descending: true });
  expect(nextOrder(down, 'sentBytes')).toBeNull();
  expect(nextOrder(down, 'totalMs')).toEqual({ by: 'totalMs', descending: false });
});

test('outcomes stand from what one hopes for to what one fears', () => {
  const rows = comparedOf([
    resultOf({ outcome: 'vm-lost' }),
    resultOf({ outcome: 'aborted' }),
    resultOf(),
    null,
    resultOf({ outcome: 'not-converged' }),
  ]);
  const sorted = inOrder(rows, { by: 'outcome', descending: false });
  expect(sorted.map(({ result }) => result?.outcome ?? null)).toEqual([
    'completed',
    'not-converged',
    'aborted',
    'vm-lost',
    null,
  ]);
});
