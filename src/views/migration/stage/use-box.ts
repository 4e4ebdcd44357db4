/** The size of an element and the fineness of the screen it is on. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { ViewBox } from '../../../layout/migration/page-view.ts';

/** until there is a screen */
const FIRST: ViewBox = { width: 480, height: 240, ratio: 1 };

/** @param again another element may be there when it changes */
export function useBox(target: RefObject<HTMLElement | null>, again: unknown): ViewBox {
  const [box, setBox] = useState(FIRST);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `again`
  useLayoutEffect(() => {
    const element = target.current;
    if (element === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const ratio = window.devicePixelRatio || 1;
      if (width === 0 || height === 0) return;
      setBox((was) =>
        was.width === width && was.height === height && was.ratio === ratio ? was : { width, height, ratio },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [target, again]);
  return box;
}
