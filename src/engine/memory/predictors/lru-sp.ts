/**
 * LRU-SP (Cheng & Kambayashi): LRU that weighs size and popularity, made for web caches, where an object is worth
 * references / (size × time since the last one). Objects are sorted into classes by ⌊log₂(size / references)⌋, each an LRU
 * list; of the lists' bottoms the one of least worth leaves.
 *
 * Reading for pages: all are of one size, so the class is ⌊log₂ references⌋ and the worth references / age. A page that
 * leaves is forgotten together with its count.
 */
import type { Pages } from '../../../base/units.ts';
import { PageSlots } from '../page-slots.ts';
import type { Predictor, PredictorSettings } from '../predictor.ts';
import { SlotLists } from '../slot-lists.ts';

const CLASSES = 32;

export class LruSpPredictor implements Predictor {
  readonly kind = 'lru-sp';
  private readonly slots: PageSlots;
  private readonly classes: SlotLists;
  private readonly counts: Uint32Array;
  private readonly last: Float64Array;
  private time = 0;

  constructor(settings: PredictorSettings) {
    this.slots = new PageSlots(settings.memoryPages, settings.cachePages);
    const { capacity } = this.slots;
    this.classes = new SlotLists(capacity, CLASSES);
    this.counts = new Uint32Array(capacity + 1);
    this.last = new Float64Array(capacity + 1);
  }

  reference(_process: number, _key: number, page: number): void {
    this.time += 1;
    let slot = this.slots.slotOf(page);
    if (slot === 0) {
      slot = this.admit(page);
      this.counts[slot] = 1;
    } else {
      this.classes.remove(this.classOf(slot), slot);
      // a count never leaves the last class
      this.counts[slot] = Math.min((this.counts[slot] as number) + 1, 0xffff_ffff);
    }
    this.last[slot] = this.time;
    this.classes.pushTop(this.classOf(slot), slot);
  }

  predict(limit: Pages): Int32Array {
    const { last } = this;
    return this.slots.hottest(
      limit,
      (a, b) => this.worth(b) - this.worth(a) || (last[b] as number) - (last[a] as number),
    );
  }

  treeOf(): null {
    return null;
  }

  private classOf(slot: number): number {
    return 31 - Math.clz32(this.counts[slot] as number);
  }

  /** as of the reference to come */
  private worth(slot: number): number {
    return (this.counts[slot] as number) / (this.time + 1 - (this.last[slot] as number));
  }

  private admit(page: number): number {
    if (!this.slots.isFull) return this.slots.fill(page);
    let victim = 0;
    for (let list = 0; list < CLASSES; list += 1) {
      const bottom = this.classes.bottomOf(list);
      if (bottom !== 0 && (victim === 0 || this.worth(bottom) < this.worth(victim))) victim = bottom;
    }
    this.classes.remove(this.classOf(victim), victim);
    return this.slots.replace(victim, page);
  }
}
