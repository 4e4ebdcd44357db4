/** Keys of the Failover workspace. */
import { appStore } from '../../store/store.ts';
import type { AppActions, AppState } from '../../store/types.ts';
import { type Key, useKeys } from '../shared/use-keys.ts';

/** What a key does in a state; null where it does nothing. */
export function keyAction(key: Key, state: AppState): ((actions: AppActions) => void) | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  // A dialog keeps its keys, Esc included; only a clicker's two go through the summary as through the rest of the story.
  if (state.panel !== 'none')
    return state.present && state.panel === 'summary' ? summaryAction(key.key) : null;
  switch (key.key) {
    case ' ':
      return (actions) => actions.togglePlay();
    case 'ArrowRight':
      return (actions) => (key.shiftKey ? actions.nextTurn() : actions.stepForward());
    case 'ArrowLeft':
      return (actions) => (key.shiftKey ? actions.previousTurn() : actions.stepBack());
    case 'Home':
      return (actions) => actions.seek(0);
    case 'End':
      return (actions) => actions.seekEnd();
    case '?':
      return (actions) => actions.openPanel('help');
    case 'p':
    case 'P':
      return (actions) => actions.setPresent(!state.present);
    case 'PageDown':
      return state.present ? (actions) => actions.storyForward() : null;
    case 'PageUp':
      return state.present ? (actions) => actions.storyBack() : null;
    case 'Escape':
      return escapeAction(state);
    default:
      return null;
  }
}

function summaryAction(key: string): ((actions: AppActions) => void) | null {
  if (key === 'PageDown') return (actions) => actions.openPanel('none');
  if (key !== 'PageUp') return null;
  return (actions) => {
    actions.openPanel('none');
    actions.storyBack();
  };
}

/** Esc leaves the innermost thing first. */
function escapeAction(state: AppState): ((actions: AppActions) => void) | null {
  if (state.why) return (actions) => actions.closeWhy();
  if (state.selection.page || state.selection.ping !== null) return (actions) => actions.clearSelection();
  if (state.present) return (actions) => actions.setPresent(false);
  return null;
}

export function useKeyboard(): void {
  useKeys(failoverKey);
}

function failoverKey(key: Key): (() => void) | null {
  const state = appStore.getState();
  const action = keyAction(key, state);
  return action && (() => action(state.actions));
}
