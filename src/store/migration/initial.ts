import { IDLE } from '../long-work.ts';
import type { MigrationState } from './types.ts';

/** The workspace before its worker answered for the first time. */
export function initialState(): Omit<MigrationState, 'actions'> {
  return {
    status: 'loading',
    notice: null,
    catalogue: null,
    lab: null,
    opened: null,
    opening: null,
    atMs: 0,
    reachedMs: 0,
    endMs: 0,
    moment: null,
    playing: false,
    speed: 'auto',
    view: 'run',
    picked: null,
    stories: null,
    analysis: IDLE,
    compare: IDLE,
    undoable: 0,
    panel: 'none',
  };
}
