import { LazyCountingTree } from './lazy-counting.ts';
import { SplayTree } from './splay.ts';
import type { Tree, TreeKind } from './tree.ts';

/** Every tree kind: adding one is a file and an entry here; controls, legends and the command line follow from it. */
export const treeKinds: readonly TreeKind[] = [
  {
    kind: 'splay',
    name: 'Splay tree',
    description: 'Rotates every accessed key to the root in double steps and keeps no counts.',
    source: 'Sleator and Tarjan 1985',
    parameters: [],
    counts: false,
    create: () => new SplayTree(),
  },
  {
    kind: 'lazy-counting',
    name: 'Lazy counting splay tree',
    description: 'Counts accesses in every node and rotates only where the counts say that it pays.',
    source: 'Paper B, Tables 1 and 2; Afek et al. 2012',
    parameters: [],
    counts: true,
    create: () => new LazyCountingTree(),
  },
];

/**
 * An empty tree of a registered kind.
 * @throws Error naming the known kinds if there is no such kind.
 */
export function createTree(kind: string, parameters?: Readonly<Record<string, number>>): Tree {
  const entry = treeKinds.find((candidate) => candidate.kind === kind);
  if (entry === undefined) {
    const known = treeKinds.map((candidate) => candidate.kind).join(', ');
    throw new Error(`There is no tree kind "${kind}"; use one of ${known}.`);
  }
  return entry.create(parameters);
}
