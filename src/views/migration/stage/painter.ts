/**
 * One animation frame for everything of the stage that follows playback: a change of the store asks for it, it paints
 * once, and nothing runs while nothing changes. React is not involved.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { migrationStore } from '../../../store/migration/store.ts';
import type { MigrationState } from '../../../store/migration/types.ts';

export type Painter = (state: MigrationState) => void;

const painters = new Set<Painter>();
let asked = false;
let stop: (() => void) | null = null;

function paintAll(): void {
  asked = false;
  const state = migrationStore.getState();
  for (const paint of painters) paint(state);
}

/** Asks for one painting, at the next animation frame. */
function repaint(): void {
  if (asked || painters.size === 0) return;
  asked = true;
  requestAnimationFrame(paintAll);
}

function listen(): () => void {
  const leaveStore = migrationStore.subscribe(repaint);
  // Colours hang on attributes of the root: dark mode.
  const root = new MutationObserver(repaint);
  root.observe(document.documentElement, { attributes: true });
  return () => {
    leaveStore();
    root.disconnect();
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
  useEffect(() => addPainter((state) => latest.current(state)), []);
}
