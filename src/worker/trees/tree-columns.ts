/** A tree as columns in the order of its keys, whole or in part (protocol/trees/moment.ts draws the columns). */
import type { Tree } from '../../engine/trees/tree.ts';
import { NODE, NODE_WIDTH } from '../../protocol/trees/moment.ts';

/** Levels from the root that are always shown of a tree too large to be shown whole. */
const TOP_LEVELS = 10;

export interface Columns {
  readonly nodes: Int32Array;
  readonly whole: boolean;
  readonly height: number;
}

/** Everything about every node, by place in order (rank). */
interface Ranked {
  readonly size: number;
  readonly keys: Int32Array;
  readonly depths: Int32Array;
  /** rank of the parent, −1 = root */
  readonly parents: Int32Array;
  readonly selves: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  readonly height: number;
}

/** Accesses to a key as the app counts them, for trees that keep no counts. */
export type HitsOf = (key: number) => number;

/**
 * Reads all nodes in order. One walk in preorder gives keys, depths and parents (the parent of a node is the last one
 * met a level above it); one walk back adds up the subtrees, whose sizes give the ranks.
 */
export function rank(tree: Tree, hits: HitsOf): Ranked {
  const { size, counts } = tree;
  const handle = new Int32Array(size);
  const depth = new Int32Array(size);
  const parent = new Int32Array(size);
  const lastAtDepth: number[] = [];
  let filled = 0;
  let height = 0;
  tree.visit((node, level) => {
    handle[filled] = node;
    depth[filled] = level;
    parent[filled] = level === 0 ? -1 : (lastAtDepth[level - 1] as number);
    lastAtDepth[level] = filled;
    filled += 1;
    if (level >= height) height = level + 1;
  });
  const isLeft = new Uint8Array(size);
  const leftSize = new Int32Array(size);
  const rightSize = new Int32Array(size);
  const self = new Int32Array(size);
  const leftCount = new Int32Array(size);
  const rightCount = new Int32Array(size);
  for (let i = size - 1; i >= 0; i -= 1) {
    const node = handle[i] as number;
    const above = parent[i] as number;
    self[i] = counts ? tree.selfAt(node) : hits(tree.keyAt(node));
    if (above < 0) continue;
    const nodes = 1 + (leftSize[i] as number) + (rightSize[i] as number);
    const total = (self[i] as number) + (leftCount[i] as number) + (rightCount[i] as number);
    if (tree.leftAt(handle[above] as number) === node) {
      isLeft[i] = 1;
      leftSize[above] = nodes;
      leftCount[above] = total;
    } else {
      rightSize[above] = nodes;
      rightCount[above] = total;
    }
  }
  const rankOf = new Int32Array(size);
  const ranked: Ranked = {
    size,
    keys: new Int32Array(size),
    depths: new Int32Array(size),
    parents: new Int32Array(size),
    selves: new Int32Array(size),
    lefts: new Int32Array(size),
    rights: new Int32Array(size),
    height,
  };
  for (let i = 0; i < size; i += 1) {
    const above = parent[i] as number;
    let place = leftSize[i] as number;
    if (above >= 0) {
      const at = rankOf[above] as number;
      place = isLeft[i] === 1 ? at - 1 - (rightSize[i] as number) : at + 1 + (leftSize[i] as number);
    }
    rankOf[i] = place;
    ranked.keys[place] = tree.keyAt(handle[i] as number);
    ranked.depths[place] = depth[i] as number;
    ranked.parents[place] = above < 0 ? -1 : (rankOf[above] as number);
    ranked.selves[place] = self[i] as number;
    ranked.lefts[place] = leftCount[i] as number;
    ranked.rights[place] = rightCount[i] as number;
  }
  return ranked;
}

/**
 * The rows to show: every node where there are at most `limit`, else the nodes of the window down to the level that
 * keeps within the limit, the top of the tree, and the nodes with the `wanted` keys with all that lies above them.
 */
export function columnsOf(
  ranked: Ranked,
  window: { from: number; to: number },
  limit: number,
  wanted: readonly number[] = [],
): Columns {
  const { size, depths, parents } = ranked;
  const whole = size <= limit;
  const from = Math.max(0, Math.min(window.from, size - 1));
  const to = Math.max(from, Math.min(window.to, size - 1));
  const deepest = whole ? Number.POSITIVE_INFINITY : deepestShown(depths, from, to, limit);
  const kept = whole ? new Set<number>() : withAncestors(ranked, wanted);
  const row = new Int32Array(size).fill(-2);
  const shown: number[] = [];
  for (let at = 0; at < size; at += 1) {
    const level = depths[at] as number;
    const left = level >= TOP_LEVELS && (at < from || at > to || level > deepest);
    if (!whole && left && !kept.has(at)) continue;
    row[at] = shown.length;
    shown.push(at);
  }
  const nodes = new Int32Array(shown.length * NODE_WIDTH);
  shown.forEach((at, i) => {
    const base = i * NODE_WIDTH;
    const above = parents[at] as number;
    nodes[base + NODE.key] = ranked.keys[at] as number;
    nodes[base + NODE.rank] = at;
    nodes[base + NODE.depth] = depths[at] as number;
    nodes[base + NODE.parent] = above < 0 ? -1 : (row[above] as number);
    nodes[base + NODE.self] = ranked.selves[at] as number;
    nodes[base + NODE.left] = ranked.lefts[at] as number;
    nodes[base + NODE.right] = ranked.rights[at] as number;
  });
  return { nodes, whole, height: ranked.height };
}

/** Ranks of those keys that are in the tree, and of everything above them. */
function withAncestors({ keys, parents }: Ranked, wanted: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const key of wanted) {
    const at = rankOfKey(keys, key);
    for (let up = keys[at] === key ? at : -1; up >= 0 && !found.has(up); up = parents[up] as number) {
      found.add(up);
    }
  }
  return found;
}

/** Of the first key that is not smaller. */
function rankOfKey(keys: Int32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The level down to which the window holds at most `limit` nodes. */
function deepestShown(depths: Int32Array, from: number, to: number, limit: number): number {
  const perLevel: number[] = [];
  for (let at = from; at <= to; at += 1) {
    const level = depths[at] as number;
    perLevel[level] = (perLevel[level] ?? 0) + 1;
  }
  let shown = 0;
  for (let level = 0; level < perLevel.length; level += 1) {
    shown += perLevel[level] ?? 0;
    if (shown > limit) return level - 1;
  }
  return perLevel.length;
}
