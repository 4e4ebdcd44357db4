import type { Tree, TreeKind } from './tree.ts';
import { UnbalancedTree, unbalancedCode } from './unbalanced.ts';
import { type Asked, arrange, keysInView } from './yardstick.ts';

const MAX_KEYS = 1000;

/** A yardstick: of all trees that never change, the one that visits fewest nodes for the commands it will see. */
class StaticOptimumTree extends UnbalancedTree {
  override get kind(): string {
    return 'static-optimum';
  }
}

/** @throws Error with one sentence if there are more than 1000 keys. */
function prepare(tree: Tree, commands: Iterable<Asked>): StaticOptimumTree {
  const list = [...commands];
  const keys = keysInView(tree, list);
  if (keys.length > MAX_KEYS) {
    throw new Error(
      `The static optimum is worked out for at most ${MAX_KEYS} keys, but ${keys.length} are in view; use fewer keys or another tree.`,
    );
  }
  const roots = optimalRoots(...weightsOf(keys, list));
  const optimum = new StaticOptimumTree();
  arrange(optimum, keys, (lo, hi) => roots[lo * keys.length + hi] as number);
  return optimum;
}

/** How often each key is asked for, and each gap: gap i is before key i, the last one after all keys. */
function weightsOf(keys: Int32Array, commands: readonly Asked[]): [hits: Float64Array, misses: Float64Array] {
  const hits = new Float64Array(keys.length);
  const misses = new Float64Array(keys.length + 1);
  for (const { key } of commands) {
    let lo = 0;
    let hi = keys.length;
    while (lo < hi) {
      const middle = (lo + hi) >> 1;
      if ((keys[middle] as number) < key) lo = middle + 1;
      else hi = middle;
    }
    const weights = keys[lo] === key ? hits : misses;
    weights[lo] = (weights[lo] as number) + 1;
  }
  return [hits, misses];
}

/**
 * Knuth's dynamic programme (Optimum binary search trees, 1971): roots[lo·n + hi] is the best root of the keys lo…hi.
 * The best root of a range lies between those of the range without its last and without its first key, so all ranges of
 * one length together cost O(n) and the whole O(n²).
 *
 * Of equally good trees the flattest is taken: the sum of all depths breaks ties. To keep that exact every weight w
 * becomes the integer w·B + 1 with B above any such sum; 10⁶ commands stay below 2⁵³.
 */
function optimalRoots(hits: Float64Array, misses: Float64Array): Uint16Array {
  const n = hits.length;
  const scale = (n * (n + 1)) / 2 + 1;
  const sums = new Float64Array(n + 1); // weight of the keys and gaps before key i, its own gap included
  sums[0] = (misses[0] ?? 0) * scale;
  for (let i = 0; i < n; i++) {
    sums[i + 1] = (sums[i] as number) + (hits[i] as number) * scale + 1 + (misses[i + 1] as number) * scale;
  }
  // costs[lo * (n + 1) + hi + 1] of the keys lo…hi; an empty range costs nothing
  const width = n + 1;
  const costs = new Float64Array((n + 1) * width);
  const roots = new Uint16Array(n * n);
  for (let length = 1; length <= n; length++) {
    for (let lo = 0; lo + length <= n; lo++) {
      const hi = lo + length - 1;
      const from = length === 1 ? lo : (roots[lo * n + hi - 1] as number);
      const to = length === 1 ? hi : (roots[(lo + 1) * n + hi] as number);
      let best = Number.POSITIVE_INFINITY;
      let bestRoot = from;
      for (let root = from; root <= to; root++) {
        const cost = (costs[lo * width + root] as number) + (costs[(root + 1) * width + hi + 1] as number);
        if (cost < best) {
          best = cost;
          bestRoot = root;
        }
      }
      const weight = (sums[hi + 1] as number) - (sums[lo] as number) + (misses[lo] as number) * scale;
      costs[lo * width + hi + 1] = best + weight;
      roots[lo * n + hi] = bestRoot;
    }
  }
  return roots;
}

export const staticOptimumKind: TreeKind = {
  kind: 'static-optimum',
  name: 'Static optimum',
  description:
    'A yardstick: of all trees that never change, the one with the fewest nodes visited in this stream.',
  source: 'Knuth 1971',
  parameters: [],
  counts: false,
  accessLemma: false,
  maxKeys: MAX_KEYS,
  decides: 'none',
  code: unbalancedCode,
  create: () => new StaticOptimumTree(),
  prepare,
};
