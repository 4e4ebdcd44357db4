/**
 * How good a prediction is, whatever a migration makes of it: the pages predicted against those the guest writes in the
 * next so many references. The span is the same for all predictors, so their figures can be compared; a migration's own
 * rounds get shorter or longer with what is held back.
 */
import type { RandomStream } from '../../base/random.ts';
import type { Pages } from '../../base/units.ts';
import { type Predictor, predictWorkingSet } from './predictor.ts';
import type { Workload } from './workload.ts';

export interface PredictionScore {
  readonly predicted: Pages;
  /** distinct pages written in the span */
  readonly written: Pages;
  readonly hits: Pages;
  /** hits among the predicted; null where nothing was predicted */
  readonly precision: number | null;
  /** hits among the written; null where nothing was written */
  readonly recall: number | null;
}

/** @param watched references the predictor sees first @param span references it is then held against */
export function scorePrediction(
  predictor: Predictor,
  workload: Workload,
  random: RandomStream,
  limit: Pages,
  watched: number,
  span: number,
): PredictionScore {
  for (let i = 0; i < watched; i += 1) {
    workload.next(random);
    predictor.reference(workload.process, workload.key, workload.page);
  }
  const guess = predictWorkingSet(predictor, limit, workload, random, span);
  const written = new Set<number>();
  for (let i = 0; i < span; i += 1) {
    workload.next(random);
    if (workload.write) written.add(workload.page);
  }
  let hits = 0;
  for (const page of guess) if (written.has(page)) hits += 1;
  return {
    predicted: guess.length,
    written: written.size,
    hits,
    precision: guess.length === 0 ? null : hits / guess.length,
    recall: written.size === 0 ? null : hits / written.size,
  };
}
