/** Keys for the whole page. */
import { useEffect } from 'react';

export type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const FIELDS =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="combobox"]';
/** What Space presses; a link it does not follow, so that who came by the link can play at once. */
const BUTTONS = 'button, input[type="checkbox"], summary, [role="button"], [role="switch"], [role="tab"]';

/** A button that has been pressed for good keeps the focus but has no use for keys. */
const isDisabled = (button: Element) => button.getAttribute('aria-disabled') === 'true';

/** Arrows choose among radio buttons, and Space takes one that is not chosen; other keys they have no use for. */
const isForRadio = ({ key }: Key, target: Element | null) =>
  target instanceof HTMLInputElement &&
  target.type === 'radio' &&
  (key.startsWith('Arrow') || (key === ' ' && !target.checked));

/**
 * Listens on the whole page while the component is there. `actionFor` gives what a key does just now, null where nothing;
 * a held key repeats only if it is an arrow. A field, a dialog or a widget that has used the key comes first.
 */
export function useKeys(actionFor: (key: Key) => (() => void) | null): void {
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
      if (event.defaultPrevented || target?.closest(FIELDS) || isForRadio(event, target)) return;
      const button = buttonAt(event);
      if (event.key === ' ' && button && button !== clicked && !isDisabled(button)) return;
      const action = actionFor(event);
      if (!action) return;
      event.preventDefault();
      if (!event.repeat || event.key.startsWith('Arrow')) action();
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
  }, [actionFor]);
}
