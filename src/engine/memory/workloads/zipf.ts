import { pow } from '../../../base/exact-math.ts';
import type { RandomStream } from '../../../base/random.ts';
import { PatternWorkload } from '../pattern-workload.ts';
import type { PatternSpec } from '../workload.ts';

/** Rank r is asked for in proportion to 1/r^exponent; ranks are scattered over the hot region by a seeded permutation. */
export class ZipfWorkload extends PatternWorkload {
  readonly kind = 'zipf';
  private readonly table: { readonly cumulative: Float64Array; readonly pageOfRank: Int32Array };

  constructor(spec: PatternSpec, layout: RandomStream) {
    super(spec);
    const cumulative = new Float64Array(spec.hotPages);
    let sum = 0;
    for (let rank = 0; rank < spec.hotPages; rank += 1) {
      sum += 1 / pow(rank + 1, spec.exponent);
      cumulative[rank] = sum;
    }
    for (let rank = 0; rank < spec.hotPages; rank += 1) cumulative[rank] = (cumulative[rank] as number) / sum;
    const pageOfRank = Int32Array.from({ length: spec.hotPages }, (_, i) => i);
    layout.shuffle(pageOfRank);
    this.table = Object.freeze({ cumulative, pageOfRank });
  }

  protected nextHot(random: RandomStream): number {
    const { cumulative, pageOfRank } = this.table;
    const u = random.uniform();
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] as number) > u) high = middle;
      else low = middle + 1;
    }
    return pageOfRank[low] as number;
  }
}
