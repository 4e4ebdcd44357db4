/** What is worked out once for a moment's nodes, for all frames that show them. */
import { type ChildRows, cell, childRows, rootRow, rowCount, rowOfKey } from './rows.ts';
import { mostPassed, mostSelf, roomOnLevel } from './sizes.ts';

export interface Prepared {
  readonly nodes: Int32Array;
  readonly count: number;
  readonly children: ChildRows;
  readonly room: Float32Array;
  readonly mostSelf: number;
  readonly mostPassed: number;
  readonly root: number;
}

export function prepare(nodes: Int32Array): Prepared {
  return {
    nodes,
    count: rowCount(nodes),
    children: childRows(nodes),
    room: roomOnLevel(nodes),
    mostSelf: mostSelf(nodes),
    mostPassed: mostPassed(nodes),
    root: rootRow(nodes),
  };
}

/** Rows on the way to where the walk is: from the shown root down, as the tree hangs together now. */
export function pathRows(tree: Prepared, path: Int32Array): number[] {
  const rows = new Set<number>();
  for (const key of path) {
    const row = rowOfKey(tree.nodes, key);
    if (row >= 0) rows.add(row);
  }
  return [...rows].sort((a, b) => cell(tree.nodes, a, 'depth') - cell(tree.nodes, b, 'depth'));
}
