/** What views read most, as selectors for `useApp` and for plain calls. */
import type { History, Run } from '../protocol/model.ts';
import type { AppState, BranchRecord } from './types.ts';

/**
 * The branch on screen. Its record grows in place (series, history, reachedUs), so select the part you need
 * rather than the record when React shall notice a change.
 */
export function activeBranch(state: AppState): BranchRecord | null {
  return state.branches.find((branch) => branch.key === state.activeKey) ?? null;
}

export function ghostBranch(state: AppState): BranchRecord | null {
  return state.branches.find((branch) => branch.key === state.ghostKey) ?? null;
}

/** History as of the moment shown. */
export function currentHistory(state: AppState): History | null {
  return activeBranch(state)?.history ?? null;
}

export function currentRun(state: AppState): Run | null {
  return activeBranch(state)?.run ?? null;
}
