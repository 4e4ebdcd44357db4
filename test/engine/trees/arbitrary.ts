import fc from 'fast-check';
import type { TreeCommand } from '../../../src/engine/trees/recorder.ts';
import { treeKinds } from '../../../src/engine/trees/registry.ts';
import type { TreeKind, TreeParameters } from '../../../src/engine/trees/tree.ts';

export const kinds = treeKinds.map(({ kind }) => kind);

export interface Variant {
  readonly kind: string;
  readonly decides: TreeKind['decides'];
  readonly parameters: TreeParameters;
  /** e.g. "cbtree" or "cbtree with epsilon 0.05" */
  readonly title: string;
}

const settings: readonly (readonly [kind: string, parameters: TreeParameters])[] = [
  ['lazy-counting', { threshold: 1, strict: 1 }],
  ['lazy-counting', { threshold: 1.25, mirror: 0 }],
  ['lazy-counting', { countFirst: 0 }],
  ['lazy-counting', { decayEvery: 5 }],
  ['lazy-counting', { threshold: 4, strict: 1, mirror: 0, countFirst: 0, decayEvery: 1 }],
  ['cbtree', { epsilon: 0.05 }],
  ['cbtree', { epsilon: 1, decayEvery: 3 }],
];

/** Every kind as it comes, and what some of them can be set to. */
export const variants: readonly Variant[] = treeKinds.flatMap(({ kind, decides }) => [
  { kind, decides, parameters: {}, title: kind },
  ...settings
    .filter(([of]) => of === kind)
    .map(([, parameters]) => {
      const words = Object.entries(parameters).map(([name, value]) => `${name} ${value}`);
      return { kind, decides, parameters, title: `${kind} with ${words.join(', ')}` };
    }),
]);

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
