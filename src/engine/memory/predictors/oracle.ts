/**
 * Knows the future: of the pages that round 1 will see written it takes those whose holding back pays most. No real
 * predictor can know this; it bounds what the others could gain.
 *
 * Held from round 1 only, a page pays if it would be sent in vain, that is if its first write comes after its turn (one
 * written before is on the next round's list anyway). Pages go in the order of their addresses, so page p has its turn when p / memory
 * of the round is over. Held until the stop, each further write pays too, so the most often written come first.
 */
import type { Pages } from '../../../base/units.ts';
import type { Predictor, PredictorSettings } from '../predictor.ts';
import type { Workload } from '../workload.ts';
import type { WritesAhead } from '../writes-ahead.ts';

export class OraclePredictor implements Predictor {
  readonly kind = 'oracle';
  readonly foresees = true;
  private readonly memoryPages: Pages;
  private readonly untilStop: boolean;

  constructor(settings: PredictorSettings) {
    this.memoryPages = settings.memoryPages;
    this.untilStop = settings.hold === 'until-stop';
  }

  reference(): void {}

  predict(limit: Pages, _workload: Workload, ahead?: WritesAhead): Int32Array {
    if (ahead === undefined) return new Int32Array(0);
    const { references, pages, writes, firstAt } = ahead;
    const inVain = pages.map((page, i) => {
      const turn = (page / this.memoryPages) * references;
      return (firstAt[i] as number) >= turn && !this.untilStop ? 1 : 0;
    });
    // of equal worth: the one that is written first
    return Int32Array.from(pages, (_, i) => i)
      .sort(
        (a, b) =>
          (inVain[b] as number) - (inVain[a] as number) ||
          (writes[b] as number) - (writes[a] as number) ||
          a - b,
      )
      .subarray(0, limit)
      .map((i) => pages[i] as number);
  }

  treeOf(): null {
    return null;
  }
}
