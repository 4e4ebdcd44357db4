/** Height of the column; Infinity where it has none of its own, because the page scrolls. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** the stylesheets' border to the stacked layout */
const STACKED_PX = 900;

export function useRoom(target: RefObject<HTMLElement | null>): number {
  const [px, setPx] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = target.current;
    if (element === null) return;
    const measure = () => {
      const { clientHeight } = element;
      setPx(window.innerWidth <= STACKED_PX || clientHeight === 0 ? Number.POSITIVE_INFINITY : clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return px;
}
