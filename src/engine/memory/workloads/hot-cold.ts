import type { RandomStream } from '../../../base/random.ts';
import { PatternWorkload } from '../pattern-workload.ts';

/** `hotFraction` of the references to the first `hotShare` of the hot region's pages, the rest to its other pages. */
export class HotColdWorkload extends PatternWorkload {
  readonly kind = 'hot-cold';

  protected nextHot(random: RandomStream): number {
    const { hotPages, hotShare, hotFraction } = this.spec;
    const hottest = Math.min(hotPages, Math.max(1, Math.floor(hotPages * hotShare)));
    if (hottest === hotPages || random.uniform() < hotFraction) return random.below(hottest);
    return hottest + random.below(hotPages - hottest);
  }
}
