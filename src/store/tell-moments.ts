/** The address bar follows a moving picture, but not at every step of it. */
import type { StoreApi } from 'zustand/vanilla';

const EVERY_MS = 500;

/** @param moved whether the place on screen is another @param tell called a little later, once for all moves until then */
export function tellMoments<S>(
  store: StoreApi<S>,
  moved: (state: S, before: S) => boolean,
  tell: () => void,
): void {
  let pending = false;
  store.subscribe((state, before) => {
    if (pending || !moved(state, before)) return;
    pending = true;
    setTimeout(() => {
      pending = false;
      tell();
    }, EVERY_MS);
  });
}
