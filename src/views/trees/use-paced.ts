/**
 * One beat for all words and numbers of the workspace: while whole accesses rush by it comes five times a second, since
 * text that changes with each could not be read; else with every change. Everybody reads the same state at it, so that
 * the sentence, the code and the tables never contradict each other.
 */
import { useEffect, useRef, useState } from 'react';
import { treesStore } from '../../store/trees/store.ts';
import type { TreesState } from '../../store/trees/types.ts';

const RUSHING_MS = 200;

type Listener = (state: TreesState) => void;

const listeners = new Set<Listener>();
let stop: (() => void) | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let beatAt = Number.NEGATIVE_INFINITY;
/** what was read at the last beat; null while nobody listens */
let read: TreesState | null = null;

function beat(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  beatAt = performance.now();
  read = treesStore.getState();
  for (const listener of [...listeners]) listener(read);
}

function changed({ playing, speed }: TreesState): void {
  const wait = playing && speed.unit === 'accesses' ? beatAt + RUSHING_MS - performance.now() : 0;
  if (wait <= 0) beat();
  else timer ??= setTimeout(beat, wait);
}

function listen(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= treesStore.subscribe(changed);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    beatAt = Number.NEGATIVE_INFINITY;
    read = null;
  };
}

/**
 * Follows the trees' store like `useTrees`, but at the common beat; the last change is always shown. `selector` gives a
 * string or number, or an object `same` can compare.
 */
export function usePaced<T>(
  selector: (state: TreesState) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const [value, setValue] = useState(() => selector(read ?? treesStore.getState()));
  const latest = useRef({ selector, same, value });
  latest.current.selector = selector;
  latest.current.same = same;
  useEffect(() => {
    const show = (state: TreesState) => {
      const next = latest.current.selector(state);
      if (latest.current.same(latest.current.value, next)) return;
      latest.current.value = next;
      // A function would be called by React instead of kept.
      setValue(() => next);
    };
    show(read ?? treesStore.getState());
    return listen(show);
  }, []);
  return value;
}
