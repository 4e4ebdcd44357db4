/**
 * One beat for all numbers people read: while time runs it comes at most five times a second, and everybody reads the
 * same moment at it, so that the sentence, the legends and the tables never contradict each other. At rest it comes
 * with each change, up to twenty times a second while somebody drags.
 */
import { appStore } from '../../store/store.ts';
import type { AppState } from '../../store/types.ts';

const RUNNING_MS = 200;
const RESTING_MS = 50;

export type TickListener = (state: AppState) => void;

const listeners = new Set<TickListener>();
let stop: (() => void) | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let tickedAt = Number.NEGATIVE_INFINITY;
let count = 0;
let state: AppState | null = null;

/** Grows with each beat. */
export function tickCount(): number {
  return count;
}

/** The state everybody read at the last beat. */
export function tickState(): AppState {
  return state ?? appStore.getState();
}

function tick(): void {
  timer = null;
  tickedAt = performance.now();
  count += 1;
  state = appStore.getState();
  for (const listener of [...listeners]) listener(state);
}

function changed(now: AppState): void {
  if (timer !== null) {
    // Coming to rest, the present moment is told at once.
    if (now.playback.playing) return;
    clearTimeout(timer);
    timer = null;
  }
  const wait = (now.playback.playing ? RUNNING_MS : RESTING_MS) - (performance.now() - tickedAt);
  if (wait <= 0) tick();
  else timer = setTimeout(tick, wait);
}

/** Calls the listener at each beat. @returns how to leave */
export function onTick(listener: TickListener): () => void {
  listeners.add(listener);
  stop ??= appStore.subscribe(changed);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    state = null;
  };
}
