/**
 * A VM's memory as 64 columns of tiles. A tile is a square block of consecutive pages, tiles run row by row, so that
 * neighbours in address stay neighbours on screen:
 *
 *   tile 0 = pages 0–15        tile 1 = pages 16–31   …   tile 63
 *   ┌ 0  1  2  3 ┐             ┌ 16 17 18 19 ┐
 *   │ 4  5  6  7 │             │ 20 …        │
 *   │ 8  9 10 11 │             │             │
 *   └12 13 14 15 ┘             └             ┘
 *   tile 64 = pages 1024–1039 …
 *
 * 65 536 pages make 64 × 64 tiles of 16. A larger memory has more pages in a tile, never more than 4096 tiles.
 */
import { PAGE_STATE } from '../base/columns.ts';
import type { Pages } from '../base/units.ts';

export const GRID_COLUMNS = 64;
const MOST_TILES = GRID_COLUMNS * GRID_COLUMNS;
/** Pages along one side of the lens: 8 × 8 tiles of 4 × 4 pages. */
const LENS_PAGES = 32;
/** How full of one state a tile is, in sixteenths: exact for tiles of 16 pages. */
export const LEVELS = 16;

export interface PageGrid {
  readonly pages: Pages;
  readonly pagesPerTile: Pages;
  /** pages along one side of a tile */
  readonly side: number;
  readonly tiles: number;
  readonly rows: number;
  /** tiles along one side of the lens */
  readonly lensTiles: number;
}

export function pageGrid(pages: Pages): PageGrid {
  const pagesPerTile = Math.max(1, Math.ceil(pages / MOST_TILES));
  const side = Math.ceil(Math.sqrt(pagesPerTile));
  const tiles = Math.ceil(pages / pagesPerTile);
  const rows = Math.ceil(tiles / GRID_COLUMNS);
  return { pages, pagesPerTile, side, tiles, rows, lensTiles: Math.max(1, Math.floor(LENS_PAGES / side)) };
}

export function tileOfPage(grid: PageGrid, page: number): number {
  return Math.floor(page / grid.pagesPerTile);
}

/** First page of a tile and the one after its last. */
export function pagesOfTile(grid: PageGrid, tile: number): [from: number, to: number] {
  const from = tile * grid.pagesPerTile;
  return [from, Math.min(grid.pages, from + grid.pagesPerTile)];
}

/** The tile under a point given as fractions of the grid's width and height (64 columns by `rows`), or −1. */
export function tileAt(grid: PageGrid, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= 1 || y >= 1) return -1;
  const tile = Math.floor(y * grid.rows) * GRID_COLUMNS + Math.floor(x * GRID_COLUMNS);
  return tile < grid.tiles ? tile : -1;
}

/** The tile an arrow key leads to; at an edge it stays where it is. */
export function neighbourTile(grid: PageGrid, tile: number, dx: number, dy: number): number {
  const column = tile % GRID_COLUMNS;
  if (column + dx < 0 || column + dx >= GRID_COLUMNS) return tile;
  const next = tile + dx + dy * GRID_COLUMNS;
  return next >= 0 && next < grid.tiles ? next : tile;
}

/**
 * A tile's mix of states as one integer, five bits a state: how many sixteenths of the tile are
 *
 *   bits 0–4 to send | 5–9 arrived | 10–14 written again | 15–19 held back | 20–24 at home
 *
 * A state that occurs at all has at least level 1, so a single page in a large tile is not lost.
 */
export const TILE_SHIFT = [0, 5, 10, 15, 20] as const;
const MASK = 31;

export function tileLevel(code: number, state: number): number {
  return (code >>> (TILE_SHIFT[state] ?? 0)) & MASK;
}

/** Codes of all tiles, written into `out` (length ≥ tiles). */
export function tileCodes(grid: PageGrid, states: Uint8Array, out: Uint32Array): void {
  const per = grid.pagesPerTile;
  const end = Math.min(states.length, grid.pages);
  const counts = [0, 0, 0, 0, 0];
  for (let tile = 0, page = 0; tile < grid.tiles; tile += 1) {
    const stop = Math.min(end, page + per);
    counts[0] = counts[1] = counts[2] = counts[3] = counts[4] = 0;
    for (; page < stop; page += 1) {
      const state = states[page] as number;
      counts[state] = (counts[state] as number) + 1;
    }
    let code = 0;
    for (let s = 0; s < 5; s += 1) {
      const n = counts[s] as number;
      if (n > 0) code |= Math.ceil((n * LEVELS) / per) << (TILE_SHIFT[s] as number);
    }
    out[tile] = code;
  }
}

/** Pages of one tile by state, for a sentence about it. */
export function countTile(grid: PageGrid, states: Uint8Array, tile: number): number[] {
  const counts = [0, 0, 0, 0, 0];
  const [from, to] = pagesOfTile(grid, tile);
  for (let page = from; page < to; page += 1) {
    const state = states[page] ?? PAGE_STATE.atHome;
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

/** The block of tiles the lens shows, by its top left tile. */
export interface LensWindow {
  readonly column: number;
  readonly row: number;
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** A window with the tile near its middle. */
export function lensAround(grid: PageGrid, tile: number): LensWindow {
  const half = Math.floor(grid.lensTiles / 2);
  return {
    column: clamp((tile % GRID_COLUMNS) - half, 0, GRID_COLUMNS - grid.lensTiles),
    row: clamp(Math.floor(tile / GRID_COLUMNS) - half, 0, Math.max(0, grid.rows - grid.lensTiles)),
  };
}

/** The same window, moved no further than needed to show the tile. */
export function lensShowing(grid: PageGrid, lens: LensWindow, tile: number): LensWindow {
  const column = tile % GRID_COLUMNS;
  const row = Math.floor(tile / GRID_COLUMNS);
  const reach = grid.lensTiles - 1;
  return {
    column: clamp(lens.column, Math.max(0, column - reach), column),
    row: clamp(lens.row, Math.max(0, row - reach), row),
  };
}

/** Where a page stands in the lens, in pages from its top left corner; null when it is not in it. */
export function lensCell(
  grid: PageGrid,
  lens: LensWindow,
  page: number,
): { readonly x: number; readonly y: number } | null {
  const tile = tileOfPage(grid, page);
  const column = (tile % GRID_COLUMNS) - lens.column;
  const row = Math.floor(tile / GRID_COLUMNS) - lens.row;
  if (column < 0 || row < 0 || column >= grid.lensTiles || row >= grid.lensTiles) return null;
  const inside = page - tile * grid.pagesPerTile;
  return {
    x: column * grid.side + (inside % grid.side),
    y: row * grid.side + Math.floor(inside / grid.side),
  };
}

/** The page at a cell of the lens, or −1 where there is none. */
export function lensPage(grid: PageGrid, lens: LensWindow, x: number, y: number): number {
  const across = grid.lensTiles * grid.side;
  if (x < 0 || y < 0 || x >= across || y >= across) return -1;
  const tile =
    (lens.row + Math.floor(y / grid.side)) * GRID_COLUMNS + lens.column + Math.floor(x / grid.side);
  const inside = (y % grid.side) * grid.side + (x % grid.side);
  if (tile >= grid.tiles || inside >= grid.pagesPerTile) return -1;
  const page = tile * grid.pagesPerTile + inside;
  return page < grid.pages ? page : -1;
}

/** The page an arrow key leads to, one step on screen, across tile borders; at an edge it stays. */
export function neighbourPage(grid: PageGrid, page: number, dx: number, dy: number): number {
  const tile = tileOfPage(grid, page);
  const inside = page - tile * grid.pagesPerTile;
  const x = (tile % GRID_COLUMNS) * grid.side + (inside % grid.side) + dx;
  const y = Math.floor(tile / GRID_COLUMNS) * grid.side + Math.floor(inside / grid.side) + dy;
  if (x < 0 || y < 0 || x >= GRID_COLUMNS * grid.side) return page;
  const nextTile = Math.floor(y / grid.side) * GRID_COLUMNS + Math.floor(x / grid.side);
  const nextInside = (y % grid.side) * grid.side + (x % grid.side);
  const next = nextTile * grid.pagesPerTile + nextInside;
  return nextInside < grid.pagesPerTile && next < grid.pages ? next : page;
}
