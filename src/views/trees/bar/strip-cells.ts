/** What stands in each cell of the strip. */
import { OPERATION_NAMES, type TreeMoment, type TreeOperation } from '../../../protocol/trees/moment.ts';

export interface StripCell {
  /** number of the operation, from 0 */
  readonly operation: number;
  readonly command: TreeOperation;
  readonly key: number;
  readonly typed: boolean;
  readonly when: 'past' | 'present' | 'future';
}

/** `cells` places from operation number `first` on; null where the moment lists no operation. */
export function stripCells(moment: TreeMoment, first: number, cells: number): (StripCell | null)[] {
  return Array.from({ length: cells }, (_, place) => cellAt(moment, first + place));
}

function cellAt({ strip, operation: present }: TreeMoment, operation: number): StripCell | null {
  const row = operation - strip.from;
  const key = strip.keys[row];
  const command = OPERATION_NAMES[strip.operations[row] ?? -1];
  if (key === undefined || command === undefined) return null;
  const when = operation < present ? 'past' : operation > present ? 'future' : 'present';
  return { operation, command, key, typed: strip.typed[row] === 1, when };
}

/** Characters the longest key listed needs. */
export function longestKey({ strip }: TreeMoment): number {
  let longest = 1;
  for (const key of strip.keys) longest = Math.max(longest, String(key).length);
  return longest;
}
