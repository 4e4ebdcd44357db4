/** Who guesses the working set, and what is done with the guess. */
import { predictors } from '../../memory/predictor-registry.ts';
import { choicesOf, group } from './group.ts';

export const predictionParameters = group('Prediction', [
  {
    path: 'prediction.predictor',
    label: 'Predictor',
    description: 'Who guesses the working set before round 1.',
    unit: '',
    kind: 'choice',
    choices: choicesOf(predictors),
    when: { path: 'migration.strategy', values: ['working-set-pre-copy'] },
    source: '[B] section 5',
  },
  {
    path: 'prediction.workingSetPages',
    label: 'Working set',
    description: 'Pages held back at most.',
    unit: 'pages',
    min: 0,
    max: 65_536,
    step: 64,
    when: { path: 'migration.strategy', values: ['working-set-pre-copy'] },
    source: 'assumed',
  },
  {
    path: 'prediction.cachePages',
    label: 'LRU cache',
    description: 'Pages the one cache over all processes holds.',
    unit: 'pages',
    min: 1,
    max: 65_536,
    step: 64,
    when: { path: 'prediction.predictor', values: ['lru', 'lazy-counting'] },
    source: 'assumed',
  },
  {
    path: 'prediction.score',
    label: 'Hot means',
    description: 'What makes a cached page hot: near the root of its tree, or counted often.',
    unit: '',
    kind: 'choice',
    choices: [
      { value: 'depth', label: 'near the root' },
      { value: 'self-count', label: 'counted often' },
    ],
    when: { path: 'prediction.predictor', values: ['lazy-counting'] },
    source: '[B] section 5',
  },
  {
    path: 'prediction.hold',
    label: 'Held until',
    description: 'When held pages nobody wrote are sent: in round 2, or with the last copy.',
    unit: '',
    kind: 'choice',
    choices: [
      { value: 'round-1', label: 'round 2' },
      { value: 'until-stop', label: 'the last copy' },
    ],
    when: { path: 'migration.strategy', values: ['working-set-pre-copy'] },
    source: 'the paper leaves it open',
  },
  {
    path: 'prediction.lruAsPrinted',
    label: 'Cache as printed',
    description: 'The paper’s cache to the letter: each new page throws out the one before it.',
    unit: '',
    kind: 'switch',
    when: { path: 'prediction.predictor', values: ['lru', 'lazy-counting'] },
    source: '[B] section 5, as printed',
  },
]);
