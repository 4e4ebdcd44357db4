import { type RefObject, useEffect, useRef } from 'react';

/**
 * For panels that are opened by an action: focus goes in when one opens and back to where it was when it closes, unless
 * the person has meanwhile put it elsewhere.
 */
export function useFocusInside<T extends HTMLElement>(): RefObject<T | null> {
  const inside = useRef<T>(null);
  useEffect(() => {
    const opener = document.activeElement;
    inside.current?.focus({ preventScroll: true });
    return () => {
      const focused = document.activeElement;
      // When React has taken the panel away, what had focus in it is gone and the body has it.
      const free = focused === null || focused === document.body;
      const back = opener instanceof HTMLElement || opener instanceof SVGElement ? opener : null;
      if (free && back?.isConnected) back.focus({ preventScroll: true });
    };
  }, []);
  return inside;
}
