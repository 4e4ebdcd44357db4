import { useEffect, useRef, useState } from 'react';
import { treesStore } from '../../store/trees/store.ts';
import type { TreesState } from '../../store/trees/types.ts';

/** While whole accesses rush by, text that changes with each could not be read. */
const RUSHING_MS = 200;

/**
 * Follows the trees' store like `useTrees`, but at most five times a second while accesses play whole; the last change
 * is always shown. `selector` gives a string or number, or an object `same` can compare.
 */
export function usePaced<T>(
  selector: (state: TreesState) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const [value, setValue] = useState(() => selector(treesStore.getState()));
  const latest = useRef({ selector, same, value });
  latest.current.selector = selector;
  latest.current.same = same;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let shownAt = Number.NEGATIVE_INFINITY;
    const show = () => {
      timer = null;
      const next = latest.current.selector(treesStore.getState());
      if (latest.current.same(latest.current.value, next)) return;
      latest.current.value = next;
      shownAt = performance.now();
      setValue(next);
    };
    const changed = ({ playing, speed }: TreesState) => {
      const wait = playing && speed.unit === 'accesses' ? shownAt + RUSHING_MS - performance.now() : 0;
      if (wait <= 0) {
        if (timer !== null) clearTimeout(timer);
        show();
      } else if (timer === null) timer = setTimeout(show, wait);
    };
    show();
    const stop = treesStore.subscribe(changed);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
  return value;
}
