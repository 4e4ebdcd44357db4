/**
 * Which pages a bounded cache holds: slots 1 … capacity, filled in order, then handed on from victim to newcomer.
 *
 *   slotOf[page] slot of a cached page, 0 = not cached      pageIn[slot] its page
 */
import type { Pages } from '../../base/units.ts';

export class PageSlots {
  readonly capacity: Pages;
  private slots: Uint16Array | Uint32Array;
  private pages: Int32Array;
  private taken = 0;

  /** @param capacity at least 1; no more than the memory has */
  constructor(memoryPages: Pages, capacity: Pages) {
    this.capacity = Math.max(1, Math.min(capacity, memoryPages));
    this.slots = this.capacity < 65_535 ? new Uint16Array(memoryPages) : new Uint32Array(memoryPages);
    this.pages = new Int32Array(this.capacity + 1);
  }

  get used(): Pages {
    return this.taken;
  }

  get isFull(): boolean {
    return this.taken === this.capacity;
  }

  /** 0 = not cached */
  slotOf(page: number): number {
    return this.slots[page] as number;
  }

  pageIn(slot: number): number {
    return this.pages[slot] as number;
  }

  /** Only while not full. @returns the page's slot */
  fill(page: number): number {
    this.taken += 1;
    return this.settle(page, this.taken);
  }

  /** The victim's page leaves the cache. @returns its slot, now the new page's */
  replace(victim: number, page: number): number {
    this.slots[this.pages[victim] as number] = 0;
    return this.settle(page, victim);
  }

  /** @param before total order of two slots, hottest first @returns the pages of up to `limit` slots in that order */
  hottest(limit: Pages, before: (a: number, b: number) => number): Int32Array {
    const slots = Int32Array.from({ length: this.taken }, (_, i) => i + 1);
    return slots
      .sort(before)
      .subarray(0, limit)
      .map((slot) => this.pages[slot] as number);
  }

  private settle(page: number, slot: number): number {
    this.pages[slot] = page;
    this.slots[page] = slot;
    return slot;
  }
}
