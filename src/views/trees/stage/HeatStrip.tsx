import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { keyed, moved, resized, type Window, windowBox } from '../../../layout/trees/strip.ts';
import { format } from '../../../protocol/texts.ts';
import styles from './HeatStrip.module.css';
import { paintHeat } from './paint-heat.ts';
import { STAGE_WORDS } from './words.ts';

interface Props {
  heat: Float64Array;
  size: number;
  window: Window;
  /** keys at the window's ends */
  keys: { from: number; to: number };
  scheme: string;
  onWindow: (window: Window) => void;
  onRest: () => void;
}

interface Grip {
  readonly x: number;
  readonly window: Window;
  readonly end: 'from' | 'to' | null;
}

/** Accesses over all ranks, with the part on screen as a window that can be moved and resized. */
export function HeatStrip({ heat, size, window, keys, scheme, onWindow, onRest }: Props) {
  const { ref, width } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const grip = useRef<Grip | null>(null);
  useEffect(() => {
    if (canvas.current && width > 0 && scheme) paintHeat(canvas.current, heat, width);
  }, [heat, width, scheme]);

  const box = windowBox(window, size, width);
  const take = (end: Grip['end']) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    grip.current = { x: event.clientX, window, end };
    event.currentTarget.setPointerCapture?.(event.pointerId);
    event.stopPropagation();
  };
  const drag = (event: PointerEvent) => {
    const from = grip.current;
    if (from === null || width === 0) return;
    const by = Math.round(((event.clientX - from.x) / width) * size);
    onWindow(from.end === null ? moved(from.window, by, size) : resized(from.window, from.end, by, size));
  };
  const drop = () => {
    if (grip.current !== null) onRest();
    grip.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const next = keyed(window, event.key, event.shiftKey, size);
    if (next === null) return;
    onWindow(next);
    onRest();
    event.preventDefault();
    event.stopPropagation();
  };
  const jump = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || width === 0) return;
    const rank = ((event.clientX - event.currentTarget.getBoundingClientRect().left) / width) * size;
    onWindow(moved(window, Math.round(rank - (window.from + window.to) / 2), size));
    onRest();
  };
  const handlers = { onPointerMove: drag, onPointerUp: drop, onPointerCancel: drop };

  return (
    <div className={styles.strip}>
      <p className={styles.caption}>{format(STAGE_WORDS.strip, { size })}</p>
      <div ref={ref} className={styles.bar} onPointerDown={jump}>
        <canvas ref={canvas} className={styles.canvas} />
        <div
          className={styles.window}
          style={{ left: box.left, width: box.width }}
          role="slider"
          tabIndex={0}
          aria-label={STAGE_WORDS.window}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, size - (window.to - window.from))}
          aria-valuenow={window.from}
          aria-valuetext={format(STAGE_WORDS.windowText, { ...keys, size })}
          onKeyDown={press}
          onPointerDown={take(null)}
          {...handlers}
        >
          <span className={styles.handle} data-end="from" onPointerDown={take('from')} {...handlers} />
          <span className={styles.handle} data-end="to" onPointerDown={take('to')} {...handlers} />
        </div>
      </div>
    </div>
  );
}
