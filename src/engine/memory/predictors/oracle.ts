import type { Pages } from '../../../base/units.ts';
import type { Predictor } from '../predictor.ts';
import type { Workload } from '../workload.ts';
import type { WritesAhead } from '../writes-ahead.ts';

/**
 * Knows the future: the pages that round 1 will see written, most often written first, then soonest. No real
 * predictor can know this; it bounds what the others could gain.
 */
export class OraclePredictor implements Predictor {
  readonly kind = 'oracle';
  readonly foresees = true;

  reference(): void {}

  predict(limit: Pages, _workload: Workload, ahead?: WritesAhead): Int32Array {
    if (ahead === undefined) return new Int32Array(0);
    const { pages, writes } = ahead;
    // equal counts: the one that comes first in `pages` is written first
    return Int32Array.from(pages, (_, i) => i)
      .sort((a, b) => (writes[b] as number) - (writes[a] as number) || a - b)
      .subarray(0, limit)
      .map((i) => pages[i] as number);
  }

  treeOf(): null {
    return null;
  }
}
