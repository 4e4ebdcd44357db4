import { balancedKind } from './balanced.ts';
import { cbtreeKind } from './cbtree.ts';
import { lazyCountingKind } from './lazy-counting.ts';
import { moveToRootKind } from './move-to-root.ts';
import { semiSplayKind } from './semi-splay.ts';
import { splayKind } from './splay.ts';
import { staticOptimumKind } from './static-optimum.ts';
import type { Tree, TreeKind, TreeParameters } from './tree.ts';
import { unbalancedKind } from './unbalanced.ts';

/** Every tree kind: adding one is a file and an entry here; controls, legends and the command line follow from it. */
export const treeKinds: readonly TreeKind[] = [
  lazyCountingKind,
  splayKind,
  semiSplayKind,
  cbtreeKind,
  moveToRootKind,
  unbalancedKind,
  balancedKind,
  staticOptimumKind,
];

/** @throws Error naming the known kinds if there is no such kind. */
export function treeKind(kind: string): TreeKind {
  const entry = treeKinds.find((candidate) => candidate.kind === kind);
  if (entry === undefined) {
    const known = treeKinds.map((candidate) => candidate.kind).join(', ');
    throw new Error(`There is no tree kind "${kind}"; use one of ${known}.`);
  }
  return entry;
}

/**
 * An empty tree of a registered kind.
 * @throws Error naming the known kinds if there is no such kind.
 */
export function createTree(kind: string, parameters?: TreeParameters): Tree {
  return treeKind(kind).create(parameters);
}
