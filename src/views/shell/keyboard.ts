/** Keys for the whole page. A field, a dialog or a widget that has used the key comes first. */
import { useEffect } from 'react';
import { appStore } from '../../store/store.ts';
import type { AppActions, AppState } from '../../store/types.ts';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

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

const FIELDS =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="combobox"]';
const BUTTONS =
  'button, input[type="checkbox"], a[href], summary, [role="button"], [role="switch"], [role="tab"]';

/** A button that has been pressed for good keeps the focus but has no use for keys. */
const isDisabled = (button: Element) => button.getAttribute('aria-disabled') === 'true';

export function useKeyboard(): void {
  useEffect(() => {
    // Space presses the button a keyboard user has gone to. After a mere click it goes on meaning play and pause,
    // or the clicked button would be pressed again by whoever wants to pause.
    let clicked: Element | null = null;
    const buttonAt = (event: Event) =>
      event.target instanceof Element ? event.target.closest(BUTTONS) : null;
    const pointer = (event: PointerEvent) => {
      clicked = buttonAt(event);
    };
    const down = (event: KeyboardEvent) => {
      if (event.key === 'Tab') clicked = null;
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.closest(FIELDS)) return;
      const button = buttonAt(event);
      if (event.key === ' ' && button && button !== clicked && !isDisabled(button)) return;
      const state = appStore.getState();
      const action = keyAction(event, state);
      if (!action) return;
      event.preventDefault();
      if (!event.repeat || event.key.startsWith('Arrow')) action(state.actions);
    };
    // The click a button makes of Space comes with its release.
    const up = (event: KeyboardEvent) => {
      const button = buttonAt(event);
      if (event.key === ' ' && button && button === clicked) event.preventDefault();
    };
    window.addEventListener('pointerdown', pointer, true);
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('pointerdown', pointer, true);
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, []);
}
