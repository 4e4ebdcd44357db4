/**
 * Several doubly linked lists over the slots of one cache; a slot is in at most one of them. List i has its sentinel
 * at index slots + 1 + i: following[sentinel] = top, previous[sentinel] = bottom.
 */
export class SlotLists {
  private readonly slots: number;
  private previous: Int32Array;
  private following: Int32Array;
  private sizes: Int32Array;

  /** @param slots slots are 1 … slots */
  constructor(slots: number, lists: number) {
    this.slots = slots;
    this.previous = Int32Array.from({ length: slots + 1 + lists }, (_, i) => i);
    this.following = this.previous.slice();
    this.sizes = new Int32Array(lists);
  }

  sizeOf(list: number): number {
    return this.sizes[list] as number;
  }

  /** the list's last slot, 0 = it is empty */
  bottomOf(list: number): number {
    const bottom = this.previous[this.slots + 1 + list] as number;
    return bottom > this.slots ? 0 : bottom;
  }

  /** Only a slot that is in no list. */
  pushTop(list: number, slot: number): void {
    const sentinel = this.slots + 1 + list;
    const top = this.following[sentinel] as number;
    this.previous[slot] = sentinel;
    this.following[slot] = top;
    this.following[sentinel] = slot;
    this.previous[top] = slot;
    this.sizes[list] = (this.sizes[list] as number) + 1;
  }

  /** @param list the one it is in */
  remove(list: number, slot: number): void {
    const before = this.previous[slot] as number;
    const after = this.following[slot] as number;
    this.following[before] = after;
    this.previous[after] = before;
    this.sizes[list] = (this.sizes[list] as number) - 1;
  }
}
