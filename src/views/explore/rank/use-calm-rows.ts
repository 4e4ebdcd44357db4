/** Rows that change their places glide there, so that the eye can follow; without motion they simply stand there. */
import { useLayoutEffect, useRef } from 'react';
import { prefersReducedMotion } from '../../shared/motion.ts';

const MS = 260;

/** @param order changes when the rows' order does; rows name themselves by data-key */
export function useCalmRows(order: string) {
  const body = useRef<HTMLTableSectionElement>(null);
  const places = useRef(new Map<string, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the order is another one
  useLayoutEffect(() => {
    const calm = prefersReducedMotion();
    const next = new Map<string, number>();
    for (const row of body.current?.rows ?? []) {
      const { key } = row.dataset;
      if (key === undefined) continue;
      const top = row.offsetTop;
      next.set(key, top);
      const before = places.current.get(key);
      if (calm || before === undefined || before === top) continue;
      row.animate?.([{ transform: `translateY(${before - top}px)` }, { transform: 'none' }], {
        duration: MS,
        easing: 'ease-out',
      });
    }
    places.current = next;
  }, [order]);
  return body;
}
