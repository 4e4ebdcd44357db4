/**
 * Predicts the working set: which pages will be written again while the others are being sent.
 * A predictor sees every page reference, and only past ones.
 */
import type { Pages } from '../../base/units.ts';
import type { Tree } from '../trees/tree.ts';
import type { Workload } from './workload.ts';

export interface Predictor {
  readonly kind: string;
  reference(process: number, key: number, page: number): void;
  /** up to `limit` distinct physical pages, hottest first */
  predict(limit: Pages, workload: Workload): Int32Array;
  /** the page tree of a process, where the predictor keeps one */
  treeOf(process: number): Tree | null;
}

export interface PredictorSettings {
  readonly memoryPages: Pages;
  readonly processes: number;
  readonly cachePages: Pages;
  /** what "near the root" is measured by */
  readonly score: 'depth' | 'self-count';
  readonly lruAsPrinted: boolean;
}
