/** Keys of the Migration workspace. Those of a grid, a slider or a field come first and are used up there. */
import { migrationStore } from '../../store/migration/store.ts';
import type { MigrationActions, MigrationState, MoveView } from '../../store/migration/types.ts';
import { type Key, useKeys } from '../shared/use-keys.ts';
import { breakLengthMs } from './faults/break-length.ts';

/** Shift and an arrow: this share of the span between the ends. */
const FINE_STEP = 0.01;

const VIEWS: Readonly<Record<string, MoveView>> = { '1': 'run', '2': 'all', '3': 'workload' };

type Effect = (actions: MigrationActions) => void;

/** What a key does in a state; null where it does nothing. A dialog keeps its keys, Esc included. */
export function keyAction(key: Key, state: MigrationState): Effect | null {
  if (key.ctrlKey || key.metaKey || key.altKey || state.panel !== 'none') return null;
  const view = VIEWS[key.key];
  if (view !== undefined) return (actions) => actions.setView(view);
  if (key.key === '?') return (actions) => actions.openPanel('help');
  // What follows moves or hurts the run, so only where it can be seen.
  return state.view === 'run' ? runAction(key, state) : null;
}

function runAction(key: Key, state: MigrationState): Effect | null {
  switch (key.key) {
    case ' ':
      return (actions) => actions.togglePlay();
    case 'ArrowRight':
      return key.shiftKey ? stepped(state, FINE_STEP) : (actions) => actions.nextTurn();
    case 'ArrowLeft':
      return key.shiftKey ? stepped(state, -FINE_STEP) : (actions) => actions.previousTurn();
    case 'Home':
      return (actions) => actions.goToStart();
    case 'End':
      return (actions) => actions.goToEnd();
    case 'b':
    case 'B':
      return attempt((actions) => actions.breakLink(breakLengthMs()));
    case 'r':
    case 'R':
      return attempt((actions) => actions.restoreLink());
    case 'z':
    case 'Z':
      return state.undoable > 0 ? attempt((actions) => actions.undo()) : null;
    case 'Escape':
      return state.picked === null ? null : (actions) => actions.pickPage(null);
    default:
      return null;
  }
}

function stepped({ atMs, endMs }: MigrationState, share: number): Effect {
  return (actions) => actions.seek(Math.min(endMs, Math.max(0, atMs + share * endMs)));
}

/** What cannot be is told in its one sentence. */
function attempt(act: (actions: MigrationActions) => Promise<string | null>): Effect {
  return (actions) => void act(actions).then(actions.tell);
}

export function useMigrationKeyboard(): void {
  useKeys(migrationKey);
}

function migrationKey(key: Key): (() => void) | null {
  const state = migrationStore.getState();
  const effect = keyAction(key, state);
  return effect && (() => effect(state.actions));
}
