/**
 * Frequency-based replacement (Robinson & Devarakonda 1990): an LRU stack in three sections. A hit in the new section
 * is not counted, for it is the same burst going on; a page leaves from the old section, the least counted first; the
 * middle section gives a page time to be counted before it can leave.
 *
 *   top [ new │ middle │ old ] bottom      counts are halved, rounded up, when their mean passes COUNT_LIMIT
 */
import type { Pages } from '../../../base/units.ts';
import { PageSlots } from '../page-slots.ts';
import type { Predictor, PredictorSettings } from '../predictor.ts';
import { SlotHeap } from '../slot-heap.ts';
import { SlotLists } from '../slot-lists.ts';

const NEW = 0;
const MIDDLE = 1;
const OLD = 2;
/** the mean count above which all are halved: assumed, the paper varies it */
const COUNT_LIMIT = 100;

export class FbrPredictor implements Predictor {
  readonly kind = 'fbr';
  private readonly newPages: Pages;
  private readonly middlePages: Pages;
  private readonly slots: PageSlots;
  private readonly sections: SlotLists;
  private readonly sectionOf: Uint8Array;
  private readonly old: SlotHeap;
  private readonly counts: Uint32Array;
  private readonly last: Float64Array;
  private countSum = 0;
  private time = 0;

  constructor(settings: PredictorSettings) {
    this.slots = new PageSlots(settings.memoryPages, settings.cachePages);
    const { capacity } = this.slots;
    // a page must always be able to leave, so the old section has one at least
    const oldPages = Math.min(capacity, Math.max(1, Math.floor(capacity * settings.fbrOldShare)));
    this.newPages = Math.min(capacity - oldPages, Math.floor(capacity * settings.fbrNewShare));
    this.middlePages = capacity - oldPages - this.newPages;
    this.sections = new SlotLists(capacity, 3);
    this.sectionOf = new Uint8Array(capacity + 1);
    this.old = new SlotHeap(capacity);
    this.counts = new Uint32Array(capacity + 1);
    this.last = new Float64Array(capacity + 1);
  }

  reference(_process: number, _key: number, page: number): void {
    this.time += 1;
    let slot = this.slots.slotOf(page);
    if (slot === 0) {
      slot = this.admit(page);
      this.counts[slot] = 1;
      this.countSum += 1;
    } else {
      const section = this.leave(slot);
      if (section !== NEW) {
        this.counts[slot] = (this.counts[slot] as number) + 1;
        this.countSum += 1;
      }
    }
    this.last[slot] = this.time;
    this.enter(NEW, slot);
    this.settle();
    if (this.countSum > COUNT_LIMIT * this.slots.used) this.halveCounts();
  }

  predict(limit: Pages): Int32Array {
    const { counts, last } = this;
    return this.slots.hottest(
      limit,
      (a, b) => (counts[b] as number) - (counts[a] as number) || (last[b] as number) - (last[a] as number),
    );
  }

  treeOf(): null {
    return null;
  }

  private admit(page: number): number {
    if (!this.slots.isFull) return this.slots.fill(page);
    const victim = this.old.lowest;
    this.leave(victim);
    this.countSum -= this.counts[victim] as number;
    return this.slots.replace(victim, page);
  }

  private enter(section: number, slot: number): void {
    this.sections.pushTop(section, slot);
    this.sectionOf[slot] = section;
    if (section === OLD) this.old.put(slot, this.counts[slot] as number, this.last[slot] as number);
  }

  /** @returns the section it was in */
  private leave(slot: number): number {
    const section = this.sectionOf[slot] as number;
    this.sections.remove(section, slot);
    if (section === OLD) this.old.remove(slot);
    return section;
  }

  /** What overflows a section opens the next. */
  private settle(): void {
    if (this.sections.sizeOf(NEW) > this.newPages) this.pass(NEW, MIDDLE);
    if (this.sections.sizeOf(MIDDLE) > this.middlePages) this.pass(MIDDLE, OLD);
  }

  private pass(from: number, to: number): void {
    const slot = this.sections.bottomOf(from);
    this.sections.remove(from, slot);
    this.enter(to, slot);
  }

  private halveCounts(): void {
    this.countSum = 0;
    for (let slot = 1; slot <= this.slots.used; slot += 1) {
      const count = this.counts[slot] as number;
      const half = count - (count >>> 1);
      this.counts[slot] = half;
      this.countSum += half;
      if (this.sectionOf[slot] === OLD) this.old.put(slot, half, this.last[slot] as number);
    }
  }
}
