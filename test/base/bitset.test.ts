import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bitset } from '../../src/base/bitset.ts';

const SIZE = 131; // no multiple of 32, so that the last word is not full
const member = fc.nat(SIZE - 1);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('add', 'remove', 'has', 'next'), i: member }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('clear', 'addAll'), i: member }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('addFrom'), others: fc.uniqueArray(member, { maxLength: 40 }) }),
  },
);

const sorted = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b);

function membersOf(bits: Bitset): number[] {
  const found: number[] = [];
  for (let i = bits.next(0); i >= 0; i = bits.next(i + 1)) found.push(i);
  return found;
}

test('a bitset is a set of whole numbers', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150, size: 'max' }), (steps) => {
      const bits = new Bitset(SIZE);
      const model = new Set<number>();
      for (const s of steps) {
        if ('others' in s) {
          const other = new Bitset(SIZE);
          for (const i of s.others) {
            other.add(i);
            model.add(i);
          }
          bits.addFrom(other);
        } else if (s.kind === 'add') {
          expect(bits.add(s.i)).toBe(!model.has(s.i));
          model.add(s.i);
        } else if (s.kind === 'remove') {
          expect(bits.remove(s.i)).toBe(model.delete(s.i));
        } else if (s.kind === 'has') {
          expect(bits.has(s.i)).toBe(model.has(s.i));
        } else if (s.kind === 'next') {
          expect(bits.next(s.i)).toBe(sorted(model).find((x) => x >= s.i) ?? -1);
        } else if (s.kind === 'clear') {
          bits.clear();
          model.clear();
        } else {
          bits.addAll();
          for (let i = 0; i < SIZE; i += 1) model.add(i);
        }
        expect(bits.count).toBe(model.size);
      }
      expect(membersOf(bits)).toEqual(sorted(model));
      expect(bits.next(SIZE)).toBe(-1);
    }),
    { seed: 20_100_501, numRuns: 300 },
  );
});

test.each([1, 31, 32, 33, 64, 65_536])('all %i members of a full set, the last one included', (size) => {
  const bits = new Bitset(size);
  bits.addAll();
  expect(bits.count).toBe(size);
  expect(bits.next(size - 1)).toBe(size - 1);
  expect(bits.remove(size - 1)).toBe(true);
  expect(bits.next(size - 1)).toBe(-1);
});
