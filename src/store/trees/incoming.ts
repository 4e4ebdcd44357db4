/** A text that was pasted or dropped and waits to be used: as start shape, as stream, or not at all. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { treesStore } from './store.ts';

export interface IncomingText {
  readonly text: string;
  /** name of its file, null where it was pasted */
  readonly source: string | null;
}

const incomingText = createStore<{ readonly text: IncomingText | null }>(() => ({ text: null }));

export function takeText(text: IncomingText | null): void {
  incomingText.setState({ text });
}

/** Opens the panel that says what the text is before anything is done with it. */
export function offerText(text: IncomingText): void {
  takeText(text);
  treesStore.getState().actions.openPanel('shape');
}

export function useIncomingText(): IncomingText | null {
  return useStore(incomingText, ({ text }) => text);
}
