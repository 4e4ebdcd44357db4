/** A text that was pasted or dropped and waits to be used: as start shape, as stream, or not at all. */
import { useSyncExternalStore } from 'react';
import { treesStore } from '../../store/trees/store.ts';

export interface IncomingText {
  readonly text: string;
  /** name of its file, null where it was pasted */
  readonly source: string | null;
}

let incoming: IncomingText | null = null;
const listeners = new Set<() => void>();

/** Opens the panel that says what the text is before anything is done with it. */
export function offerText(text: IncomingText): void {
  takeText(text);
  treesStore.getState().actions.openPanel('shape');
}

export function takeText(text: IncomingText | null): void {
  incoming = text;
  for (const listener of listeners) listener();
}

export function useIncomingText(): IncomingText | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => incoming,
  );
}
