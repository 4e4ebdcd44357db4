/** What views read most, as selectors for `useTrees` and for plain calls. */
import type { TreeEntry } from '../../protocol/trees/requests.ts';
import type { TreesState } from './types.ts';

/** A question is open: nothing on the page may give its answer away. */
export function hidesAnswer({ predict }: TreesState): boolean {
  return predict.mode !== 'off' && predict.question !== null && predict.answer === null;
}

/** Every decision is asked about: an operation's number of steps would tell beforehand what its decisions will be. */
export function hidesLength({ predict, moment }: TreesState): boolean {
  return predict.mode === 'every' && moment !== null && moment.step < moment.steps;
}

/** What the registry says of the tree on screen. */
export function treeEntry({ catalogue, spec }: TreesState): TreeEntry | null {
  return catalogue?.trees.find(({ kind }) => kind === spec?.tree.kind) ?? null;
}

/** Standing at the very end of the last operation. */
export function isAtEnd({ moment }: TreesState): boolean {
  return moment !== null && moment.operation >= moment.operations - 1 && moment.step >= moment.steps;
}
