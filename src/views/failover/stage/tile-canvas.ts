/** Draws all tiles of a memory on one canvas, touching only those that changed. */
import { GRID_COLUMNS, type PageGrid, tileCodes } from '../../../layout/page-grid.ts';
import type { Palette } from '../../shared/palette.ts';
import { press, type Side, TileStamps } from './tile-stamps.ts';

/** Both grids show the same pages: they share the counting. */
const counted = { pages: null as Uint8Array | null, codes: new Uint32Array(0) };

function codesOf(grid: PageGrid, pages: Uint8Array): Uint32Array {
  if (counted.pages !== pages) {
    // A new array each time, so that each canvas can keep the last one it drew.
    counted.codes = new Uint32Array(grid.tiles);
    tileCodes(grid, pages, counted.codes);
    counted.pages = pages;
  }
  return counted.codes;
}

/** Not on screen yet, or changed in a way that asks for every tile. */
const NEVER = 0xffffffff;

export class TileCanvas {
  private readonly side: Side;
  private stamps: TileStamps | null = null;
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);
  private drawn = new Uint32Array(0);
  private palette: Palette | null = null;

  constructor(side: Side) {
    this.side = side;
  }

  /** `size`: device pixels a tile. Returns how many tiles were drawn. */
  draw(canvas: HTMLCanvasElement, grid: PageGrid, pages: Uint8Array, size: number, palette: Palette): number {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context || size < 1) return 0;
    const width = GRID_COLUMNS * size;
    const height = grid.rows * size;
    if (canvas.width !== width || canvas.height !== height || !this.image) {
      canvas.width = width;
      canvas.height = height;
      this.image = context.createImageData(width, height);
      this.pixels = new Uint32Array(this.image.data.buffer);
      this.drawn = new Uint32Array(0);
    }
    if (this.stamps?.size !== size || this.palette !== palette) {
      this.stamps = new TileStamps(this.side, size, palette);
      this.palette = palette;
      this.drawn = new Uint32Array(0);
    }
    if (this.drawn.length !== grid.tiles) this.drawn = new Uint32Array(grid.tiles).fill(NEVER);

    const codes = codesOf(grid, pages);
    let top = -1;
    let bottom = -1;
    let count = 0;
    for (let tile = 0; tile < grid.tiles; tile += 1) {
      const code = codes[tile] as number;
      if (code === this.drawn[tile]) continue;
      this.drawn[tile] = code;
      const row = Math.floor(tile / GRID_COLUMNS);
      press(this.pixels, width, this.stamps.of(code), size, (tile % GRID_COLUMNS) * size, row * size);
      if (top < 0) top = row;
      bottom = row;
      count += 1;
    }
    if (top >= 0) context.putImageData(this.image, 0, 0, 0, top * size, width, (bottom - top + 1) * size);
    return count;
  }
}
