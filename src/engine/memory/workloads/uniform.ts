import type { RandomStream } from '../../../base/random.ts';
import { PatternWorkload } from '../pattern-workload.ts';

/** Every page of the hot region alike. */
export class UniformWorkload extends PatternWorkload {
  readonly kind = 'uniform';

  protected nextHot(random: RandomStream): number {
    return random.below(this.spec.hotPages);
  }
}
