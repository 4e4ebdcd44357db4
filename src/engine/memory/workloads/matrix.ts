/**
 * Paper A's server: it multiplies square matrices while its memory grows by five steps (increase_mem) and shrinks again
 * (decrease_mem). A step lasts `phaseReferences` references; at step s of `growSteps`, s / growSteps of the region is in use.
 *
 *   pages in use [ A │ B │ C ]     read: along A and B in turn     write: along C
 *
 * Memory just given to it is cleared first: its pages are written once, in order, before the products go on. Memory it gave back is not
 * touched until it gets it again.
 */
import type { RandomStream } from '../../../base/random.ts';
import { PatternWorkload } from '../pattern-workload.ts';

export class MatrixWorkload extends PatternWorkload {
  readonly kind = 'matrix';
  private step = 1;
  private growing = true;
  private left = this.spec.phaseReferences;
  /** pages below are cleared */
  private cleared = 0;
  private reads = 0;
  private writes = 0;

  /** pages in use now */
  get pagesInUse(): number {
    return this.pagesAt(this.step);
  }

  override next(random: RandomStream): void {
    const { hotStart, hotPages, coldPages, coldFraction, writeShare } = this.spec;
    this.write = writeShare >= 1 || random.uniform() < writeShare;
    const cold = coldPages > 0 && coldFraction > 0 && random.uniform() < coldFraction;
    this.page = hotStart + (cold ? hotPages + random.below(coldPages) : this.nextHot());
    this.key = this.page;
  }

  protected nextHot(): number {
    if (this.left === 0) this.nextStep();
    this.left -= 1;
    const used = this.pagesInUse;
    if (this.write && this.cleared < used) {
      this.cleared += 1;
      return this.cleared - 1;
    }
    const matrix = Math.max(1, Math.floor(used / 3));
    if (this.write) {
      const page = this.writes % matrix;
      this.writes = page + 1;
      return Math.min(used - 1, 2 * matrix + page);
    }
    const page = this.reads % (2 * matrix);
    this.reads = page + 1;
    // A and B in turn: a row of the one against a column of the other
    return Math.min(used - 1, page % 2 === 0 ? page >> 1 : matrix + (page >> 1));
  }

  private nextStep(): void {
    const { growSteps, phaseReferences } = this.spec;
    this.left = phaseReferences;
    if (growSteps === 1) return;
    if (this.step === growSteps) this.growing = false;
    if (this.step === 1) this.growing = true;
    this.step += this.growing ? 1 : -1;
    this.cleared = Math.min(this.cleared, this.pagesInUse);
  }

  private pagesAt(step: number): number {
    const { hotPages, growSteps } = this.spec;
    return Math.max(1, Math.floor((hotPages * step) / growSteps));
  }
}
