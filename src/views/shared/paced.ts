/**
 * One beat for all words and numbers of a workspace: while things rush by it comes a few times a second, since text that
 * changes with each could not be read; else with every change. Everybody reads the same state at it, so that panels never
 * contradict each other.
 */
import { useEffect, useReducer, useRef } from 'react';
import type { Millis } from '../../base/units.ts';

interface Store<S> {
  getState(): S;
  subscribe(listener: (state: S) => void): () => void;
}

export interface Paced<S> {
  /** Calls the listener at each beat. @returns how to leave */
  onBeat(listener: (state: S) => void): () => void;
  /**
   * Follows the store at the beat; the last change is always shown. `selector` gives a string or number, or an object
   * `same` can compare.
   */
  usePaced<T>(selector: (state: S) => T, same?: (a: T, b: T) => boolean): T;
}

/** @param everyMs how far apart beats are in such a state; 0 = each change is one */
export function paced<S>(store: Store<S>, everyMs: (state: S) => Millis): Paced<S> {
  const listeners = new Set<(state: S) => void>();
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let beatAt = Number.NEGATIVE_INFINITY;
  /** what was read at the last beat; null while nobody listens */
  let read: S | null = null;

  const unset = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const beat = () => {
    unset();
    beatAt = performance.now();
    read = store.getState();
    for (const listener of [...listeners]) listener(read);
  };
  const changed = (state: S) => {
    const every = everyMs(state);
    const wait = every > 0 ? beatAt + every - performance.now() : 0;
    if (wait <= 0) beat();
    else timer ??= setTimeout(beat, wait);
  };
  const onBeat = (listener: (state: S) => void) => {
    listeners.add(listener);
    stop ??= store.subscribe(changed);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.();
      stop = null;
      unset();
      beatAt = Number.NEGATIVE_INFINITY;
      read = null;
    };
  };

  function usePaced<T>(selector: (state: S) => T, same: (a: T, b: T) => boolean = Object.is): T {
    const [, renew] = useReducer((times: number) => times + 1, 0);
    const latest = useRef<{ selector: typeof selector; same: typeof same; value: T } | null>(null);
    const known = latest.current;
    // Another question is answered at once, not with the next beat: at rest there may be none for long.
    if (known?.selector !== selector) {
      const next = selector(read ?? store.getState());
      const value = known !== null && same(known.value, next) ? known.value : next;
      latest.current = { selector, same, value };
    }
    useEffect(() => {
      const show = (state: S) => {
        const { current } = latest;
        if (current === null) return;
        const next = current.selector(state);
        if (current.same(current.value, next)) return;
        current.value = next;
        renew();
      };
      show(read ?? store.getState());
      return onBeat(show);
    }, []);
    return (latest.current as { value: T }).value;
  }

  return { onBeat, usePaced };
}
