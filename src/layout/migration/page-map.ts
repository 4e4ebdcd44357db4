/**
 * Where a page of memory lies on a picture of all pages. Square blocks of 2ᵇ × 2ᵇ pages follow each other row by row, and
 * inside a block every square of four is again such a row of two and two, down to single pages:
 *
 *   block 0        block 1            pages 0–3 are a square, 0–15 are a square, …
 *   ┌ 0  1  4  5 ┐ ┌ 16 17 20 21 ┐
 *   │ 2  3  6  7 │ │ 18 19 …     │    so a cell that stands for k × k pages (k a power of two)
 *   │ 8  9 12 13 │ │             │    stands for k² pages that follow each other in memory,
 *   └10 11 14 15 ┘ └             ┘    and neighbours in address stay neighbours at every size.
 */
import type { Pages } from '../../base/units.ts';

/** blocks at most, some room for read-only memory behind a round number of pages included */
const MOST_BLOCKS = 1100;

export interface PageMap {
  readonly pages: Pages;
  /** a block has 2^bits pages along a side */
  readonly bits: number;
  readonly blocks: number;
  /** blocks in a row, and rows of blocks */
  readonly columns: number;
  readonly rows: number;
  /** in pages */
  readonly width: number;
  readonly height: number;
}

/** The smallest blocks that are not too many. */
export function blockBits(pages: Pages): number {
  let bits = 0;
  while (Math.ceil(pages / 4 ** bits) > MOST_BLOCKS) bits += 1;
  return bits;
}

export function pageMap(pages: Pages, columns: number): PageMap {
  const bits = blockBits(pages);
  const blocks = Math.max(1, Math.ceil(pages / 4 ** bits));
  const across = Math.max(1, Math.min(blocks, Math.round(columns)));
  const rows = Math.ceil(blocks / across);
  return { pages, bits, blocks, columns: across, rows, width: across << bits, height: rows << bits };
}

/** every second bit of a number, pushed together */
function everySecond(bits: number): number {
  let b = bits & 0x5555_5555;
  b = (b | (b >> 1)) & 0x3333_3333;
  b = (b | (b >> 2)) & 0x0f0f_0f0f;
  b = (b | (b >> 4)) & 0x00ff_00ff;
  return (b | (b >> 8)) & 0xffff;
}

/** the reverse: a gap before every bit */
function spread(number: number): number {
  let b = number & 0xffff;
  b = (b | (b << 8)) & 0x00ff_00ff;
  b = (b | (b << 4)) & 0x0f0f_0f0f;
  b = (b | (b << 2)) & 0x3333_3333;
  return (b | (b << 1)) & 0x5555_5555;
}

/** Cells of 2^level × 2^level pages. */
export function cellCount(map: PageMap, level: number): number {
  return Math.ceil(map.pages / 4 ** level);
}

export function cellOfPage(page: number, level: number): number {
  return page >>> (2 * level);
}

/** First page of a cell and the one after its last. */
export function pagesOfCell(map: PageMap, level: number, cell: number): readonly [from: number, to: number] {
  const from = cell * 4 ** level;
  return [from, Math.min(map.pages, from + 4 ** level)];
}

/** Where a cell lies, in cells from the top left corner. */
export function cellX(map: PageMap, level: number, cell: number): number {
  const depth = map.bits - level;
  const block = cell >>> (2 * depth);
  return ((block % map.columns) << depth) + everySecond(cell & ((1 << (2 * depth)) - 1));
}

export function cellY(map: PageMap, level: number, cell: number): number {
  const depth = map.bits - level;
  const block = cell >>> (2 * depth);
  return (Math.floor(block / map.columns) << depth) + everySecond((cell & ((1 << (2 * depth)) - 1)) >> 1);
}

/** The cell at a place in cells, or −1 where there is none. */
export function cellAt(map: PageMap, level: number, x: number, y: number): number {
  const depth = map.bits - level;
  if (x < 0 || y < 0 || x >= map.columns << depth || y >= map.rows << depth) return -1;
  const block = (y >> depth) * map.columns + (x >> depth);
  const inside = (1 << depth) - 1;
  const cell = block * 4 ** depth + spread(x & inside) + 2 * spread(y & inside);
  return cell < cellCount(map, level) ? cell : -1;
}
