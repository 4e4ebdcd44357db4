import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_STATE } from '../../src/base/columns.ts';
import {
  countTile,
  lensAround,
  lensCell,
  lensPage,
  lensShowing,
  neighbourPage,
  neighbourTile,
  pageGrid,
  pagesOfTile,
  tileAt,
  tileCodes,
  tileLevel,
  tileOfPage,
} from '../../src/layout/page-grid.ts';

const memory = fc.integer({ min: 1, max: 1_048_576 });

describe('the grid of pages', () => {
  test('256 MiB are 64 × 64 tiles of 4 × 4 pages', () => {
    expect(pageGrid(65_536)).toEqual({
      pages: 65_536,
      pagesPerTile: 16,
      side: 4,
      tiles: 4096,
      rows: 64,
      lensTiles: 8,
    });
  });

  test('4 GiB keep 4096 tiles, of 16 × 16 pages', () => {
    const grid = pageGrid(1_048_576);
    expect([grid.pagesPerTile, grid.side, grid.tiles, grid.lensTiles]).toEqual([256, 16, 4096, 2]);
  });

  test('every page belongs to exactly one tile', () => {
    fc.assert(
      fc.property(memory, fc.nat(), (pages, pick) => {
        const grid = pageGrid(pages);
        const page = pick % pages;
        const tile = tileOfPage(grid, page);
        const [from, to] = pagesOfTile(grid, tile);
        expect(tile).toBeLessThan(grid.tiles);
        expect(from <= page && page < to).toBe(true);
        expect(pagesOfTile(grid, grid.tiles - 1)[1]).toBe(pages);
        expect(grid.side * grid.side).toBeGreaterThanOrEqual(grid.pagesPerTile);
      }),
      { seed: 1 },
    );
  });

  test('a point finds its tile, and nothing beyond the last one', () => {
    const grid = pageGrid(65_536);
    expect(tileAt(grid, 0, 0)).toBe(0);
    expect(tileAt(grid, 0.999, 0)).toBe(63);
    expect(tileAt(grid, 0, 1 / 64)).toBe(64);
    expect(tileAt(grid, 1, 0.5)).toBe(-1);
    expect(tileAt(pageGrid(65), 0.5, 0.99)).toBe(-1);
  });

  test('arrow keys stop at the edges', () => {
    const grid = pageGrid(65_536);
    expect(neighbourTile(grid, 63, 1, 0)).toBe(63);
    expect(neighbourTile(grid, 64, -1, 0)).toBe(64);
    expect(neighbourTile(grid, 5, 0, 1)).toBe(69);
    expect(neighbourTile(grid, 5, 0, -1)).toBe(5);
    // 0 1 2 3 | 16 …: right of page 3 comes page 16, below page 12 the tile of the next row
    expect(neighbourPage(grid, 3, 1, 0)).toBe(16);
    expect(neighbourPage(grid, 12, 0, 1)).toBe(1024);
    expect(neighbourPage(grid, 0, -1, 0)).toBe(0);
    expect(neighbourPage(grid, 65_535, 1, 0)).toBe(65_535);
  });
});

describe('what a tile shows', () => {
  test('counts of its 16 pages, exactly', () => {
    const grid = pageGrid(65_536);
    const states = new Uint8Array(65_536).fill(PAGE_STATE.arrived);
    states[16] = PAGE_STATE.writtenAgain;
    states[17] = states[31] = PAGE_STATE.heldBack;
    states.fill(PAGE_STATE.toSend, 32, 48);
    const codes = new Uint32Array(4096);
    tileCodes(grid, states, codes);
    const levels = (tile: number) => [0, 1, 2, 3, 4].map((s) => tileLevel(codes[tile] ?? 0, s));
    expect(levels(0)).toEqual([0, 16, 0, 0, 0]);
    expect(levels(1)).toEqual([0, 13, 1, 2, 0]);
    expect(levels(2)).toEqual([16, 0, 0, 0, 0]);
    expect(countTile(grid, states, 1)).toEqual([0, 13, 1, 2, 0]);
  });

  test('one written page among 256 is not lost, whatever the memory', () => {
    fc.assert(
      fc.property(memory, fc.nat(), (pages, pick) => {
        const grid = pageGrid(pages);
        const states = new Uint8Array(pages).fill(PAGE_STATE.arrived);
        const page = pick % pages;
        states[page] = PAGE_STATE.writtenAgain;
        const codes = new Uint32Array(grid.tiles);
        tileCodes(grid, states, codes);
        let marked = 0;
        for (const code of codes) if (tileLevel(code, PAGE_STATE.writtenAgain) > 0) marked += 1;
        expect(marked).toBe(1);
        expect(tileLevel(codes[tileOfPage(grid, page)] ?? 0, PAGE_STATE.writtenAgain)).toBeGreaterThan(0);
      }),
      { seed: 2, numRuns: 20 },
    );
  });
});

describe('the lens', () => {
  test('cell and page are inverses', () => {
    fc.assert(
      fc.property(memory, fc.nat(), (pages, pick) => {
        const grid = pageGrid(pages);
        const page = pick % pages;
        const lens = lensAround(grid, tileOfPage(grid, page));
        const cell = lensCell(grid, lens, page);
        expect(cell).not.toBeNull();
        if (cell) expect(lensPage(grid, lens, cell.x, cell.y)).toBe(page);
      }),
      { seed: 3 },
    );
  });

  test('it follows a page out of its window by as little as needed', () => {
    const grid = pageGrid(65_536);
    const lens = lensAround(grid, 0);
    expect(lens).toEqual({ column: 0, row: 0 });
    expect(lensShowing(grid, lens, 7)).toEqual({ column: 0, row: 0 });
    expect(lensShowing(grid, lens, 8)).toEqual({ column: 1, row: 0 });
    expect(lensShowing(grid, { column: 10, row: 10 }, 3 * 64 + 4)).toEqual({ column: 4, row: 3 });
    expect(lensCell(grid, lens, 8 * 16)).toBeNull();
  });
});
