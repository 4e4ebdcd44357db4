/** Curves and small trees as SVG path data. */
import { NODE, NODE_WIDTH } from '../../protocol/trees/moment.ts';

/** A line through points; a gap where a value is missing. */
export function linePath(points: Iterable<readonly [x: number, y: number]>): string {
  let path = '';
  let down = false;
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      down = false;
      continue;
    }
    path += `${down ? 'L' : 'M'}${round(x)} ${round(y)}`;
    down = true;
  }
  return path;
}

export interface SmallTree {
  readonly edges: string;
  /** points of no length, to be drawn with round ends */
  readonly dots: string;
  readonly hot: string;
  /** how many of the hot keys are among the nodes shown */
  readonly hotShown: number;
}

/** Room for half a dot. */
const EDGE_PX = 3;
const MOST_LEVEL_PX = 16;

/**
 * A tree of `size` keys in a box: x is the key's rank, y its depth, `levels` levels from top to bottom.
 * @param nodes rows of NODE_WIDTH; perhaps only the top of the tree
 */
export function smallTree(
  nodes: Int32Array,
  { size, levels, width, height }: { size: number; levels: number; width: number; height: number },
  hotKeys: ReadonlySet<number>,
): SmallTree {
  const count = nodes.length / NODE_WIDTH;
  const perRank = size > 1 ? (width - 2 * EDGE_PX) / (size - 1) : 0;
  const perLevel = levels > 1 ? Math.min(MOST_LEVEL_PX, (height - 2 * EDGE_PX) / (levels - 1)) : 0;
  const cell = (row: number, column: number) => nodes[row * NODE_WIDTH + column] ?? 0;
  const place = (row: number) => {
    const x = size > 1 ? EDGE_PX + perRank * cell(row, NODE.rank) : width / 2;
    return `${round(x)} ${round(EDGE_PX + perLevel * cell(row, NODE.depth))}`;
  };
  let edges = '';
  let dots = '';
  let hot = '';
  let hotShown = 0;
  for (let row = 0; row < count; row += 1) {
    const parent = cell(row, NODE.parent);
    if (parent >= 0) edges += `M${place(parent)}L${place(row)}`;
    if (hotKeys.has(cell(row, NODE.key))) {
      hot += `M${place(row)}h0`;
      hotShown += 1;
    } else dots += `M${place(row)}h0`;
  }
  return { edges, dots, hot, hotShown };
}

/**
 * Levels that fill each picture's height: the same for all, so that their heights can be compared, unless one tree is so
 * much higher that the others would be flat.
 */
export function commonLevels(levels: readonly number[]): number[] {
  const most = Math.max(...levels);
  const least = Math.min(...levels.filter((count) => count > 0));
  return most <= 4 * least ? levels.map(() => most) : [...levels];
}

/** Levels of the rows given, which may be the top of a higher tree. */
export function levelsOf(nodes: Int32Array): number {
  let levels = 0;
  for (let at = NODE.depth; at < nodes.length; at += NODE_WIDTH)
    levels = Math.max(levels, (nodes[at] ?? 0) + 1);
  return levels;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
