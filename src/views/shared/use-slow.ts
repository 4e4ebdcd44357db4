/** Numbers for people: follows the store, but renders at most five times a second. */
import { useEffect, useRef, useState } from 'react';
import { appStore } from '../../store/store.ts';
import type { AppState } from '../../store/types.ts';
import { onTick, tickState } from './human-tick.ts';

/**
 * `selector` should give a string or number, or an object `same` can compare. Without `everyMs` it follows the beat all
 * numbers share (human-tick); with it, the first change after a pause is shown at once, later ones at most so often,
 * the last one always.
 */
export function useSlow<T>(
  selector: (state: AppState) => T,
  same: (a: T, b: T) => boolean = Object.is,
  everyMs?: number,
): T {
  const [value, setValue] = useState(() =>
    selector(everyMs === undefined ? tickState() : appStore.getState()),
  );
  const latest = useRef({ selector, same, value });
  latest.current.selector = selector;
  latest.current.same = same;
  useEffect(() => {
    if (everyMs === undefined) {
      const showTick = (state: AppState) => {
        const next = latest.current.selector(state);
        if (latest.current.same(latest.current.value, next)) return;
        latest.current.value = next;
        setValue(next);
      };
      showTick(appStore.getState());
      return onTick(showTick);
    }
    let timer: ReturnType<typeof setTimeout> | null = null;
    let shownAt = Number.NEGATIVE_INFINITY;
    const show = () => {
      timer = null;
      const next = latest.current.selector(appStore.getState());
      if (latest.current.same(latest.current.value, next)) return;
      shownAt = performance.now();
      latest.current.value = next;
      setValue(next);
    };
    const changed = () => {
      if (timer !== null) return;
      timer = setTimeout(show, Math.max(0, everyMs - (performance.now() - shownAt)));
    };
    show();
    const stop = appStore.subscribe(changed);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [everyMs]);
  return value;
}
