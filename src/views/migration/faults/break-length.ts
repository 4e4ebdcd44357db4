/** For how long the next break of the link is to last: one choice for the button and the key. */
import { useSyncExternalStore } from 'react';
import type { Millis } from '../../../base/units.ts';

let lengthMs: Millis = 1000;
const listeners = new Set<() => void>();

export function breakLengthMs(): Millis {
  return lengthMs;
}

export function setBreakLength(ms: Millis): void {
  lengthMs = ms;
  for (const listener of listeners) listener();
}

export function useBreakLength(): Millis {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, breakLengthMs);
}
