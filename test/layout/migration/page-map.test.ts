import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  blockBits,
  cellAt,
  cellCount,
  cellOfPage,
  cellX,
  cellY,
  pageMap,
  pagesOfCell,
} from '../../../src/layout/migration/page-map.ts';

const somePages = fc.integer({ min: 1, max: 200_000 });
const someColumns = fc.integer({ min: 1, max: 1200 });

describe('the map of pages', () => {
  test('a block of 4 × 4 pages, drawn', () => {
    // 4500 pages are too many for single pages and for squares of four.
    const map = pageMap(4500, 10);
    expect(map.bits).toBe(2);
    const rows = [0, 1, 2, 3].map((y) =>
      [0, 1, 2, 3, 4].map((x) => String(cellAt(map, 0, x, y)).padStart(2)).join(' '),
    );
    expect(rows).toEqual([
      ' 0  1  4  5 16', //
      ' 2  3  6  7 18',
      ' 8  9 12 13 24',
      '10 11 14 15 26',
    ]);
  });

  test('256 MiB and their read-only memory, 4 GiB and 64 GiB keep to a thousand blocks', () => {
    expect(pageMap(65_666, 40)).toMatchObject({ bits: 3, blocks: 1027, columns: 40, rows: 26 });
    expect(blockBits(1_048_706)).toBe(5);
    expect(blockBits(16_777_346)).toBe(7);
    expect(pageMap(256, 400)).toMatchObject({ bits: 0, columns: 256, rows: 1 });
  });

  property.prop([somePages, someColumns, fc.nat(), fc.nat({ max: 5 })], { seed: 4, numRuns: 300 })(
    'each cell has one place, and its place leads back to it',
    (pages, columns, pick, depth) => {
      const map = pageMap(pages, columns);
      const level = Math.min(map.bits, depth);
      const cell = pick % cellCount(map, level);
      const [x, y] = [cellX(map, level, cell), cellY(map, level, cell)];
      expect(x).toBeLessThan(map.width / 2 ** level);
      expect(y).toBeLessThan(map.height / 2 ** level);
      expect(cellAt(map, level, x, y)).toBe(cell);
    },
  );

  property.prop([somePages, someColumns, fc.nat(), fc.nat({ max: 5 })], { seed: 5, numRuns: 300 })(
    'a cell covers exactly the places of its pages',
    (pages, columns, pick, depth) => {
      const map = pageMap(pages, columns);
      const level = Math.min(map.bits, depth);
      const page = pick % pages;
      const cell = cellOfPage(page, level);
      const [from, to] = pagesOfCell(map, level, cell);
      expect(page).toBeGreaterThanOrEqual(from);
      expect(page).toBeLessThan(to);
      expect(cellX(map, 0, page) >> level).toBe(cellX(map, level, cell));
      expect(cellY(map, 0, page) >> level).toBe(cellY(map, level, cell));
    },
  );

  test('beyond the edges and behind the last page there is nothing', () => {
    const map = pageMap(1000, 32);
    expect(cellAt(map, 0, 31, 30)).toBe(991);
    expect(cellAt(map, 0, 8, 31)).toBe(-1);
    expect(cellAt(map, 0, 32, 0)).toBe(-1);
    expect(cellAt(map, 0, -1, 0)).toBe(-1);
    expect(cellAt(map, 0, 0, 32)).toBe(-1);
  });
});
