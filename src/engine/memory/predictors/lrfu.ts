/**
 * LRFU (Lee et al. 2001): every past reference adds to a page's combined recency and frequency (CRF), one that is x
 * references ago by F(x) = (1/2)^(λx). λ = 0 is LFU, λ = 1 is LRU. The page with the lowest CRF leaves, and its value
 * with it.
 *
 * At a reference C ← 1 + F(t − last)·C. Between references all values fall by the same factor, so their order is that
 * of log₂ C + λ·last, which does not change with time.
 */
import { exp } from '../../../base/exact-math.ts';
import { log2 } from '../../../base/log2.ts';
import type { Pages } from '../../../base/units.ts';
import { PageSlots } from '../page-slots.ts';
import type { Predictor, PredictorSettings } from '../predictor.ts';
import { SlotHeap } from '../slot-heap.ts';

export class LrfuPredictor implements Predictor {
  readonly kind = 'lrfu';
  private readonly lambda: number;
  private readonly slots: PageSlots;
  private readonly byValue: SlotHeap;
  private readonly crf: Float64Array;
  private readonly last: Float64Array;
  /** log₂ of the value, in terms of a moment common to all */
  private readonly level: Float64Array;
  private time = 0;

  constructor(settings: PredictorSettings) {
    this.lambda = settings.lrfuLambda;
    this.slots = new PageSlots(settings.memoryPages, settings.cachePages);
    const { capacity } = this.slots;
    this.byValue = new SlotHeap(capacity);
    this.crf = new Float64Array(capacity + 1);
    this.last = new Float64Array(capacity + 1);
    this.level = new Float64Array(capacity + 1);
  }

  reference(_process: number, _key: number, page: number): void {
    this.time += 1;
    const { lambda, time, crf, last } = this;
    let slot = this.slots.slotOf(page);
    let value = 1;
    if (slot === 0) slot = this.admit(page);
    else value += (crf[slot] as number) * exp(-Math.LN2 * lambda * (time - (last[slot] as number)));
    crf[slot] = value;
    last[slot] = time;
    const level = log2(value) + lambda * time;
    this.level[slot] = level;
    this.byValue.put(slot, level, time);
  }

  predict(limit: Pages): Int32Array {
    const { level, last } = this;
    return this.slots.hottest(
      limit,
      (a, b) => (level[b] as number) - (level[a] as number) || (last[b] as number) - (last[a] as number),
    );
  }

  treeOf(): null {
    return null;
  }

  private admit(page: number): number {
    return this.slots.isFull ? this.slots.replace(this.byValue.lowest, page) : this.slots.fill(page);
  }
}
