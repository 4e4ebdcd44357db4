import { createContext, type MouseEvent, type PointerEvent, useContext, useMemo, useRef } from 'react';
import type { MenuTarget } from './menu-items.ts';

/** A menu that is open: on what, where (px of the window), and who gets the focus back. */
export interface MenuOpening {
  readonly target: MenuTarget;
  readonly x: number;
  readonly y: number;
  readonly opener: HTMLElement | null;
}

export const MenuContext = createContext<(opening: MenuOpening) => void>(() => {});

const LONG_PRESS_MS = 500;
const MOVED_PX = 10;

/** Right click and long press on a thing open its menu; a button in it, for the focus and for everybody else, is `MenuButton`. */
export function useMenuArea(target: MenuTarget) {
  const open = useContext(MenuContext);
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const wanted = useRef(target);
  wanted.current = target;
  return useMemo(() => {
    const cancel = () => {
      if (press.current) clearTimeout(press.current.timer);
      press.current = null;
    };
    const openAt = (element: EventTarget & HTMLElement, x: number, y: number) =>
      open({ target: wanted.current, x, y, opener: element.querySelector<HTMLElement>('[data-opens-menu]') });
    return {
      onContextMenu: (event: MouseEvent<HTMLElement>) => {
        event.preventDefault();
        event.stopPropagation();
        cancel();
        openAt(event.currentTarget, event.clientX, event.clientY);
      },
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        // Not every touch browser makes a context menu of a long press.
        if (event.pointerType !== 'touch') return;
        event.stopPropagation();
        cancel();
        const { currentTarget: element, clientX: x, clientY: y } = event;
        press.current = { timer: setTimeout(() => openAt(element, x, y), LONG_PRESS_MS), x, y };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const { current } = press;
        if (current && Math.hypot(event.clientX - current.x, event.clientY - current.y) > MOVED_PX) cancel();
      },
      onPointerUp: cancel,
      onPointerCancel: cancel,
    };
  }, [open]);
}
