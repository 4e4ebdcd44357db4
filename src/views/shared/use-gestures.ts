/** Drag, wheel and pinch. Clicks stay clicks: only what has moved far enough is a drag. */
import { type RefObject, useEffect, useRef } from 'react';

export interface Gestures {
  /** px */
  onPan(dx: number, dy: number): void;
  /** @returns whether there was anything to zoom; if not, the page may scroll */
  onZoom(factor: number, at: { x: number; y: number }): boolean;
  onEnd(): void;
}

const DRAG_FROM_PX = 4;
const WHEEL_STEP = 0.0022;
/** Lines and pages of a wheel in px. */
const WHEEL_UNIT = [1, 16, 400];

export function useGestures(target: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const points = new Map<number, { x: number; y: number }>();
    let dragging = false;
    let began = { x: 0, y: 0 };

    const local = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      points.set(event.pointerId, local(event));
      began = local(event);
      dragging = points.size > 1;
    };
    const move = (event: PointerEvent) => {
      const before = points.get(event.pointerId);
      if (before === undefined) return;
      const now = local(event);
      if (!dragging && Math.hypot(now.x - began.x, now.y - began.y) < DRAG_FROM_PX) return;
      if (!dragging) {
        dragging = true;
        element.setPointerCapture?.(event.pointerId);
      }
      points.set(event.pointerId, now);
      const [other] = [...points].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      if (other === undefined) latest.current.onPan(now.x - before.x, now.y - before.y);
      else {
        const wide = Math.hypot(now.x - other.x, now.y - other.y);
        const was = Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
        latest.current.onZoom(wide / was, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      }
    };
    const up = (event: PointerEvent) => {
      if (!points.delete(event.pointerId) || !dragging) return;
      latest.current.onEnd();
      dragging = points.size > 0;
      // The click that ends a drag is none.
      const swallow = (click: MouseEvent) => click.stopPropagation();
      element.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => element.removeEventListener('click', swallow, { capture: true }));
    };
    const wheel = (event: WheelEvent) => {
      const unit = WHEEL_UNIT[event.deltaMode] ?? 1;
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        latest.current.onPan(-event.deltaX * unit, 0);
        event.preventDefault();
      } else {
        const strength = event.ctrlKey ? 4 : 1;
        const factor = Math.exp(-event.deltaY * unit * WHEEL_STEP * strength);
        if (latest.current.onZoom(factor, local(event))) event.preventDefault();
      }
      latest.current.onEnd();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('wheel', wheel);
    };
  }, [target]);
}
