/** Waiting for a store to hold something, but not for ever. */

interface Store<T> {
  getState(): T;
  subscribe(listener: (state: T) => void): () => void;
}

const MOST_MS = 15_000;
const LATE = 'A moment did not come on screen in time; what was there before is there again.';

export function until<T>(store: Store<T>, holds: (state: T) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    if (holds(store.getState())) return resolve();
    const end = () => {
      clearTimeout(timer);
      stop();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(LATE));
    }, MOST_MS);
    const stop = store.subscribe((state) => {
      if (!holds(state)) return;
      end();
      resolve();
    });
  });
}
