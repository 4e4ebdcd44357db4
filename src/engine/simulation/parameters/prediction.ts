/** Who guesses the working set, and what is done with the guess. */
import * as setting from '../../memory/predictor-parameters.ts';
import { predictors } from '../../memory/predictor-registry.ts';
import { choicesOf, group } from './group.ts';

const CACHING = ['lru', 'lazy-counting', 'lru-k', 'fbr', 'lrfu', 'lru-sp'];
const whilePredicting = { path: 'migration.strategy', values: ['working-set-pre-copy'] };
const whileCaching = { path: 'prediction.predictor', values: CACHING };
const whilePrinting = { path: 'prediction.predictor', values: ['lru', 'lazy-counting'] };
const whileCounting = { path: 'prediction.predictor', values: ['lazy-counting'] };

export const predictionParameters = group('Prediction', [
  {
    path: 'prediction.predictor',
    label: 'Predictor',
    description: 'Who guesses the working set before round 1.',
    unit: '',
    kind: 'choice',
    choices: choicesOf(predictors),
    when: whilePredicting,
    source: '[B] section 5',
  },
  { ...setting.workingSetPages, path: 'prediction.workingSetPages', when: whilePredicting },
  { ...setting.cachePages, path: 'prediction.cachePages', when: whileCaching },
  { ...setting.score, path: 'prediction.score', when: whileCounting },
  { ...setting.hold, path: 'prediction.hold', when: whilePredicting },
  { ...setting.lruAsPrinted, path: 'prediction.lruAsPrinted', when: whilePrinting },
]);
