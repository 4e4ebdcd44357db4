/**
 * Stack distances (Mattson et al. 1970): how many distinct pages were referred to since the last reference to the same
 * page, itself included. An LRU cache of c pages hits exactly the references of distance ≤ c, so one pass gives the
 * miss ratio of every size.
 *
 * Each page has one mark at the moment of its last reference; the marks after a page's own are counted by a Fenwick
 * tree, O(log n) a reference. When the moments run out, the marks are moved together; that costs O(n) every n references.
 */
import type { Pages } from '../../../base/units.ts';

export class StackDistances {
  /** references of distance d at [d]; [0] = first references, whose distance is infinite */
  readonly histogram: Float64Array;
  references = 0;
  private readonly moments: number;
  /** moment of a page's last reference, 0 = none yet */
  private readonly markOf: Int32Array;
  /** page marked at a moment, −1 = the mark has moved on */
  private readonly pageAt: Int32Array;
  private readonly sums: Int32Array;
  private now = 0;
  private marks = 0;

  /** @param pages pages are 0 … pages − 1 */
  constructor(pages: Pages) {
    this.histogram = new Float64Array(pages + 1);
    this.moments = 2 * pages + 64;
    this.markOf = new Int32Array(pages);
    this.pageAt = new Int32Array(this.moments + 1).fill(-1);
    this.sums = new Int32Array(this.moments + 1);
  }

  /** @returns its distance, 0 for a first reference */
  reference(page: number): number {
    if (this.now === this.moments) this.moveTogether();
    const before = this.markOf[page] as number;
    let distance = 0;
    if (before > 0) {
      distance = this.marks - this.marksUpTo(before) + 1;
      this.add(before, -1);
      this.pageAt[before] = -1;
    }
    this.now += 1;
    this.markOf[page] = this.now;
    this.pageAt[this.now] = page;
    this.add(this.now, 1);
    this.references += 1;
    this.histogram[distance] = (this.histogram[distance] as number) + 1;
    return distance;
  }

  /** Share of the references an LRU cache of c pages misses, at [c] for c = 0 … pages; all 1 before any reference. */
  missRatios(): Float64Array {
    const { histogram, references } = this;
    const ratios = new Float64Array(histogram.length).fill(1);
    if (references === 0) return ratios;
    let misses = references;
    for (let size = 1; size < ratios.length; size += 1) {
      misses -= histogram[size] as number;
      ratios[size] = misses / references;
    }
    return ratios;
  }

  private add(moment: number, change: number): void {
    this.marks += change;
    for (let i = moment; i <= this.moments; i += i & -i) this.sums[i] = (this.sums[i] as number) + change;
  }

  private marksUpTo(moment: number): number {
    let sum = 0;
    for (let i = moment; i > 0; i -= i & -i) sum += this.sums[i] as number;
    return sum;
  }

  private moveTogether(): void {
    const { pageAt, markOf } = this;
    let kept = 0;
    for (let moment = 1; moment <= this.now; moment += 1) {
      const page = pageAt[moment] as number;
      pageAt[moment] = -1;
      if (page < 0) continue;
      kept += 1;
      pageAt[kept] = page;
      markOf[page] = kept;
    }
    this.sums.fill(0);
    this.marks = 0;
    for (let moment = 1; moment <= kept; moment += 1) this.add(moment, 1);
    this.now = kept;
  }
}
