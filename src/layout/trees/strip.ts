/** The heat strip: accesses over all ranks, with the window that is on screen. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Narrower than that it can neither be seen nor taken, px. */
const NARROWEST_PX = 16;
/** Few ranks are not zoomed into further. */
const NARROWEST_RANKS = 8;

/** The window's box on a strip of that width: it is never narrower than a finger needs. */
export function windowBox(window: Window, size: number, width: number): { left: number; width: number } {
  const perRank = width / Math.max(1, size);
  const wide = Math.max(NARROWEST_PX, (window.to - window.from) * perRank);
  const middle = ((window.from + window.to) / 2) * perRank;
  return { left: Math.max(0, Math.min(width - wide, middle - wide / 2)), width: wide };
}

/** The window moved by so many ranks, held within the tree. */
export function moved(window: Window, by: number, size: number): Window {
  const wide = window.to - window.from;
  const from = Math.max(0, Math.min(size - wide, window.from + by));
  return { from, to: from + wide };
}

/** One of its ends pulled by so many ranks. */
export function resized(window: Window, end: 'from' | 'to', by: number, size: number): Window {
  const least = Math.min(size, NARROWEST_RANKS);
  return end === 'from'
    ? { from: Math.max(0, Math.min(window.to - least, window.from + by)), to: window.to }
    : { from: window.from, to: Math.min(size, Math.max(window.from + least, window.to + by)) };
}

/** What a key does to the window, null where it does nothing. */
export function keyed(window: Window, key: string, shift: boolean, size: number): Window | null {
  const wide = window.to - window.from;
  const little = Math.max(1, Math.round(wide / 10));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return shift ? resized(window, 'to', -little, size) : moved(window, -little, size);
    case 'ArrowRight':
    case 'ArrowUp':
      return shift ? resized(window, 'to', little, size) : moved(window, little, size);
    case 'PageDown':
      return moved(window, -wide, size);
    case 'PageUp':
      return moved(window, wide, size);
    case 'Home':
      return moved(window, -size, size);
    case 'End':
      return moved(window, size, size);
    default:
      return null;
  }
}

/** How dark a bin is, 0–1: by the root, so that the many cool keys beside a hot one are still told apart. */
export function darkness(heat: Float64Array): Float32Array {
  let most = 0;
  for (const accesses of heat) most = Math.max(most, accesses);
  return Float32Array.from(heat, (accesses) => (most === 0 ? 0 : Math.sqrt(accesses / most)));
}
