import type { ExploreEnvironment } from './environment.ts';

/** The page is told of what has come so often at most. */
export const TELL_MS = 125;

/** @returns asks for `tell`, which is called a little later, once for all that was asked until then */
export function throttled(env: Pick<ExploreEnvironment, 'later'>, tell: () => void): () => void {
  let pending = false;
  return () => {
    if (pending) return;
    pending = true;
    env.later(TELL_MS, () => {
      pending = false;
      tell();
    });
  };
}
