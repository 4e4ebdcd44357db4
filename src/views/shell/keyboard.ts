/** Keys for the whole page. A field, a dialog or a widget that has used the key comes first. */
import { useEffect } from 'react';
import { appStore } from '../../store/store.ts';
import type { AppActions, AppState } from '../../store/types.ts';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key does in a state; null where it does nothing. */
export function keyAction(key: Key, state: AppState): ((actions: AppActions) => void) | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  // A dialog keeps its keys, Esc included.
  if (state.panel !== 'none') return null;
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

/** Esc leaves the innermost thing first. */
function escapeAction(state: AppState): ((actions: AppActions) => void) | null {
  if (state.why) return (actions) => actions.closeWhy();
  if (state.selection.page || state.selection.ping !== null) return (actions) => actions.clearSelection();
  if (state.present) return (actions) => actions.setPresent(false);
  return null;
}

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="combobox"]';
const BUTTONS = 'button, a[href], summary, [role="button"], [role="switch"], [role="tab"]';

export function useKeyboard(): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.closest(FIELDS)) return;
      // Space presses the button a keyboard user is on; after a mere click it goes on meaning play and pause.
      if (event.key === ' ' && target?.closest(BUTTONS) && target.matches(':focus-visible')) return;
      const state = appStore.getState();
      const action = keyAction(event, state);
      if (!action) return;
      event.preventDefault();
      action(state.actions);
    };
    // The click a button makes of Space comes with its release.
    const up = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.key === ' ' && target?.closest('button') && !target.matches(':focus-visible'))
        event.preventDefault();
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, []);
}
