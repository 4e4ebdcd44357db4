import { treeKinds } from '../../../src/engine/trees/registry.ts';
import type { TreeKind } from '../../../src/engine/trees/tree.ts';

export interface LabVariant {
  readonly title: string;
  readonly entry: TreeKind;
  readonly parameters: Readonly<Record<string, number>>;
}

const settings: readonly (readonly [kind: string, parameters: LabVariant['parameters']])[] = [
  ['lazy-counting', { mirror: 0, countFirst: 0, decayEvery: 4 }],
  ['cbtree', { epsilon: 0.1, decayEvery: 5 }],
];

/** Every kind as it comes, and the counting trees set so that they rotate and forget otherwise. */
export const labVariants: readonly LabVariant[] = treeKinds.flatMap((entry) => [
  { title: entry.kind, entry, parameters: {} },
  ...settings
    .filter(([kind]) => kind === entry.kind)
    .map(([kind, parameters]) => ({ title: `${kind} ${JSON.stringify(parameters)}`, entry, parameters })),
]);
