/** What the grids of a migration paint, told by their pixels. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOVE_STATE } from '../../src/base/columns.ts';
import { cellX, cellY } from '../../src/layout/migration/page-map.ts';
import { mixOf, pureMix } from '../../src/layout/migration/page-mix.ts';
import { fittingMap, type Placement, place, WHOLE } from '../../src/layout/migration/page-view.ts';
import { CellCanvas } from '../../src/views/migration/stage/cell-canvas.ts';
import { CellStamps } from '../../src/views/migration/stage/cell-stamps.ts';
import { type Palette, pixel, rgb } from '../../src/views/shared/palette.ts';

const colours: Palette = {
  card: '#ffffff',
  sunken: '#f0f1f0',
  line: '#c9ced1',
  ink: '#1d2126',
  quiet: '#626a72',
  gone: '#eef1f3',
  toSend: '#c9d2da',
  arrived: '#9fc3ea',
  arrivedStrong: '#4a86c5',
  written: '#d9540b',
  held: '#7b4bb8',
  heldSoft: '#efe8f8',
  demand: '#1b7f5c',
  heartbeat: '#c2337a',
  failure: '#c8321f',
};
const of = (hex: string) => pixel(rgb(hex)) >>> 0;
const share = (stamp: Uint32Array, hex: string) =>
  stamp.filter((one) => one === of(hex)).length / stamp.length;

describe('the picture of a cell', () => {
  test('of many pages: a quarter written again is a quarter of its area', () => {
    const states = new Uint8Array(16).fill(MOVE_STATE.arrived);
    states.fill(MOVE_STATE.writtenAgain, 0, 4);
    const stamp = new CellStamps(4, 1, false, colours).of(mixOf(states, 0, 16), 4, 4).pixels;
    expect(share(stamp, colours.written)).toBeCloseTo(0.25, 1);
    expect(share(stamp, colours.arrived)).toBeGreaterThan(0.6);
  });

  test('one page among 1024 tints one pixel, no more', () => {
    const states = new Uint8Array(1024).fill(MOVE_STATE.arrived);
    states[5] = MOVE_STATE.lost;
    const stamp = new CellStamps(3, 1, false, colours).of(mixOf(states, 0, 1024), 3, 3).pixels;
    expect(stamp.filter((one) => one !== of(colours.arrived))).toHaveLength(1);
    expect(share(stamp, colours.failure)).toBe(0);
  });

  test('of a single large page: a second mark that needs no colour', () => {
    const stamps = new CellStamps(14, 1, true, colours);
    const looks = [
      MOVE_STATE.toSend,
      MOVE_STATE.arrived,
      MOVE_STATE.writtenAgain,
      MOVE_STATE.heldBack,
      MOVE_STATE.fetched,
      MOVE_STATE.lost,
    ].map((state) => {
      const stamp = stamps.of(pureMix(state), 14, 14).pixels;
      // Where the page is not of its own colour.
      return [...stamp].map((one) => (one === stamp[1] ? '.' : '#')).join('');
    });
    expect(new Set(looks).size).toBe(looks.length);
  });
});

describe('the canvas of all pages', () => {
  class Image {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
    constructor(width: number, height: number) {
      this.width = width;
      this.height = height;
      this.data = new Uint8ClampedArray(width * height * 4);
    }
  }
  const before = globalThis.ImageData;
  beforeAll(() => {
    globalThis.ImageData = Image as unknown as typeof ImageData;
  });
  afterAll(() => {
    globalThis.ImageData = before;
  });

  /** Keeps the picture that was put last. */
  function screen() {
    const shown = { image: null as ImageData | null, bands: [] as (readonly [number, number])[] };
    const context = {
      putImageData: (image: ImageData, ...at: number[]) => {
        shown.image = image;
        shown.bands.push([at[3] ?? 0, at[5] ?? 0]);
      },
    };
    const canvas = { width: 0, height: 0, getContext: () => context } as unknown as HTMLCanvasElement;
    const pixels = () => new Uint32Array(shown.image?.data.buffer.slice(0) ?? new ArrayBuffer(0));
    return { shown, canvas, pixels };
  }

  const box = { width: 300, height: 160, ratio: 1 };
  const pages = 65_666;
  const map = fittingMap(pages, box);
  const whole = place(map, box, WHOLE);
  const near = place(map, box, { zoom: 8, x: 0.4, y: 0.3 });
  const moment = (states: Uint8Array, changed: Uint32Array | null) => ({
    states,
    changed,
    counts: new Int32Array(7),
    values: new Float64Array(22),
  });

  function drawnAnew(states: Uint8Array, placed: Placement): Uint32Array {
    const { canvas, pixels } = screen();
    const fresh = new CellCanvas();
    fresh.note(moment(states, null));
    fresh.draw(canvas, placed, colours);
    return pixels();
  }

  test.each([
    ['the whole memory', whole],
    ['single pages', near],
  ])('%s: change by change the same picture as drawn at once', (_, placed) => {
    const { canvas, pixels } = screen();
    const cells = new CellCanvas();
    const states = new Uint8Array(pages);
    cells.note(moment(states, null));
    cells.draw(canvas, placed, colours);
    for (let step = 1; step <= 20; step += 1) {
      const changed = Uint32Array.from({ length: 700 }, (_unused, i) => (i * 97 + step * 1009) % pages);
      for (const page of changed) states[page] = step % 7;
      cells.note(moment(states, changed));
      // Not every moment is seen.
      if (step % 3 === 0) cells.draw(canvas, placed, colours);
    }
    cells.draw(canvas, placed, colours);
    expect(pixels()).toEqual(drawnAnew(states, placed));
  });

  test.each([310, 317, 319, 333, 401, 494])('no gap between cells in a box %i px wide', (width) => {
    const room = { width, height: 145, ratio: 1 };
    const placed = place(fittingMap(65_536, room), room, WHOLE);
    expect(placed.size).toBeLessThan(5);
    const painted = drawnAnew(new Uint8Array(65_536), placed);
    const right = Math.round(placed.map.width * placed.scale);
    // The last row of blocks may be short, and nothing lies beyond the last column.
    const bottom = Math.round(((placed.map.rows - 1) << placed.map.bits) * placed.scale);
    for (let y = 0; y < bottom; y += 1) {
      for (let x = 0; x < right; x += 1) {
        if (painted[y * width + x] === of(colours.toSend)) continue;
        throw new Error(`a gap at ${x}, ${y}`);
      }
    }
  });

  test('one changed page repaints its cell and nothing else', () => {
    const { canvas, shown, pixels } = screen();
    const cells = new CellCanvas();
    const states = new Uint8Array(pages);
    cells.note(moment(states, null));
    cells.draw(canvas, whole, colours);
    const first = pixels();
    states[30_000] = MOVE_STATE.writtenAgain;
    cells.note(moment(states, Uint32Array.of(30_000)));
    expect(cells.draw(canvas, whole, colours)).toBe(1);
    const cell = 30_000 >>> (2 * whole.level);
    const [x, y] = [cellX(map, whole.level, cell), cellY(map, whole.level, cell)];
    const edge = (cells: number) => Math.round(cells * whole.size);
    expect(shown.bands.at(-1)).toEqual([edge(y), edge(y + 1) - edge(y)]);
    const second = pixels();
    const moved = [...second.keys()].filter((i) => second[i] !== first[i]);
    expect(moved.length).toBeGreaterThan(0);
    for (const i of moved) {
      expect(i % box.width).toBeGreaterThanOrEqual(edge(x));
      expect(i % box.width).toBeLessThan(edge(x + 1));
    }
    expect(cells.draw(canvas, whole, colours)).toBe(0);
  });

  test('a zoom draws what has changed unseen', () => {
    const { canvas, pixels } = screen();
    const cells = new CellCanvas();
    const states = new Uint8Array(pages);
    cells.note(moment(states, null));
    cells.draw(canvas, near, colours);
    const changed = Uint32Array.from({ length: pages / 2 }, (_unused, i) => i);
    states.fill(MOVE_STATE.arrived, 0, pages / 2);
    cells.note(moment(states, changed));
    cells.draw(canvas, near, colours);
    cells.draw(canvas, whole, colours);
    expect(pixels()).toEqual(drawnAnew(states, whole));
  });
});
