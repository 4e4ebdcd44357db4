/**
 * Predicts the working set: which pages will be written again while the others are being sent.
 * A predictor sees every page reference, and only past ones; the oracle alone is shown the writes to come.
 */
import type { RandomStream } from '../../base/random.ts';
import type { Pages } from '../../base/units.ts';
import type { Tree } from '../trees/tree.ts';
import type { Workload } from './workload.ts';
import { lookAhead, type WritesAhead } from './writes-ahead.ts';

export interface Predictor {
  readonly kind: string;
  /** whether `predict` needs the writes to come */
  readonly foresees?: true;
  reference(process: number, key: number, page: number): void;
  /**
   * Up to `limit` distinct physical pages, hottest first.
   * @param ahead given to a predictor that foresees, and to no other
   */
  predict(limit: Pages, workload: Workload, ahead?: WritesAhead): Int32Array;
  /** the page tree of a process, where the predictor keeps one */
  treeOf(process: number): Tree | null;
}

/** The settings of single predictors; each reads its own. */
export interface PredictorTuning {
  /** LRU-K: the K-th last uncorrelated reference counts */
  readonly lruK: number;
  /** LRU-K: references to a page that follow within so many references of the guest are one */
  readonly correlatedReferences: number;
  /** FBR: share of the cache that is its new section, where hits are not counted */
  readonly fbrNewShare: number;
  /** FBR: share of the cache that is its old section, where pages are thrown out */
  readonly fbrOldShare: number;
  /** LRFU: λ; 0 counts every reference alike (LFU), 1 goes by the last one (LRU) */
  readonly lrfuLambda: number;
}

export interface PredictorSettings extends PredictorTuning {
  readonly memoryPages: Pages;
  readonly processes: number;
  readonly cachePages: Pages;
  /** what "near the root" is measured by */
  readonly score: 'depth' | 'self-count';
  readonly lruAsPrinted: boolean;
  /** how long held pages will be held, absent = from round 1; only the oracle goes by it */
  readonly hold?: 'round-1' | 'until-stop';
}

/**
 * Asks a predictor at the beginning of a migration, and looks ahead only for one that foresees.
 * @param random the stream the workload draws from; it stays where it is
 * @param horizon references the first round will see, the time in which a held page can pay
 */
export function predictWorkingSet(
  predictor: Predictor,
  limit: Pages,
  workload: Workload,
  random: RandomStream,
  horizon: number,
): Int32Array {
  if (predictor.foresees !== true) return predictor.predict(limit, workload);
  return predictor.predict(limit, workload, lookAhead(workload, random, horizon));
}
