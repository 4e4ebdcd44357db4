import type { Pages } from '../../../base/units.ts';
import { LruCache } from '../lru-cache.ts';
import type { Predictor, PredictorSettings } from '../predictor.ts';

/** The pages referred to most recently. */
export class LruPredictor implements Predictor {
  readonly kind = 'lru';
  private readonly cache: LruCache;

  constructor(settings: PredictorSettings) {
    this.cache = new LruCache(settings.memoryPages, settings.cachePages, settings.lruAsPrinted);
  }

  reference(_process: number, _key: number, page: number): void {
    this.cache.touch(page);
  }

  predict(limit: Pages): Int32Array {
    return this.cache.fromTop(limit);
  }

  treeOf(): null {
    return null;
  }
}
