/**
 * One LRU cache over the pages of all processes: a doubly linked list of slots in typed arrays.
 *
 *   slotOf[page]  1-based slot of a cached page, 0 = not cached
 *   page[slot], previous[slot], following[slot]   slot 0 is the list's sentinel: following[0] = top, previous[0] = bottom
 *
 * `asPrinted` follows paper B's algorithm to the letter: a page enters at the *bottom*, a full cache throws out its
 * bottom, hits never move. So each new page throws out the one that came just before it.
 */
import type { Pages } from '../../base/units.ts';

export class LruCache {
  readonly capacity: Pages;
  readonly asPrinted: boolean;
  private slotOf: Uint16Array | Uint32Array;
  private page: Int32Array;
  private previous: Int32Array;
  private following: Int32Array;
  private used = 0;

  constructor(memoryPages: Pages, capacity: Pages, asPrinted: boolean) {
    this.capacity = Math.min(capacity, memoryPages);
    this.asPrinted = asPrinted;
    this.slotOf = this.capacity < 65_535 ? new Uint16Array(memoryPages) : new Uint32Array(memoryPages);
    this.page = new Int32Array(this.capacity + 1);
    this.previous = new Int32Array(this.capacity + 1);
    this.following = new Int32Array(this.capacity + 1);
  }

  get size(): Pages {
    return this.used;
  }

  has(page: number): boolean {
    return this.slotOf[page] !== 0;
  }

  touch(page: number): void {
    if (this.capacity === 0) return;
    let slot = this.slotOf[page] as number;
    if (slot !== 0) {
      if (this.asPrinted || slot === this.following[0]) return;
      this.unlink(slot);
      this.linkAfter(0, slot);
      return;
    }
    if (this.used < this.capacity) {
      this.used += 1;
      slot = this.used;
    } else {
      slot = this.previous[0] as number;
      this.slotOf[this.page[slot] as number] = 0;
      this.unlink(slot);
    }
    this.page[slot] = page;
    this.slotOf[page] = slot;
    this.linkAfter(this.asPrinted ? (this.previous[0] as number) : 0, slot);
  }

  /** up to `limit` pages from the top */
  fromTop(limit: Pages): Int32Array {
    const pages = new Int32Array(Math.min(limit, this.used));
    let slot = this.following[0] as number;
    for (let i = 0; i < pages.length; i += 1) {
      pages[i] = this.page[slot] as number;
      slot = this.following[slot] as number;
    }
    return pages;
  }

  private linkAfter(before: number, slot: number): void {
    const after = this.following[before] as number;
    this.previous[slot] = before;
    this.following[slot] = after;
    this.following[before] = slot;
    this.previous[after] = slot;
  }

  private unlink(slot: number): void {
    const before = this.previous[slot] as number;
    const after = this.following[slot] as number;
    this.following[before] = after;
    this.previous[after] = before;
  }
}
