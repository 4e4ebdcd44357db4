import type { RandomStream } from '../../../base/random.ts';
import { PatternWorkload } from '../pattern-workload.ts';

/**
 * A program that goes from one phase to the next: `hotFraction` of the references go to a window of `hotShare` of the hot
 * region's pages, the rest to all of its pages; after `phaseReferences` references the window moves to a place drawn anew.
 * What was hot is cold at once, which is what methods that count have to forget.
 */
export class PhasesWorkload extends PatternWorkload {
  readonly kind = 'phases';
  /** first page of the window; it goes on at the region's start where it reaches its end */
  private start = 0;
  private left = this.spec.phaseReferences;

  protected nextHot(random: RandomStream): number {
    const { hotPages, hotShare, hotFraction, phaseReferences } = this.spec;
    if (this.left === 0) {
      this.left = phaseReferences;
      this.start = random.below(hotPages);
    }
    this.left -= 1;
    if (random.uniform() >= hotFraction) return random.below(hotPages);
    const window = Math.max(1, Math.floor(hotPages * hotShare));
    const page = this.start + random.below(window);
    return page < hotPages ? page : page - hotPages;
  }
}
