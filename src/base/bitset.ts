/** A fixed-size set of small whole numbers, 32 to a word, with its cardinality kept up to date. */
export class Bitset {
  readonly size: number;
  private words: Uint32Array;
  private members = 0;

  constructor(size: number) {
    this.size = size;
    this.words = new Uint32Array((size + 31) >>> 5);
  }

  get count(): number {
    return this.members;
  }

  has(i: number): boolean {
    return (((this.words[i >>> 5] as number) >>> (i & 31)) & 1) === 1;
  }

  /** @returns true if `i` was not a member before */
  add(i: number): boolean {
    const word = this.words[i >>> 5] as number;
    const bit = 1 << (i & 31);
    if ((word & bit) !== 0) return false;
    this.words[i >>> 5] = word | bit;
    this.members += 1;
    return true;
  }

  /** @returns true if `i` was a member */
  remove(i: number): boolean {
    const word = this.words[i >>> 5] as number;
    const bit = 1 << (i & 31);
    if ((word & bit) === 0) return false;
    this.words[i >>> 5] = word & ~bit;
    this.members -= 1;
    return true;
  }

  addAll(): void {
    for (let i = 0; i < this.size; i += 1) this.add(i);
  }

  clear(): void {
    this.words.fill(0);
    this.members = 0;
  }

  addFrom(other: Bitset): void {
    for (let i = other.next(0); i >= 0; i = other.next(i + 1)) this.add(i);
  }

  /** the smallest member ≥ `from`, or −1 */
  next(from: number): number {
    if (from >= this.size) return -1;
    let w = from >>> 5;
    let word = (this.words[w] as number) & (~0 << (from & 31));
    for (;;) {
      if (word !== 0) return (w << 5) + (31 - Math.clz32(word & -word));
      w += 1;
      if (w >= this.words.length) return -1;
      word = this.words[w] as number;
    }
  }
}
