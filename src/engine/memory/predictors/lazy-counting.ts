/**
 * Paper B, section 5: one lazy counting tree per process, one LRU cache over all. The working set is those cached
 * pages that lie nearest to their tree's root.
 */
import type { Pages } from '../../../base/units.ts';
import { LazyCountingTree } from '../../trees/lazy-counting.ts';
import type { Tree } from '../../trees/tree.ts';
import { LruCache } from '../lru-cache.ts';
import type { Predictor, PredictorSettings } from '../predictor.ts';
import type { Workload } from '../workload.ts';

interface Candidate {
  readonly page: number;
  readonly depth: number;
  readonly count: number;
}

export class LazyCountingPredictor implements Predictor {
  readonly kind = 'lazy-counting';
  private readonly trees: LazyCountingTree[];
  private readonly cache: LruCache;
  private readonly score: 'depth' | 'self-count';

  constructor(settings: PredictorSettings) {
    this.trees = Array.from({ length: settings.processes }, () => new LazyCountingTree());
    this.cache = new LruCache(settings.memoryPages, settings.cachePages, settings.lruAsPrinted);
    this.score = settings.score;
  }

  reference(process: number, key: number, page: number): void {
    (this.trees[process] as LazyCountingTree).access(key);
    this.cache.touch(page);
  }

  predict(limit: Pages, workload: Workload): Int32Array {
    const candidates: Candidate[] = [];
    this.trees.forEach((tree, process) => {
      tree.visit((node, depth) => {
        const page = workload.pageOf(process, tree.keyAt(node));
        if (this.cache.has(page)) candidates.push({ page, depth, count: tree.selfAt(node) });
      });
    });
    candidates.sort(this.score === 'depth' ? nearestRootFirst : mostCountedFirst);
    return Int32Array.from(candidates.slice(0, limit), (candidate) => candidate.page);
  }

  treeOf(process: number): Tree | null {
    return this.trees[process] ?? null;
  }
}

/** Ties by the other measure, then by page, so that the order is total. */
function nearestRootFirst(a: Candidate, b: Candidate): number {
  return a.depth - b.depth || b.count - a.count || a.page - b.page;
}

function mostCountedFirst(a: Candidate, b: Candidate): number {
  return b.count - a.count || a.depth - b.depth || a.page - b.page;
}
