import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * What had the focus in the panel may be gone after a change: then the heading takes it, so that who came by keyboard
 * stays where the next thing appears.
 *
 * @param shown names what the panel shows; the focus is looked after whenever it changes
 */
export function useKeptFocus(
  panel: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
  shown: string,
): void {
  const inside = useRef(false);
  useEffect(() => {
    const follow = (event: Event) => {
      inside.current = event.target instanceof Node && panel.current?.contains(event.target) === true;
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
    };
  }, [panel]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs because something else is shown
  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (inside.current && lost) heading.current?.focus({ preventScroll: true });
  }, [heading, shown]);
}
