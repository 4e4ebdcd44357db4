import type { Tree, TreeKind } from './tree.ts';
import { UnbalancedTree, unbalancedCode } from './unbalanced.ts';
import { type Asked, arrange, keysInView } from './yardstick.ts';

/** A yardstick: all keys in view arranged as flat as can be, and never touched again. */
class BalancedTree extends UnbalancedTree {
  override get kind(): string {
    return 'balanced';
  }
}

/** The middle (lo + hi) >> 1 of every range of ranks on top. */
function prepare(tree: Tree, commands: Iterable<Asked>): BalancedTree {
  const balanced = new BalancedTree();
  arrange(balanced, keysInView(tree, commands), (lo, hi) => (lo + hi) >> 1);
  return balanced;
}

export const balancedKind: TreeKind = {
  kind: 'balanced',
  name: 'Balanced, static',
  description: 'A yardstick: arranged as flat as can be for all keys it will see, then never rotated.',
  source: 'Textbook',
  parameters: [],
  counts: false,
  accessLemma: false,
  maxKeys: null,
  decides: 'none',
  code: unbalancedCode,
  create: () => new BalancedTree(),
  prepare,
};
