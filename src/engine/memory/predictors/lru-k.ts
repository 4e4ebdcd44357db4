/**
 * LRU-K (O'Neil, O'Neil & Weikum 1993): the page whose K-th last uncorrelated reference is the longest ago goes first.
 * References within the correlated reference period of the one before are the same burst: they neither count nor make a
 * page a candidate for leaving. Histories are kept for all pages, so the paper's retained information period is
 * unbounded here. Time is the number of references, up to 2³² − 1.
 *
 *   history[page·K + i]  time of the (i + 1)-th last uncorrelated reference, moved on by the length of later bursts; 0 = none
 */
import type { Pages } from '../../../base/units.ts';
import { PageSlots } from '../page-slots.ts';
import type { Predictor, PredictorSettings } from '../predictor.ts';
import { SlotHeap } from '../slot-heap.ts';

export class LruKPredictor implements Predictor {
  readonly kind = 'lru-k';
  private readonly k: number;
  private readonly period: number;
  private readonly slots: PageSlots;
  private readonly candidates: SlotHeap;
  private readonly history: Uint32Array;
  private readonly last: Uint32Array;
  /** pages of the last period + 1 references, by time modulo their number; −1 = none yet */
  private readonly recent: Int32Array;
  private time = 0;

  constructor(settings: PredictorSettings) {
    this.k = settings.lruK;
    this.slots = new PageSlots(settings.memoryPages, settings.cachePages);
    // a burst no longer than the cache, or none of a full cache's pages might leave
    this.period = Math.min(settings.correlatedReferences, this.slots.capacity - 1);
    this.candidates = new SlotHeap(this.slots.capacity);
    this.history = new Uint32Array(settings.memoryPages * this.k);
    this.last = new Uint32Array(settings.memoryPages);
    this.recent = new Int32Array(this.period + 1).fill(-1);
  }

  reference(_process: number, _key: number, page: number): void {
    this.time += 1;
    const { time, slots } = this;
    this.endBurst();
    const slot = slots.slotOf(page);
    const before = this.last[page] as number;
    if (slot !== 0) {
      this.candidates.remove(slot);
      // the burst just over counts as one moment: what lies before it moves up to its end
      const first = this.history[page * this.k] as number;
      if (time - before > this.period) this.shift(page, before - first);
    } else {
      this.admit(page);
      this.shift(page, 0);
    }
    this.last[page] = time;
    this.recent[time % (this.period + 1)] = page;
  }

  predict(limit: Pages): Int32Array {
    const { slots, last } = this;
    return slots.hottest(limit, (a, b) => {
      const [p, q] = [slots.pageIn(a), slots.pageIn(b)];
      return this.kth(q) - this.kth(p) || (last[q] as number) - (last[p] as number);
    });
  }

  treeOf(): null {
    return null;
  }

  /** time of the K-th last reference; 0 = there were fewer, an infinite distance */
  private kth(page: number): number {
    return this.history[page * this.k + this.k - 1] as number;
  }

  /** The page whose last reference is now more than the period ago may leave from now on. */
  private endBurst(): void {
    const page = this.recent[this.time % (this.period + 1)] as number;
    if (page < 0 || this.last[page] !== this.time - this.period - 1) return;
    const slot = this.slots.slotOf(page);
    if (slot !== 0) this.candidates.put(slot, this.kth(page), this.last[page] as number);
  }

  private admit(page: number): void {
    if (!this.slots.isFull) {
      this.slots.fill(page);
      return;
    }
    const victim = this.candidates.lowest;
    this.candidates.remove(victim);
    this.slots.replace(victim, page);
  }

  /** A new uncorrelated reference: the older ones move down, by `burst` later than they were. */
  private shift(page: number, burst: number): void {
    const { history } = this;
    const at = page * this.k;
    for (let i = this.k - 1; i > 0; i -= 1) {
      const newer = history[at + i - 1] as number;
      history[at + i] = newer === 0 ? 0 : newer + burst;
    }
    history[at] = this.time;
  }
}
