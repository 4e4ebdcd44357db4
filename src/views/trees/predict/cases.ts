import type { TreeEntry } from '../../../protocol/trees/requests.ts';

const CASES = ['zig', 'zig-zig', 'zig-zag', 'none'];

/** Whether a tree's rule always comes to the same case, so that it is no question which comes next. */
export function hasOneCase(entry: TreeEntry | null): boolean {
  const given = CASES.filter((name) => entry?.code.some(({ tag }) => tag === name));
  return entry !== null && given.length === 1;
}
