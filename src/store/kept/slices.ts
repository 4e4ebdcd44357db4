/** Work that comes in slices: all at once, or with the page's own work between them. */

export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** What a slice may take of a frame, ms. */
const SLICE_MS = 8;

export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise<void>((go) => setTimeout(go));
    since = performance.now();
  }
}
