/** What the parts of keeping share beside the state. One object, made with the store. */
import type { StoreApi } from 'zustand/vanilla';
import type { KeptEnvironment } from './environment.ts';
import { type MessageCode, text } from './messages.ts';
import { readRecord } from './record.ts';
import type { Shelf, Stored } from './shelf.ts';
import type { DamagedItem, KeptItem, KeptState } from './types.ts';

export interface KeptCore {
  readonly store: StoreApi<KeptState>;
  readonly env: KeptEnvironment;
  /** null until it was asked for first */
  shelf: Promise<Shelf> | null;
  /** ends when the last of the changes asked for is done */
  turn: Promise<unknown>;
  /** records deleted last, as they stood there */
  removed: readonly Stored[];
  tellOthers: () => void;
}

/** One change after the other: a list read before a change must not come on screen after it. */
export function inTurn<T>(core: KeptCore, change: () => Promise<T>): Promise<T> {
  const mine = core.turn.then(change);
  core.turn = mine.catch(() => {});
  return mine;
}

export function say(
  core: KeptCore,
  kind: 'info' | 'error',
  code: MessageCode,
  slots?: Readonly<Record<string, string | number>>,
): void {
  core.store.setState({ notice: { kind, text: text(code, slots) } });
}

export function itemOf(core: KeptCore, id: number): KeptItem | null {
  return core.store.getState().items.find((item) => item.id === id) ?? null;
}

export function isDamaged(item: KeptItem | DamagedItem): item is DamagedItem {
  return 'reason' in item;
}

/** Everything on the shelf, newest first, and apart from it what cannot be read. */
export function sorted(stored: readonly Stored[]): Pick<KeptState, 'items' | 'damaged'> {
  const read = stored.map(({ id, raw }) => readRecord(raw, id));
  const items = read.filter((item): item is KeptItem => !isDamaged(item));
  return {
    items: items.sort((a, b) => b.savedAt - a.savedAt || b.id - a.id),
    damaged: read.filter(isDamaged),
  };
}
