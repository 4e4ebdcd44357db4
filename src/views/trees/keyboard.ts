/** Keys of the Trees workspace. Digits answer while a question is open (see predict); else they open the code. */
import { appStore } from '../../store/store.ts';
import { hidesAnswer } from '../../store/trees/select.ts';
import { treesStore } from '../../store/trees/store.ts';
import type { TreesActions, TreesState } from '../../store/trees/types.ts';
import { type Key, useKeys } from '../shared/use-keys.ts';
import { OPERATION_INPUT_ID } from './bar/OperationInput.tsx';

/** What belongs to the page and not to this workspace. */
export interface PageKeys {
  readonly present: boolean;
  setPresent(on: boolean): void;
  focusInput(): void;
}

type Effect = (actions: TreesActions, page: PageKeys) => void;

/** What a key does in a state; null where it does nothing. A dialog keeps its keys, Esc included. */
export function keyAction(key: Key, state: TreesState, present: boolean): Effect | null {
  if (key.ctrlKey || key.metaKey || key.altKey || state.panel !== 'none') return null;
  switch (key.key) {
    case ' ':
      return spaceAction(state);
    case 'ArrowRight':
      return (actions) => (key.shiftKey ? actions.operationForward() : actions.stepForward());
    case 'ArrowLeft':
      return (actions) => (key.shiftKey ? actions.operationBack() : actions.stepBack());
    case 'Home':
      return (actions) => actions.goToStart();
    case 'End':
      return hidesAnswer(state) ? null : (actions) => actions.goToEnd();
    case '/':
      return (_actions, page) => page.focusInput();
    case '0':
    case '1':
    case '2':
      return hidesAnswer(state) ? null : detailAction(key.key);
    case '?':
      return (actions) => actions.openPanel('help');
    case 'p':
    case 'P':
      return (_actions, page) => page.setPresent(!present);
    // A clicker's two keys.
    case 'PageDown':
      return present ? (actions) => actions.stepForward() : null;
    case 'PageUp':
      return present ? (actions) => actions.stepBack() : null;
    case 'Escape':
      return escapeAction(state, present);
    default:
      return null;
  }
}

function spaceAction({ predict }: TreesState): Effect {
  return predict.answer === null ? (actions) => actions.togglePlay() : (actions) => actions.nextQuestion();
}

function detailAction(digit: '0' | '1' | '2'): Effect {
  return (actions) => actions.setDetail(digit === '0' ? 0 : digit === '1' ? 1 : 2);
}

/** Esc leaves the innermost thing first. */
function escapeAction(state: TreesState, present: boolean): Effect | null {
  if (state.picked !== null) return (actions) => actions.pickKey(null);
  if (state.predict.mode !== 'off') return (actions) => actions.leavePredict();
  if (present) return (_actions, page) => page.setPresent(false);
  return null;
}

export function useTreesKeyboard(): void {
  useKeys(treesKey);
}

function treesKey(key: Key): (() => void) | null {
  const shell = appStore.getState();
  if (shell.panel !== 'none') return null;
  const state = treesStore.getState();
  const effect = keyAction(key, state, shell.present);
  const page: PageKeys = {
    present: shell.present,
    setPresent: shell.actions.setPresent,
    focusInput: () => document.getElementById(OPERATION_INPUT_ID)?.focus(),
  };
  return effect && (() => effect(state.actions, page));
}
