/** What is worked out once for a moment's nodes, for all frames that show them. */
import { type ChildRows, childRows, rootRow, rowCount } from './rows.ts';
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
