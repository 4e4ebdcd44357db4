import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { SweepLine } from '../../../src/protocol/explore/requests.ts';
import { isPacked, packLines, unpackLines } from '../../../src/store/kept/pack-lines.ts';

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
  const packed = structuredClone(packLines(lines));
  expect(isPacked(packed)).toBe(true);
  expect(unpackLines(packed)).toStrictEqual(lines);
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
  const packed = { ...packLines(lines) };
  damage(packed);
  expect(isPacked(packed)).toBe(false);
});
