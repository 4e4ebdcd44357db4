/**
 * U(t), the unique pages dirtied within a time t, as the mean over all moments t could start at. It is what a pre-copy
 * round of length t leaves to the next one.
 *
 * Time is counted in references (reads pass time too); `t / referencesPerSecond` makes seconds of it. A window misses a page if it lies
 * in one of the spans without a write to it: of a span of g references it fits into max(0, g − t + 1). So one histogram of
 * spans gives U for every t (the linear-time footprint of Xiang et al. 2011):
 *
 *   U(t) = pages ever written − Σ over spans max(0, g − t + 1) / (n − t + 1)
 */
import type { Pages } from '../../../base/units.ts';

export class UniqueWrites {
  references = 0;
  private written: Pages = 0;
  private readonly lastWrite: Float64Array;
  /** spans between two writes to a page (and before the first) of length g at [g] */
  private spans: Float64Array = new Float64Array(1024);

  /** @param pages pages are 0 … pages − 1 */
  constructor(pages: Pages) {
    this.lastWrite = new Float64Array(pages);
  }

  reference(page: number, write: boolean): void {
    this.references += 1;
    if (!write) return;
    const before = this.lastWrite[page] as number;
    if (before === 0) this.written += 1;
    this.note(this.references - before - 1);
    this.lastWrite[page] = this.references;
  }

  /** pages written at least once */
  get everWritten(): Pages {
    return this.written;
  }

  /** U(t) at [t] for t = 0 … references */
  curve(): Float64Array {
    const n = this.references;
    const spans = new Float64Array(n + 1);
    for (let g = 0; g < Math.min(this.spans.length, n + 1); g += 1) spans[g] = this.spans[g] as number;
    for (const last of this.lastWrite) if (last > 0) spans[n - last] = (spans[n - last] as number) + 1;
    const unique = new Float64Array(n + 1);
    // misses(t) = Σ over g ≥ t of spans[g] · (g − t + 1), from the longest on down
    let longEnough = 0;
    let misses = 0;
    for (let t = n; t >= 1; t -= 1) {
      longEnough += spans[t] as number;
      misses += longEnough;
      unique[t] = this.written - misses / (n - t + 1);
    }
    return unique;
  }

  private note(length: number): void {
    if (length >= this.spans.length) {
      const more = new Float64Array(Math.max(2 * this.spans.length, length + 1));
      more.set(this.spans);
      this.spans = more;
    }
    this.spans[length] = (this.spans[length] as number) + 1;
  }
}
