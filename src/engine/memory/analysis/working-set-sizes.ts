/**
 * Size of the working set (Denning 1968) over time: the distinct pages referred to in each of the windows that follow
 * one another.
 */
import type { Pages } from '../../../base/units.ts';

export class WorkingSetSizes {
  readonly windowReferences: number;
  private inWindow = 0;
  private distinct: Pages = 0;
  /** number of the window, from 1, a page was last seen in */
  private readonly seenIn: Int32Array;
  private done = new Int32Array(64);
  private windows = 0;

  /** @param pages pages are 0 … pages − 1 @param windowReferences length of a window, at least 1 */
  constructor(pages: Pages, windowReferences: number) {
    this.windowReferences = Math.max(1, windowReferences);
    this.seenIn = new Int32Array(pages);
  }

  reference(page: number): void {
    if (this.seenIn[page] !== this.windows + 1) {
      this.seenIn[page] = this.windows + 1;
      this.distinct += 1;
    }
    this.inWindow += 1;
    if (this.inWindow === this.windowReferences) this.close();
  }

  /** of the windows that are over */
  sizes(): Int32Array {
    return this.done.slice(0, this.windows);
  }

  private close(): void {
    if (this.windows === this.done.length) {
      const more = new Int32Array(2 * this.windows);
      more.set(this.done);
      this.done = more;
    }
    this.done[this.windows] = this.distinct;
    this.windows += 1;
    this.distinct = 0;
    this.inWindow = 0;
  }
}
