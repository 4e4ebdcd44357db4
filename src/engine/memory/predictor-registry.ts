/** Every predictor: adding one is a file under predictors/ and an entry here. */
import type { RegistryEntry } from '../../base/parameter.ts';
import type { Predictor, PredictorSettings } from './predictor.ts';
import { cachePages, lruAsPrinted, score } from './predictor-parameters.ts';
import { LazyCountingPredictor } from './predictors/lazy-counting.ts';
import { LruPredictor } from './predictors/lru.ts';
import { NoPredictor } from './predictors/none.ts';

export interface PredictorEntry extends RegistryEntry {
  create(settings: PredictorSettings): Predictor;
}

export const predictors: readonly PredictorEntry[] = [
  {
    kind: 'none',
    name: 'None',
    description: 'Predicts nothing, so round 1 sends every page.',
    source: '[B] section 2, plain pre-copy',
    parameters: [],
    create: () => new NoPredictor(),
  },
  {
    kind: 'lru',
    name: 'LRU',
    description: 'Predicts the pages that were referred to most recently.',
    source: '[B] section 3',
    parameters: [cachePages, lruAsPrinted],
    create: (settings) => new LruPredictor(settings),
  },
  {
    kind: 'lazy-counting',
    name: 'Lazy counting tree',
    description: 'Predicts the cached pages that lie nearest to the root of their process’s counting tree.',
    source: '[B] section 5',
    parameters: [cachePages, lruAsPrinted, score],
    create: (settings) => new LazyCountingPredictor(settings),
  },
];

/** @throws Error naming the known kinds */
export function predictorEntry(kind: string): PredictorEntry {
  const entry = predictors.find((candidate) => candidate.kind === kind);
  if (entry === undefined) {
    const known = predictors.map((candidate) => candidate.kind).join(', ');
    throw new Error(`There is no predictor "${kind}"; use one of ${known}.`);
  }
  return entry;
}
