/**
 * Where tags go: as near as possible to the node they speak of, over no node, no other tag and nothing beyond the panel.
 * The panel is divided into small cells, each with what it costs to cover it; sums over rectangles are then one look-up:
 *
 *     ┌──────────────────────────┐
 *     │ · · · · ● · · · · · · ·  │   ● 1000 a node     ╱ 1 an edge
 *     │ · · · ╱ · ╲ · ┌──────┐ · │
 *     │ · · ● · · · ● │ tag  │ · │   cost = what is covered + the way to the node
 *     └───────────────┴──────┴───┘
 */
export interface TagRequest {
  /** what it speaks of */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** size in px; of several the one that costs least is taken, earlier ones first */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** side on which it stands if nothing speaks against it */
  readonly prefers: 'left' | 'right' | 'above' | 'below';
}

export interface TagPlace {
  /** left upper corner in px */
  readonly x: number;
  readonly y: number;
  /** which of the sizes */
  readonly size: number;
  /** whether it covers a node or another tag, because nothing was free */
  readonly covers: boolean;
  /** whether it stands so far off that a line should lead to its node */
  readonly away: boolean;
}

export interface Obstacles {
  readonly circles: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
  readonly edges: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    /** what covering it costs, against an ordinary edge */
    readonly weight: number;
  }[];
  readonly labels: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

const CELL = 4;
/** Nothing comes nearer to a node than that. */
const CLEAR = 3;
const EDGE_MARGIN = 4;
const NODE_COST = 1000;
/** Where nodes are dots, a tag may stand among them. */
export const DOT_PX = 6;
const DOT_COST = 0.5;
const TAG_COST = 100_000;
const EDGE_COST = 1;
/** a leader across a tag, across a node */
const LEADER_OVER_TAG = 120;
const LEADER_OVER_NODE = 60;
/** px of way that one unpreferred side is worth */
const SIDE_COST = 14;
const BESIDE = 10;
const AWAY = 26;

/** Places the tags in their order; each is in the way of the later ones. */
export function placeTags(
  tags: readonly TagRequest[],
  obstacles: Obstacles,
  panel: { readonly width: number; readonly height: number },
): TagPlace[] {
  const ground = new Ground(panel.width, panel.height);
  for (const { x1, y1, x2, y2, weight } of obstacles.edges) {
    ground.line(x1, y1, x2, y2, weight * EDGE_COST);
  }
  for (const { x, y, radius } of obstacles.circles) {
    if (radius < DOT_PX) ground.disc(x, y, radius, DOT_COST);
    else ground.disc(x, y, radius + CLEAR, NODE_COST);
  }
  for (const { x, y, width, height } of obstacles.labels) {
    ground.box(x - width / 2, y - height / 2, width, height, NODE_COST);
  }
  return tags.map((tag) => {
    const place = ground.best(tag, panel);
    const size = tag.sizes[place.size];
    if (size)
      ground.box(place.x - CLEAR, place.y - CLEAR, size.width + 2 * CLEAR, size.height + 2 * CLEAR, TAG_COST);
    return place;
  });
}

class Ground {
  private readonly columns: number;
  private readonly rows: number;
  private readonly cost: Float64Array;
  /** sums over all cells above and to the left, made anew after a change */
  private sums: Float64Array | null = null;

  constructor(width: number, height: number) {
    this.columns = Math.ceil(width / CELL);
    this.rows = Math.ceil(height / CELL);
    this.cost = new Float64Array(this.columns * this.rows);
  }

  private raise(column: number, row: number, cost: number): void {
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return;
    const at = row * this.columns + column;
    this.cost[at] = Math.max(this.cost[at] ?? 0, cost);
    this.sums = null;
  }

  box(x: number, y: number, width: number, height: number, cost: number): void {
    for (let row = Math.floor(y / CELL); row * CELL < y + height; row += 1) {
      for (let column = Math.floor(x / CELL); column * CELL < x + width; column += 1)
        this.raise(column, row, cost);
    }
  }

  disc(x: number, y: number, radius: number, cost: number): void {
    for (let row = Math.floor((y - radius) / CELL); row * CELL < y + radius; row += 1) {
      for (let column = Math.floor((x - radius) / CELL); column * CELL < x + radius; column += 1) {
        const dx = Math.max(column * CELL - x, 0, x - (column + 1) * CELL);
        const dy = Math.max(row * CELL - y, 0, y - (row + 1) * CELL);
        if (dx * dx + dy * dy < radius * radius) this.raise(column, row, cost);
      }
    }
  }

  line(x1: number, y1: number, x2: number, y2: number, cost: number): void {
    const steps = Math.min(2000, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / CELL));
    for (let step = 0; step <= steps; step += 1) {
      const part = steps === 0 ? 0 : step / steps;
      this.raise(
        Math.floor((x1 + (x2 - x1) * part) / CELL),
        Math.floor((y1 + (y2 - y1) * part) / CELL),
        cost,
      );
    }
  }

  private summed(): Float64Array {
    if (this.sums !== null) return this.sums;
    const wide = this.columns + 1;
    const sums = new Float64Array(wide * (this.rows + 1));
    for (let row = 0; row < this.rows; row += 1) {
      let line = 0;
      for (let column = 0; column < this.columns; column += 1) {
        line += this.cost[row * this.columns + column] ?? 0;
        sums[(row + 1) * wide + column + 1] = (sums[row * wide + column + 1] ?? 0) + line;
      }
    }
    this.sums = sums;
    return sums;
  }

  /** What a line from the tag's nearest point to its node runs over. */
  private leaderCost(tag: TagRequest, left: number, top: number, width: number, height: number): number {
    const x = Math.max(left, Math.min(tag.x, left + width));
    const y = Math.max(top, Math.min(tag.y, top + height));
    const length = Math.hypot(x - tag.x, y - tag.y);
    let cost = 0;
    for (let along = tag.radius + CLEAR + 2 * CELL; along < length - 2 * CELL; along += 2 * CELL) {
      const column = Math.floor((tag.x + ((x - tag.x) * along) / length) / CELL);
      const row = Math.floor((tag.y + ((y - tag.y) * along) / length) / CELL);
      const covered = this.cost[row * this.columns + column] ?? 0;
      if (covered >= TAG_COST) cost += LEADER_OVER_TAG;
      else if (covered >= NODE_COST) cost += LEADER_OVER_NODE;
    }
    return cost;
  }

  best(tag: TagRequest, panel: { width: number; height: number }): TagPlace {
    const sums = this.summed();
    const wide = this.columns + 1;
    let found = { x: EDGE_MARGIN, y: EDGE_MARGIN, size: 0, covered: 0, way: 0 };
    let least = Number.POSITIVE_INFINITY;
    tag.sizes.forEach(({ width, height }, size) => {
      const across = Math.ceil(width / CELL);
      const down = Math.ceil(height / CELL);
      const lastColumn = Math.floor((panel.width - EDGE_MARGIN - width) / CELL);
      const lastRow = Math.floor((panel.height - EDGE_MARGIN - height) / CELL);
      for (let row = 1; row <= Math.max(1, lastRow); row += 1) {
        const y = row * CELL;
        const dy = Math.max(y - tag.y, 0, tag.y - y - height);
        for (let column = 1; column <= Math.max(1, lastColumn); column += 1) {
          const x = column * CELL;
          const dx = Math.max(x - tag.x, 0, tag.x - x - width);
          const way = Math.max(0, Math.hypot(dx, dy) - tag.radius - BESIDE);
          if (way >= least) continue;
          const right = Math.min(this.columns, column + across);
          const low = Math.min(this.rows, row + down);
          const covered =
            (sums[low * wide + right] ?? 0) -
            (sums[row * wide + right] ?? 0) -
            (sums[low * wide + column] ?? 0) +
            (sums[row * wide + column] ?? 0);
          const offLine = Math.abs(
            tag.prefers === 'left' || tag.prefers === 'right'
              ? y + height / 2 - tag.y
              : x + width / 2 - tag.x,
          );
          const cost = way + covered + sideCost(tag, x, y, width, height) + offLine * 0.05 + size * 2;
          if (cost >= least) continue;
          const crossed = way > BESIDE ? this.leaderCost(tag, x, y, width, height) : 0;
          if (cost + crossed >= least) continue;
          least = cost + crossed;
          found = { x, y, size, covered, way };
        }
      }
    });
    return {
      x: found.x,
      y: found.y,
      size: found.size,
      covers: found.covered >= NODE_COST,
      away: found.way + BESIDE > AWAY,
    };
  }
}

function sideCost(
  { x, y, radius, prefers }: TagRequest,
  left: number,
  top: number,
  width: number,
  height: number,
): number {
  const stands =
    prefers === 'right'
      ? left >= x + radius
      : prefers === 'left'
        ? left + width <= x - radius
        : prefers === 'above'
          ? top + height <= y - radius
          : top >= y + radius;
  return stands ? 0 : SIDE_COST;
}
