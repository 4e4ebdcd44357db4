/**
 * One animation frame for everything on the stage that moves: a change of the store asks for it, it paints once, and
 * nothing runs while nothing changes. React is not involved.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { appStore } from '../../../store/store.ts';
import type { AppState } from '../../../store/types.ts';

export type Painter = (state: AppState, wallMs: number) => void;

const painters = new Set<Painter>();
let asked = false;
let stop: (() => void) | null = null;

function paintStage(wallMs: number): void {
  asked = false;
  const state = appStore.getState();
  for (const paint of painters) paint(state, wallMs);
}

/** Asks for one painting, at the next animation frame. */
export function repaint(): void {
  if (asked || painters.size === 0) return;
  asked = true;
  requestAnimationFrame(paintStage);
}

function listen(): () => void {
  const leaveStore = appStore.subscribe(repaint);
  // Colours and text sizes hang on attributes of the root: dark mode, present mode.
  const root = new MutationObserver(repaint);
  root.observe(document.documentElement, { attributes: true });
  window.addEventListener('resize', repaint);
  return () => {
    leaveStore();
    root.disconnect();
    window.removeEventListener('resize', repaint);
  };
}

function addPainter(paint: Painter): () => void {
  painters.add(paint);
  stop ??= listen();
  repaint();
  return () => {
    painters.delete(paint);
    if (painters.size > 0) return;
    stop?.();
    stop = null;
  };
}

/** Calls `paint` once a frame while the component is on the page; it may close over props. */
export function usePainter(paint: Painter): void {
  const latest = useRef(paint);
  useLayoutEffect(() => {
    latest.current = paint;
    repaint();
  });
  useEffect(() => addPainter((state, wallMs) => latest.current(state, wallMs)), []);
}
