import type { Tree } from './tree.ts';

/**
 * Checkers apart from the code they check: they read a tree only through its public readers and return complaints as
 * sentences, none if all is well.
 */
export function checkTree(tree: Tree): string[] {
  return [...checkShape(tree), ...checkOrder(tree), ...checkCounts(tree)];
}

/** Every node is reached exactly once, and there are `size` of them. */
function checkShape(tree: Tree): string[] {
  const seen = new Set<number>();
  const stack = [tree.root];
  while (stack.length > 0) {
    const node = stack.pop() as number;
    if (node === 0) continue;
    if (seen.has(node)) return [`The node of key ${tree.keyAt(node)} is reached twice.`];
    seen.add(node);
    stack.push(tree.leftAt(node), tree.rightAt(node));
  }
  return seen.size === tree.size ? [] : [`${seen.size} nodes are linked, but the size says ${tree.size}.`];
}

/** In order, keys rise strictly. */
function checkOrder(tree: Tree): string[] {
  const keys = inOrderKeys(tree);
  const complaints: string[] = [];
  for (let i = 1; i < keys.length; i++) {
    const before = keys[i - 1] as number;
    const key = keys[i] as number;
    if (before >= key) complaints.push(`Key ${key} stands after ${before} in order.`);
  }
  return complaints;
}

/**
 * The law of the counting trees (paper B, Table 2): a side's count is the sum of everything below on that side. The sums
 * are made here from the self counts alone. Trees that do not count must say 0 everywhere.
 */
function checkCounts(tree: Tree): string[] {
  const complaints: string[] = [];
  const nodes: number[] = [];
  tree.visit((node) => nodes.push(node));
  const sums = new Map<number, number>([[0, 0]]);
  for (const node of nodes.reverse()) {
    const key = tree.keyAt(node);
    const self = tree.selfAt(node);
    const left = sums.get(tree.leftAt(node)) ?? Number.NaN;
    const right = sums.get(tree.rightAt(node)) ?? Number.NaN;
    if (tree.counts ? self < 1 : self !== 0) complaints.push(`Key ${key} has a self count of ${self}.`);
    if (tree.leftCountAt(node) !== left) {
      complaints.push(`Key ${key} counts ${tree.leftCountAt(node)} on its left, but ${left} are there.`);
    }
    if (tree.rightCountAt(node) !== right) {
      complaints.push(`Key ${key} counts ${tree.rightCountAt(node)} on its right, but ${right} are there.`);
    }
    sums.set(node, self + left + right);
  }
  return complaints;
}

/** Keys from left to right; an explicit stack, as chains may be long. */
export function inOrderKeys(tree: Tree): number[] {
  const keys: number[] = [];
  const stack: number[] = [];
  let node = tree.root;
  while (node !== 0 || stack.length > 0) {
    while (node !== 0) {
      stack.push(node);
      node = tree.leftAt(node);
    }
    node = stack.pop() as number;
    keys.push(tree.keyAt(node));
    node = tree.rightAt(node);
  }
  return keys;
}
