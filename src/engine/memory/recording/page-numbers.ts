/**
 * Numbers pages by first touch: an address's page is any whole number up to 2⁵², a trace's pages are 0, 1, 2 …
 * Open addressing over typed arrays: a million pages take 24 MiB, where a Map would take three times that.
 */
export class PageNumbers {
  private readonly most: number;
  private slots = 1024;
  private pages = new Float64Array(this.slots);
  private numbers = new Int32Array(this.slots).fill(-1);
  count = 0;

  constructor(most: number) {
    this.most = most;
  }

  /** @returns its number, −1 if it is new and there are too many already */
  numberOf(page: number): number {
    let slot = slotOf(page, this.slots);
    for (;;) {
      const number = this.numbers[slot] as number;
      if (number < 0) break;
      if (this.pages[slot] === page) return number;
      slot = (slot + 1) & (this.slots - 1);
    }
    if (this.count === this.most) return -1;
    this.pages[slot] = page;
    this.numbers[slot] = this.count;
    this.count += 1;
    const given = this.count - 1;
    if (this.count * 2 > this.slots) this.grow();
    return given;
  }

  private grow(): void {
    const { pages, numbers } = this;
    this.slots *= 2;
    this.pages = new Float64Array(this.slots);
    this.numbers = new Int32Array(this.slots).fill(-1);
    for (let old = 0; old < numbers.length; old += 1) {
      const number = numbers[old] as number;
      if (number < 0) continue;
      let slot = slotOf(pages[old] as number, this.slots);
      while ((this.numbers[slot] as number) >= 0) slot = (slot + 1) & (this.slots - 1);
      this.pages[slot] = pages[old] as number;
      this.numbers[slot] = number;
    }
  }
}

/** @param slots a power of two */
function slotOf(page: number, slots: number): number {
  const high = Math.floor(page / 4_294_967_296);
  let mixed = Math.imul((page | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return (Math.imul(mixed, 0x2c1b3c6d) >>> 8) & (slots - 1);
}
