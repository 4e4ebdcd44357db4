/**
 * One LRU cache over the pages of all processes, as a doubly linked list in typed arrays: prev/next by page number.
 *
 * `asPrinted` follows paper B's algorithm to the letter: a page enters at the *bottom*, a full cache throws out its
 * bottom, hits never move. So each new page throws out the one that came just before it.
 */
import type { Pages } from '../../base/units.ts';

const NONE = -1;
const ABSENT = -2;

export class LruCache {
  readonly capacity: Pages;
  readonly asPrinted: boolean;
  private previous: Int32Array;
  private following: Int32Array;
  private top = NONE;
  private bottom = NONE;
  private held = 0;

  constructor(memoryPages: Pages, capacity: Pages, asPrinted: boolean) {
    this.capacity = capacity;
    this.asPrinted = asPrinted;
    this.previous = new Int32Array(memoryPages).fill(ABSENT);
    this.following = new Int32Array(memoryPages).fill(ABSENT);
  }

  get size(): Pages {
    return this.held;
  }

  has(page: number): boolean {
    return this.previous[page] !== ABSENT;
  }

  touch(page: number): void {
    if (this.capacity === 0 || page === this.top) return;
    if (this.asPrinted) {
      if (this.has(page)) return;
      if (this.held === this.capacity) this.remove(this.bottom);
      this.insertAtBottom(page);
      return;
    }
    if (this.has(page)) this.remove(page);
    else if (this.held === this.capacity) this.remove(this.bottom);
    this.insertAtTop(page);
  }

  /** up to `limit` pages from the top */
  fromTop(limit: Pages): Int32Array {
    const pages = new Int32Array(Math.min(limit, this.held));
    let page = this.top;
    for (let i = 0; i < pages.length; i += 1) {
      pages[i] = page;
      page = this.following[page] as number;
    }
    return pages;
  }

  private insertAtTop(page: number): void {
    this.previous[page] = NONE;
    this.following[page] = this.top;
    if (this.top !== NONE) this.previous[this.top] = page;
    else this.bottom = page;
    this.top = page;
    this.held += 1;
  }

  private insertAtBottom(page: number): void {
    this.following[page] = NONE;
    this.previous[page] = this.bottom;
    if (this.bottom !== NONE) this.following[this.bottom] = page;
    else this.top = page;
    this.bottom = page;
    this.held += 1;
  }

  private remove(page: number): void {
    const before = this.previous[page] as number;
    const after = this.following[page] as number;
    if (before !== NONE) this.following[before] = after;
    else this.top = after;
    if (after !== NONE) this.previous[after] = before;
    else this.bottom = before;
    this.previous[page] = ABSENT;
    this.following[page] = ABSENT;
    this.held -= 1;
  }
}
