/** Every predictor: adding one is a file under predictors/ and an entry here. */
import type { RegistryEntry } from '../../base/parameter.ts';
import type { Predictor, PredictorSettings } from './predictor.ts';
import {
  cachePages,
  correlatedReferences,
  fbrNewShare,
  fbrOldShare,
  lrfuLambda,
  lruAsPrinted,
  lruK,
  score,
} from './predictor-parameters.ts';
import { FbrPredictor } from './predictors/fbr.ts';
import { LazyCountingPredictor } from './predictors/lazy-counting.ts';
import { LrfuPredictor } from './predictors/lrfu.ts';
import { LruPredictor } from './predictors/lru.ts';
import { LruKPredictor } from './predictors/lru-k.ts';
import { LruSpPredictor } from './predictors/lru-sp.ts';
import { NoPredictor } from './predictors/none.ts';
import { OraclePredictor } from './predictors/oracle.ts';

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
  {
    kind: 'lru-k',
    name: 'LRU-K',
    description: 'Predicts the pages whose K-th last reference is the most recent.',
    source: 'O’Neil, O’Neil & Weikum 1993; [B] section 3',
    parameters: [cachePages, lruK, correlatedReferences],
    create: (settings) => new LruKPredictor(settings),
  },
  {
    kind: 'fbr',
    name: 'FBR',
    description: 'Predicts the pages referred to most often, where a burst of references counts once.',
    source: 'Robinson & Devarakonda 1990; [B] section 3',
    parameters: [cachePages, fbrNewShare, fbrOldShare],
    create: (settings) => new FbrPredictor(settings),
  },
  {
    kind: 'lrfu',
    name: 'LRFU',
    description: 'Predicts the pages whose references, each losing weight with time, weigh most together.',
    source: 'Lee et al. 2001; [B] section 3',
    parameters: [cachePages, lrfuLambda],
    create: (settings) => new LrfuPredictor(settings),
  },
  {
    kind: 'lru-sp',
    name: 'LRU-SP',
    description: 'Predicts the pages with the most references for the time since the last one.',
    source: 'Cheng & Kambayashi 2000, read for pages of one size; [B] section 3',
    parameters: [cachePages],
    create: (settings) => new LruSpPredictor(settings),
  },
  {
    kind: 'oracle',
    name: 'Oracle',
    description:
      'Knows the future: of the pages round 1 will see written it takes those that pay most. A bound, not a method.',
    source: 'what Belady’s optimal replacement (1966) is to caches',
    parameters: [],
    create: (settings) => new OraclePredictor(settings),
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
