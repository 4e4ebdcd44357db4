/**
 * Some slots of a cache in a binary min-heap by two numbers, the second breaking ties of the first. Unlike base/heap
 * it can move or remove any slot in O(log n), for it knows where each lies.
 *
 *   order[1 … size] the heap      placeOf[slot] its index there, 0 = not in it
 */
export class SlotHeap {
  private order: Int32Array;
  private placeOf: Int32Array;
  private first: Float64Array;
  private second: Float64Array;
  private count = 0;

  /** @param slots slots are 1 … slots */
  constructor(slots: number) {
    this.order = new Int32Array(slots + 1);
    this.placeOf = new Int32Array(slots + 1);
    this.first = new Float64Array(slots + 1);
    this.second = new Float64Array(slots + 1);
  }

  get size(): number {
    return this.count;
  }

  /** the lowest slot, 0 = none */
  get lowest(): number {
    return this.count === 0 ? 0 : (this.order[1] as number);
  }

  has(slot: number): boolean {
    return this.placeOf[slot] !== 0;
  }

  /** Enters, or moves to where its new numbers belong. */
  put(slot: number, first: number, second: number): void {
    this.first[slot] = first;
    this.second[slot] = second;
    let place = this.placeOf[slot] as number;
    if (place === 0) {
      this.count += 1;
      place = this.count;
    }
    this.sink(slot, this.rise(slot, place));
  }

  remove(slot: number): void {
    const place = this.placeOf[slot] as number;
    if (place === 0) return;
    this.placeOf[slot] = 0;
    const last = this.order[this.count] as number;
    this.count -= 1;
    if (last !== slot) this.sink(last, this.rise(last, place));
  }

  private below(a: number, b: number): boolean {
    const difference = (this.first[a] as number) - (this.first[b] as number);
    return difference !== 0 ? difference < 0 : (this.second[a] as number) < (this.second[b] as number);
  }

  /** @returns where the slot may stand; it is not written there yet */
  private rise(slot: number, from: number): number {
    let place = from;
    while (place > 1) {
      const above = this.order[place >> 1] as number;
      if (!this.below(slot, above)) break;
      this.set(place, above);
      place >>= 1;
    }
    return place;
  }

  private sink(slot: number, from: number): void {
    let place = from;
    for (let child = 2 * place; child <= this.count; child = 2 * place) {
      let under = this.order[child] as number;
      if (child < this.count && this.below(this.order[child + 1] as number, under)) {
        child += 1;
        under = this.order[child] as number;
      }
      if (!this.below(under, slot)) break;
      this.set(place, under);
      place = child;
    }
    this.set(place, slot);
  }

  private set(place: number, slot: number): void {
    this.order[place] = slot;
    this.placeOf[slot] = place;
  }
}
