/** What of a tree's rule a single step cannot tell. */
import { treeEntry } from '../../store/trees/select.ts';
import type { TreesState } from '../../store/trees/types.ts';
import type { Rule } from './step-situation.ts';

/** `kind` is the tree's name, empty until the catalogue is there. */
export function ruleOf(state: TreesState): { kind: string; rule: Rule } {
  const entry = treeEntry(state);
  return {
    kind: entry?.name ?? '',
    rule: { single: entry !== null && !entry.code.some(({ tag }) => tag?.startsWith('zig-') ?? false) },
  };
}
