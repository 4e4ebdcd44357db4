import fc from 'fast-check';
import type { TreeCommand } from '../../../src/engine/trees/recorder.ts';
import { treeKinds } from '../../../src/engine/trees/registry.ts';

export const kinds = treeKinds.map(({ kind }) => kind);

/** Fixed, so that a failure is the same for everybody. */
export const SEED = { seed: 20_100_501, numRuns: 150 };

export const starts = fc.oneof(
  fc.constant('empty'),
  fc.integer({ min: 0, max: 40 }).map((n) => `chain:${n}`),
  fc.integer({ min: 0, max: 40 }).map((n) => `balanced:${n}`),
);

const keys = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 45 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) }, // often the same, so that counts pile up
  { weight: 1, arbitrary: fc.constantFrom(-2_147_483_648, 2_147_483_647, -1) },
);

const operations = fc.oneof(
  { weight: 5, arbitrary: fc.constant('access' as const) },
  { weight: 2, arbitrary: fc.constant('insert' as const) },
  { weight: 2, arbitrary: fc.constant('find' as const) },
  { weight: 3, arbitrary: fc.constant('delete' as const) },
);

export const commands: fc.Arbitrary<TreeCommand[]> = fc.array(
  fc.record({ operation: operations, key: keys }),
  {
    maxLength: 120,
    size: 'max',
  },
);
