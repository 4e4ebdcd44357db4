/** Keys that answer: digits choose while a question is open, Enter and Space go on after the answer. */
import { type RefObject, useEffect } from 'react';
import { appStore } from '../../../store/store.ts';
import { hidesAnswer } from '../../../store/trees/select.ts';
import { treesStore } from '../../../store/trees/store.ts';
import type { TreesActions, TreesState } from '../../../store/trees/types.ts';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** What a key does in a state; null where it is somebody else's. `elsewhere`: a button outside the panel has the focus. */
function predictKey(
  key: Key,
  state: TreesState,
  elsewhere: boolean,
): ((actions: TreesActions) => void) | null {
  if (key.ctrlKey || key.metaKey || key.altKey || state.panel !== 'none') return null;
  const { question, answer, finished } = state.predict;
  if (question === null || finished) return null;
  if (hidesAnswer(state)) {
    const option = /^[1-9]$/.test(key.key) ? question.options[Number(key.key) - 1] : undefined;
    return option === undefined ? null : (actions) => actions.choose(option);
  }
  const goesOn = (key.key === 'Enter' || key.key === ' ') && !elsewhere;
  return answer !== null && goesOn && !key.repeat ? (actions) => actions.nextQuestion() : null;
}

const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const CONTROLS =
  'button, input, a[href], summary, [role="button"], [role="menuitem"], [tabindex]:not([tabindex="-1"])';

/** @param panel buttons in it that answer leave Enter and Space to this; `data-own-keys` marks those that do not */
export function usePredictKeys(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.closest(FIELDS) || appStore.getState().panel !== 'none') return;
      const control = target?.closest(CONTROLS) ?? null;
      const mine =
        control !== null && panel.current?.contains(control) && !control.hasAttribute('data-own-keys');
      const state = treesStore.getState();
      const action = predictKey(event, state, control !== null && !mine);
      if (action === null) return;
      event.preventDefault();
      event.stopPropagation();
      action(state.actions);
    };
    // Before the workspace's own keys, among which digits open the code.
    window.addEventListener('keydown', down, true);
    return () => window.removeEventListener('keydown', down, true);
  }, [panel]);
}
