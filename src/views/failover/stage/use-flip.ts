/** Cards that change places glide there instead of jumping, unless motion is unwanted. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { prefersReducedMotion } from '../../shared/motion.ts';

const GLIDE_MS = 420;

export function useFlip(container: RefObject<HTMLElement | null>, places: string): void {
  const before = useRef(new Map<string, { left: number; top: number }>());
  const known = useRef(places);
  useLayoutEffect(() => {
    const cards = container.current?.querySelectorAll<HTMLElement>('[data-node]') ?? [];
    const moved = known.current !== places && !prefersReducedMotion();
    known.current = places;
    for (const card of cards) {
      const id = card.dataset.node ?? '';
      const now = { left: card.offsetLeft, top: card.offsetTop };
      const was = before.current.get(id);
      before.current.set(id, now);
      if (!moved || !was || (was.left === now.left && was.top === now.top)) continue;
      card.animate(
        [{ transform: `translate(${was.left - now.left}px, ${was.top - now.top}px)` }, { transform: 'none' }],
        { duration: GLIDE_MS, easing: 'ease-in-out' },
      );
    }
  });
}
