/**
 * One memory on one canvas. It is told of every moment (`note`), even of those nobody sees, and when a frame is due
 * (`draw`) it counts and paints the cells whose pages have changed since; all of them only when size, place or colours
 * have changed.
 */
import { cellAt, cellCount, cellX, cellY } from '../../../layout/migration/page-map.ts';
import { mixOf } from '../../../layout/migration/page-mix.ts';
import type { Placement } from '../../../layout/migration/page-view.ts';
import type { SideMoment } from '../../../store/migration/types.ts';
import type { Palette } from '../../shared/palette.ts';
import { CellStamps, press } from './cell-stamps.ts';

/** no cell has this mix */
const NEVER = 0xffff_ffff;

export class CellCanvas {
  private states: Uint8Array = new Uint8Array(0);
  private level = 0;
  private placed: Placement | null = null;
  private palette: Palette | null = null;
  private stamps: CellStamps | null = null;
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);
  /** mix that is on screen, by cell */
  private drawn = new Uint32Array(0);
  /** cells to look at anew: each once in the list */
  private listed = new Uint8Array(0);
  private list = new Uint32Array(0);
  private length = 0;
  private all = true;

  /** A moment of this side, in the order they come. */
  note({ states, changed }: SideMoment): void {
    if (states !== this.states || changed === null) {
      this.states = states;
      this.all = true;
      return;
    }
    if (this.all) return;
    const shift = 2 * this.level;
    const { listed, list } = this;
    for (let i = 0; i < changed.length; i += 1) {
      const cell = (changed[i] as number) >>> shift;
      if (listed[cell] === 1) continue;
      listed[cell] = 1;
      list[this.length] = cell;
      this.length += 1;
    }
  }

  /** @returns how many cells were painted */
  draw(canvas: HTMLCanvasElement, placed: Placement, palette: Palette): number {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return 0;
    const whole = this.prepare(canvas, placed, palette);
    if (!this.image) return 0;
    if (!whole && !this.all && this.length === 0) return 0;
    const band = whole || this.all ? this.paintVisible(whole) : this.paintListed();
    for (let i = 0; i < this.length; i += 1) this.listed[this.list[i] as number] = 0;
    this.length = 0;
    this.all = false;
    if (band.count > 0 || whole) {
      const { width, height } = this.image;
      const top = whole ? 0 : Math.max(0, band.top);
      const bottom = whole ? height : Math.min(height, band.bottom);
      context.putImageData(this.image, 0, 0, 0, top, width, bottom - top);
    }
    return band.count;
  }

  /** @returns whether everything must be painted */
  private prepare(canvas: HTMLCanvasElement, placed: Placement, palette: Palette): boolean {
    const { box, map, level, size } = placed;
    const width = Math.max(1, Math.round(box.width * box.ratio));
    const height = Math.max(1, Math.round(box.height * box.ratio));
    let whole = this.placed !== placed;
    if (canvas.width !== width || canvas.height !== height || !this.image) {
      canvas.width = width;
      canvas.height = height;
      this.image = new ImageData(width, height);
      this.pixels = new Uint32Array(this.image.data.buffer);
      whole = true;
    }
    const was = this.placed;
    if (
      was === null ||
      was.level !== level ||
      was.size !== size ||
      was.box.ratio !== box.ratio ||
      this.palette !== palette
    ) {
      this.stamps = new CellStamps(size, box.ratio, level === 0, palette);
      whole = true;
    }
    const cells = cellCount(map, level);
    if (this.drawn.length !== cells || this.level !== level) {
      this.drawn = new Uint32Array(cells);
      this.listed = new Uint8Array(cells);
      this.list = new Uint32Array(cells);
      this.length = 0;
      whole = true;
    }
    this.level = level;
    this.placed = placed;
    this.palette = palette;
    return whole;
  }

  private paintVisible(whole: boolean): Band {
    const { map, box, level, size, left, top } = this.placed as Placement;
    const { width, height } = this.image as ImageData;
    const x0 = Math.round(left * box.ratio);
    const y0 = Math.round(top * box.ratio);
    const stamps = this.stamps as CellStamps;
    if (whole) {
      this.pixels.fill(stamps.ground);
      this.drawn.fill(NEVER);
    }
    const band = { top: height, bottom: 0, count: 0 };
    const toX = Math.min(map.width >> level, Math.ceil((width - x0) / size));
    const toY = Math.min(map.height >> level, Math.ceil((height - y0) / size));
    for (let y = Math.max(0, Math.floor(-y0 / size)); y < toY; y += 1) {
      for (let x = Math.max(0, Math.floor(-x0 / size)); x < toX; x += 1) {
        const cell = cellAt(map, level, x, y);
        if (cell >= 0) this.paint(cell, x, y, band);
      }
    }
    return band;
  }

  private paintListed(): Band {
    const { map, box, level, size, left, top } = this.placed as Placement;
    const { width, height } = this.image as ImageData;
    const [x0, y0] = [-left * box.ratio, -top * box.ratio];
    const band = { top: height, bottom: 0, count: 0 };
    for (let i = 0; i < this.length; i += 1) {
      const cell = this.list[i] as number;
      const x = cellX(map, level, cell);
      const y = cellY(map, level, cell);
      const across = (x + 1) * size > x0 && x * size < x0 + width;
      if (across && (y + 1) * size > y0 && y * size < y0 + height) this.paint(cell, x, y, band);
    }
    return band;
  }

  /** @param x in cells, as `y` */
  private paint(cell: number, x: number, y: number, band: Band): void {
    const { map, box, level, size, left, top } = this.placed as Placement;
    const stamps = this.stamps as CellStamps;
    const from = cell << (2 * level);
    const code = mixOf(this.states, from, Math.min(map.pages, from + (1 << (2 * level))));
    if (code === this.drawn[cell]) return;
    this.drawn[cell] = code;
    const { width, height } = this.image as ImageData;
    // An edge between two px is the same for both cells at it.
    const x0 = edge(left * box.ratio, x, size);
    const y0 = edge(top * box.ratio, y, size);
    const wide = edge(left * box.ratio, x + 1, size) - x0;
    const high = edge(top * box.ratio, y + 1, size) - y0;
    const stamp = stamps.of(code, wide, high);
    press(this.pixels, width, height, stamp, x0, y0);
    if (y0 < band.top) band.top = y0;
    if (y0 + high > band.bottom) band.bottom = y0 + high;
    band.count += 1;
  }
}

/** Device px where a column or row of cells begins. */
function edge(origin: number, cells: number, size: number): number {
  return Math.round(origin) + Math.round(cells * size);
}

interface Band {
  top: number;
  bottom: number;
  count: number;
}
