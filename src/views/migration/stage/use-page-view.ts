/** What part of the memory both grids show, and what changes it. */
import { useCallback, useRef, useState } from 'react';
import type { PageMap } from '../../../layout/migration/page-map.ts';
import {
  largestZoom,
  type PageView,
  panBy,
  place,
  type ViewBox,
  WHOLE,
  zoomAt,
} from '../../../layout/migration/page-view.ts';
import type { SideIndex } from './side-data.ts';

/** What a grid asks of the stage. */
export interface GridControl {
  /** around a point of the box, its middle where none is given @returns whether there was anything to zoom */
  zoom(factor: number, at?: { readonly x: number; readonly y: number }): boolean;
  pan(dx: number, dy: number): void;
  fit(): void;
  /** moves the cursor by cells @returns the page it stands on */
  walk(dx: number, dy: number): number;
  /** @param page any of the cell's */
  pick(side: SideIndex, page: number): void;
  point(at: { readonly side: SideIndex; readonly page: number } | null): void;
  /** the keyboard has gone elsewhere */
  leave(): void;
}

export function usePageView(map: PageMap, box: ViewBox) {
  const [view, setView] = useState<PageView>(WHOLE);
  // Several wheel events may come before React renders once.
  const now = useRef(view);
  const set = useCallback((next: PageView) => {
    now.current = next;
    setView(next);
  }, []);
  const zoom = useCallback(
    (factor: number, at?: { readonly x: number; readonly y: number }) => {
      const { current } = now;
      if (factor > 1 ? current.zoom >= largestZoom(map, box) : current.zoom <= 1) return false;
      const point = at ?? { x: box.width / 2, y: box.height / 2 };
      set(zoomAt(place(map, box, current), current, factor, point.x, point.y));
      return true;
    },
    [map, box, set],
  );
  const pan = useCallback(
    (dx: number, dy: number) => set(panBy(place(map, box, now.current), now.current, dx, dy)),
    [map, box, set],
  );
  const fit = useCallback(() => set(WHOLE), [set]);
  return { view, setView: set, zoom, pan, fit };
}
