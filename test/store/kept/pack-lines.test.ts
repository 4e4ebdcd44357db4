import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { SweepLine } from '../../../src/protocol/explore/requests.ts';
import { isPacked, packing, unpacking } from '../../../src/store/kept/pack-lines.ts';
import { atOnce, inSlices } from '../../../src/store/kept/slices.ts';

const number = fc.double({ noNaN: true });

const line: fc.Arbitrary<SweepLine> = fc.record(
  {
    index: fc.nat(),
    variant: fc.string(),
    x: number,
    y: fc.option(number),
    seed: fc.nat(),
    outcome: fc.constantFrom('completed', 'not-converged', 'refused'),
    problem: fc.option(fc.string()),
    figures: fc.dictionary(
      fc.constantFrom('downtimeMs', 'bytesSent', 'totalMs', 'rounds'),
      fc.option(number),
      {
        noNullPrototype: true,
      },
    ),
  },
  { noNullPrototype: true },
);

test.prop([fc.array(line)], { seed: 6 })('packed lines come back as they were, bit for bit', (lines) => {
  const packed = structuredClone(atOnce(packing(lines)));
  expect(isPacked(packed)).toBe(true);
  expect(atOnce(unpacking(packed))).toStrictEqual(lines);
});

const damages: ((packed: Record<string, unknown>) => void)[] = [
  (packed) => delete packed.index,
  (packed) => {
    packed.x = new Float64Array(1);
  },
  (packed) => {
    packed.variants = [1];
  },
  (packed) => {
    packed.figures = [{ name: 'downtimeMs', values: [], absent: [] }];
  },
  (packed) => {
    packed.problems = 'none';
  },
];

test.each(damages)('damaged columns are noticed (%#)', (damage) => {
  const lines = fc.sample(line, { numRuns: 3, seed: 6 });
  const packed = { ...atOnce(packing(lines)) };
  damage(packed);
  expect(isPacked(packed)).toBe(false);
});

test('many lines are packed in slices, with the page’s own work between them', async () => {
  const [one] = fc.sample(line, { numRuns: 1, seed: 6 });
  const lines = Array.from({ length: 3500 }, (_, index) => ({ ...one, index }) as SweepLine);
  const slices = [...packing(lines)];
  expect(slices).toHaveLength(3);
  expect(await inSlices(unpacking(await inSlices(packing(lines))))).toStrictEqual(lines);
});
