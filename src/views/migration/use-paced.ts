/**
 * One beat for all words and numbers of the workspace: while time runs it comes ten times a second at most, at rest with
 * every change. Everybody reads the same state at it, so that panels never contradict each other.
 */
import { useEffect, useReducer, useRef } from 'react';
import { migrationStore } from '../../store/migration/store.ts';
import type { MigrationState } from '../../store/migration/types.ts';

const RUNNING_MS = 100;

type Listener = (state: MigrationState) => void;

const listeners = new Set<Listener>();
let stop: (() => void) | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let beatAt = Number.NEGATIVE_INFINITY;
/** what was read at the last beat; null while nobody listens */
let read: MigrationState | null = null;

function beat(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  beatAt = performance.now();
  read = migrationStore.getState();
  for (const listener of [...listeners]) listener(read);
}

function changed({ playing }: MigrationState): void {
  const wait = playing ? beatAt + RUNNING_MS - performance.now() : 0;
  if (wait <= 0) beat();
  else timer ??= setTimeout(beat, wait);
}

/** Calls the listener at each beat. @returns how to leave */
export function onBeat(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= migrationStore.subscribe(changed);
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
 * Follows the store like `useMigration`, but at the common beat; the last change is always shown. `selector` gives a
 * string or number, or an object `same` can compare.
 */
export function usePaced<T>(
  selector: (state: MigrationState) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const [, renew] = useReducer((times: number) => times + 1, 0);
  const latest = useRef<{ selector: typeof selector; same: typeof same; value: T } | null>(null);
  const known = latest.current;
  // Another question is answered at once, not with the next beat: at rest there may be none for long.
  if (known?.selector !== selector) {
    const next = selector(read ?? migrationStore.getState());
    const value = known !== null && same(known.value, next) ? known.value : next;
    latest.current = { selector, same, value };
  }
  useEffect(() => {
    const show = (state: MigrationState) => {
      const { current } = latest;
      if (current === null) return;
      const next = current.selector(state);
      if (current.same(current.value, next)) return;
      current.value = next;
      renew();
    };
    show(read ?? migrationStore.getState());
    return onBeat(show);
  }, []);
  return (latest.current as { value: T }).value;
}
