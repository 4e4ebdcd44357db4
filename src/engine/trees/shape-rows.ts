import type { Tree } from './tree.ts';

/** One node of a shape, in preorder. `self` is its access count, used by trees that count. */
export interface ShapeRow {
  readonly key: number;
  /** 0 = root */
  readonly depth: number;
  readonly self: number;
}

/** A tree can hold 2³¹ − 1 accesses (layout.ts). */
const MAX_ACCESSES = 2_147_483_647;

export function isInt32(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** The shape a tree has now; trees that do not count have 1 everywhere. */
export function shapeRows(tree: Tree): ShapeRow[] {
  return tree.preorder().map(([key, depth, self = 1]) => ({ key, depth, self }));
}

/**
 * Checks what was read from a file: a list of `[key, depth]` or `[key, depth, self, …]` rows in preorder, or an object
 * with such a list as `preorder`. Further count columns are not read, they follow from the self counts.
 * @throws Error with one sentence that names the row.
 */
export function shapeFromJson(value: unknown): ShapeRow[] {
  const list = Array.isArray(value) ? value : (value as { preorder?: unknown } | null)?.preorder;
  if (!Array.isArray(list)) {
    throw new Error(
      'A tree shape must be a list of [key, depth] rows, or an object with such a list as "preorder".',
    );
  }
  return list.map((row: unknown, i) => {
    const [key, depth, self = 1] = Array.isArray(row) ? (row as unknown[]) : [];
    if (!isInt32(key))
      throw new Error(`Row ${i + 1} of the tree shape needs a 32-bit whole number as its key.`);
    if (!isInt32(depth) || depth < 0) {
      throw new Error(`Row ${i + 1} of the tree shape needs a whole number of at least 0 as its depth.`);
    }
    if (!isInt32(self) || self < 1) {
      throw new Error(`Row ${i + 1} of the tree shape needs a whole number of at least 1 as its self count.`);
    }
    return { key: key | 0, depth, self }; // | 0: no negative zero
  });
}

/** Where the rows of a shape hang: the parent's row (−1 = root), and on which side of it. */
export interface PlacedRows {
  readonly parents: Int32Array;
  /** 1 = left child */
  readonly lefts: Uint8Array;
}

/**
 * Finds each row's parent; a row goes left or right of it according to its key.
 * @throws Error with one sentence naming the first row that does not make a search tree.
 */
export function placeRows(rows: readonly ShapeRow[]): PlacedRows {
  const parents = new Int32Array(rows.length);
  const lefts = new Uint8Array(rows.length);
  const children = new Uint8Array(rows.length); // 1 = has a left child, 2 = has a right child
  // The path to the last row, with the open interval of keys that fit below each node.
  const path: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  let accesses = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const { key, depth, self } = rows[i] as ShapeRow;
    if (i === 0 ? depth !== 0 : depth < 1 || depth > path.length) {
      throw new Error(
        `${naming(i, key, depth)} has no parent; list the rows in preorder with the root at depth 0.`,
      );
    }
    path.length = low.length = high.length = depth;
    const parent = depth === 0 ? -1 : (path[depth - 1] as number);
    const parentKey = parent < 0 ? 0 : (rows[parent] as ShapeRow).key;
    const isLeft = parent >= 0 && key < parentKey;
    const above = depth === 0 ? -Infinity : isLeft ? (low[depth - 1] as number) : parentKey;
    const below = depth === 0 ? Infinity : isLeft ? parentKey : (high[depth - 1] as number);
    // a left child is listed first, so it may have no sibling yet
    const isTaken = parent >= 0 && (isLeft ? children[parent] !== 0 : (children[parent] as number) > 1);
    if (key <= above || key >= below || isTaken) {
      throw new Error(
        `${naming(i, key, depth)} does not fit there; keys must be distinct, smaller ones to the left and listed first.`,
      );
    }
    accesses += self;
    if (accesses > MAX_ACCESSES) {
      throw new Error(
        `The counts of the tree shape pass ${MAX_ACCESSES} at row ${i + 1} (key ${key}); use smaller ones.`,
      );
    }
    parents[i] = parent;
    lefts[i] = isLeft ? 1 : 0;
    if (parent >= 0) children[parent] = (children[parent] as number) | (isLeft ? 1 : 2);
    path.push(i);
    low.push(above);
    high.push(below);
  }
  return { parents, lefts };
}

function naming(index: number, key: number, depth: number): string {
  return `Row ${index + 1} of the tree shape (key ${key}, depth ${depth})`;
}
