import type { RandomStream } from '../../../base/random.ts';
import { PatternWorkload } from '../pattern-workload.ts';
import type { PatternSpec } from '../workload.ts';
import { rankAt, zipfCumulative } from '../zipf-ranks.ts';

/** Rank r is asked for in proportion to 1/r^exponent; ranks are scattered over the hot region by a seeded permutation. */
export class ZipfWorkload extends PatternWorkload {
  readonly kind = 'zipf';
  private readonly table: { readonly cumulative: Float64Array; readonly pageOfRank: Int32Array };

  constructor(spec: PatternSpec, layout: RandomStream) {
    super(spec);
    const cumulative = zipfCumulative(spec.hotPages, spec.exponent);
    const pageOfRank = Int32Array.from({ length: spec.hotPages }, (_, i) => i);
    layout.shuffle(pageOfRank);
    this.table = Object.freeze({ cumulative, pageOfRank });
  }

  protected nextHot(random: RandomStream): number {
    const { cumulative, pageOfRank } = this.table;
    return pageOfRank[rankAt(cumulative, random.uniform())] as number;
  }
}
