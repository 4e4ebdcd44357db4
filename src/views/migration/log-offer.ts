/** A `query-migrate` log that was dropped here and waits for a yes or no: it is the Evidence page that reads it. */
import { useSyncExternalStore } from 'react';
import { appStore } from '../../store/store.ts';

export interface OfferedLog {
  readonly name: string;
  readonly text: string;
}

let offered: OfferedLog | null = null;
const listeners = new Set<() => void>();

export function offerLog(log: OfferedLog | null): void {
  offered = log;
  for (const listener of listeners) listener();
}

export function useOfferedLog(): OfferedLog | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
}

/** Goes to the Evidence page's section for such logs and hands this one over as soon as the page can take it. */
export async function openOnEvidencePage({ name, text }: OfferedLog): Promise<void> {
  offerLog(null);
  const { evidenceStore } = await import('../../store/evidence/store.ts');
  appStore.getState().actions.openWorkspace('evidence');
  const isReady = () => evidenceStore.getState().status === 'ready';
  const hand = () => {
    const { actions } = evidenceStore.getState();
    actions.openSection('log');
    actions.openLog(name, text);
  };
  if (isReady()) {
    hand();
    return;
  }
  const stop = evidenceStore.subscribe(() => {
    if (!isReady()) return;
    // First, for handing it over changes the store again.
    stop();
    hand();
  });
}
