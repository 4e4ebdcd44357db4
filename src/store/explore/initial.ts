import { IDLE } from '../long-work.ts';
import type { ExploreState } from './types.ts';

/** The workspace before its first worker answered for the first time. */
export function initialState(): Omit<ExploreState, 'actions'> {
  return {
    status: 'loading',
    notice: null,
    catalogue: null,
    view: 'sweep',
    workers: 0,
    sweep: null,
    cases: 0,
    run: null,
    figure: '',
    picked: null,
    ranking: IDLE,
    rankOf: null,
    rankBy: '',
    compared: IDLE,
    panel: 'none',
  };
}
