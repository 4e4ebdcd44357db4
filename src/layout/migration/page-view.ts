/**
 * Which part of the page map a picture shows, and how large. Three sizes are told apart: pages of the map, css px of the
 * box, and device px of the canvas. Where a page would be smaller than 2 css px a cell stands for k × k pages. All pages
 * together fill the box, their cells at the nearest device px; larger ones, and all that is zoomed, are whole device px.
 */
import { type PageMap, pageMap } from './page-map.ts';

export interface ViewBox {
  /** css px */
  readonly width: number;
  readonly height: number;
  /** device px a css px */
  readonly ratio: number;
}

/** What people change: how much larger than the whole, and the middle as a share of the map's width and height. */
export interface PageView {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** A view in a box. */
export interface Placement {
  readonly map: PageMap;
  readonly box: ViewBox;
  /** a cell stands for 2^level × 2^level pages */
  readonly level: number;
  /** device px a cell; a fraction where cells stand at the nearest px */
  readonly size: number;
  /** css px a page */
  readonly scale: number;
  /** css px from the box's corner to the map's */
  readonly left: number;
  readonly top: number;
}

export const WHOLE: PageView = { zoom: 1, x: 0.5, y: 0.5 };

/** css px */
const LEAST_CELL = 2;
const WHOLE_PX_FROM = 5;
const LARGEST_PAGE = 28;
const NEARLY = 1e-9;

interface Size {
  readonly level: number;
  readonly size: number;
  readonly scale: number;
}

/** Cells of as few pages as may be, with which a page is at most `scale` css px. */
function fittingSize(scale: number, bits: number, ratio: number): Size {
  if (scale >= WHOLE_PX_FROM) {
    const size = Math.floor(scale * ratio + NEARLY);
    return { level: 0, size, scale: size / ratio };
  }
  const level = levelFor(scale, bits);
  return { level, size: scale * 2 ** level * ratio, scale };
}

function levelFor(scale: number, bits: number): number {
  let level = 0;
  while (level < bits && scale * 2 ** level < LEAST_CELL - NEARLY) level += 1;
  return level;
}

/** Blocks in a row such that all pages fill the box best. */
export function fittingMap(pages: number, box: ViewBox): PageMap {
  let best = pageMap(pages, 1);
  let bestScale = 0;
  for (let columns = 1; columns <= best.blocks; columns += 1) {
    const map = pageMap(pages, columns);
    const free = Math.min(box.width / map.width, box.height / map.height);
    const { scale } = fittingSize(free, map.bits, box.ratio);
    // Of equal ones the one that leaves least room free at the right.
    if (scale > bestScale || (scale === bestScale && map.rows < best.rows)) {
      if (scale * map.width > box.width + NEARLY) continue;
      best = map;
      bestScale = scale;
    }
  }
  return best;
}

function wholeSize(map: PageMap, box: ViewBox): Size {
  return fittingSize(Math.min(box.width / map.width, box.height / map.height), map.bits, box.ratio);
}

export function largestZoom(map: PageMap, box: ViewBox): number {
  return Math.max(1, LARGEST_PAGE / wholeSize(map, box).scale);
}

/** The view as it can be drawn: cells of whole device px, nothing beyond the map's edges. */
export function place(map: PageMap, box: ViewBox, view: PageView): Placement {
  const whole = wholeSize(map, box);
  const { level, size, scale } = view.zoom <= 1 + NEARLY ? whole : zoomedSize(map, box, whole, view.zoom);
  const device = (css: number) => Math.round(css * box.ratio) / box.ratio;
  const offset = (room: number, length: number, middle: number) =>
    length <= room ? 0 : device(Math.min(0, Math.max(room - length, room / 2 - middle * length)));
  return {
    map,
    box,
    level,
    size,
    scale,
    left: offset(box.width, map.width * scale, view.x),
    top: offset(box.height, map.height * scale, view.y),
  };
}

function zoomedSize(map: PageMap, box: ViewBox, whole: Size, zoom: number): Size {
  const wanted = Math.min(whole.scale * zoom, Math.max(LARGEST_PAGE, whole.scale));
  const level = levelFor(wanted, map.bits);
  const px = 2 ** level * box.ratio;
  const least = Math.max(Math.ceil(LEAST_CELL * box.ratio - NEARLY), Math.ceil(whole.scale * px - NEARLY));
  const size = Math.max(least, Math.round(wanted * px));
  return { level, size, scale: size / px };
}

/** The same view, larger by `factor`; what lies at a point of the box (css px) stays there. */
export function zoomAt(placement: Placement, view: PageView, factor: number, x: number, y: number): PageView {
  const { map, box } = placement;
  const zoom = Math.min(largestZoom(map, box), Math.max(1, view.zoom * factor));
  const next = place(map, box, { ...view, zoom });
  const middle = (point: number, origin: number, room: number, pages: number) =>
    ((point - origin) / placement.scale + (room / 2 - point) / next.scale) / pages;
  return kept(next, {
    zoom,
    x: middle(x, placement.left, box.width, map.width),
    y: middle(y, placement.top, box.height, map.height),
  });
}

/** Moved by so many css px. */
export function panBy(placement: Placement, view: PageView, dx: number, dy: number): PageView {
  const { map, scale } = placement;
  return kept(placement, {
    zoom: view.zoom,
    x: view.x - dx / (map.width * scale),
    y: view.y - dy / (map.height * scale),
  });
}

/** No middle so near an edge that the box would show what lies beyond it. */
function kept({ map, box, scale }: Placement, view: PageView): PageView {
  const within = (middle: number, room: number, pages: number) => {
    const half = room / (2 * pages * scale);
    return half >= 0.5 ? 0.5 : Math.min(1 - half, Math.max(half, middle));
  };
  return {
    zoom: view.zoom,
    x: within(view.x, box.width, map.width),
    y: within(view.y, box.height, map.height),
  };
}

/** Moved no further than needed to show a square of the map (in pages), with a little room around it. */
export function panTo(placement: Placement, view: PageView, x: number, y: number, pages: number): PageView {
  const { box, scale } = placement;
  const margin = Math.min(24, box.width / 4, box.height / 4);
  const needed = (from: number, room: number) => {
    const to = from + pages * scale;
    if (from < margin) return margin - from;
    return to > room - margin ? room - margin - to : 0;
  };
  return panBy(
    placement,
    view,
    needed(placement.left + x * scale, box.width),
    needed(placement.top + y * scale, box.height),
  );
}
