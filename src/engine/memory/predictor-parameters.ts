/** Settings of predictors and of what is done with their guess, as every registry and control tells them. */
import type { ParameterInfo } from '../../base/parameter.ts';
import type { PredictorTuning } from './predictor.ts';

const GROUP = 'Prediction';

export const workingSetPages: ParameterInfo = {
  path: 'workingSetPages',
  label: 'Working set',
  description: 'Pages held back at most.',
  unit: 'pages',
  kind: 'number',
  min: 0,
  max: 65_536,
  step: 64,
  default: 1024,
  source: 'assumed',
  group: GROUP,
};

export const cachePages: ParameterInfo = {
  path: 'cachePages',
  label: 'LRU cache',
  description: 'Pages the one cache over all processes holds.',
  unit: 'pages',
  kind: 'number',
  min: 1,
  max: 65_536,
  step: 64,
  default: 4096,
  source: 'assumed',
  group: GROUP,
};

export const score: ParameterInfo = {
  path: 'score',
  label: 'Hot means',
  description: 'What makes a cached page hot: near the root of its tree, or counted often.',
  unit: '',
  kind: 'choice',
  choices: [
    { value: 'depth', label: 'near the root' },
    { value: 'self-count', label: 'counted often' },
  ],
  default: 'depth',
  source: '[B] section 5',
  group: GROUP,
};

export const hold: ParameterInfo = {
  path: 'hold',
  label: 'Held until',
  description: 'When held pages nobody wrote are sent: in round 2, or with the last copy.',
  unit: '',
  kind: 'choice',
  choices: [
    { value: 'round-1', label: 'round 2' },
    { value: 'until-stop', label: 'the last copy' },
  ],
  default: 'round-1',
  source: 'the paper leaves it open',
  group: GROUP,
};

export const lruAsPrinted: ParameterInfo = {
  path: 'lruAsPrinted',
  label: 'Cache as printed',
  description: 'The paper’s cache to the letter: each new page throws out the one before it.',
  unit: '',
  kind: 'switch',
  default: false,
  source: '[B] section 5, as printed',
  group: GROUP,
};

/** What single predictors are set to where nothing else is said. */
export const defaultTuning: PredictorTuning = Object.freeze({
  lruK: 2,
  correlatedReferences: 100,
  fbrNewShare: 0.25,
  fbrOldShare: 0.5,
  lrfuLambda: 0.001,
});

export const lruK: ParameterInfo = {
  path: 'lruK',
  label: 'K of LRU-K',
  description: 'The K-th last reference to a page decides; 1 is LRU.',
  unit: 'references',
  kind: 'number',
  min: 1,
  max: 8,
  step: 1,
  default: defaultTuning.lruK,
  source: 'O’Neil et al. 1993 recommend 2',
  group: GROUP,
};

export const correlatedReferences: ParameterInfo = {
  path: 'correlatedReferences',
  label: 'Correlated period',
  description: 'LRU-K takes references to a page that follow within so many of the guest’s for one.',
  unit: 'references',
  kind: 'number',
  min: 0,
  max: 65_535,
  step: 10,
  default: defaultTuning.correlatedReferences,
  source: 'assumed',
  group: GROUP,
};

export const fbrNewShare: ParameterInfo = {
  path: 'fbrNewShare',
  label: 'New section',
  description: 'Share of FBR’s cache, at its top, where hits are not counted.',
  unit: '0–1',
  kind: 'number',
  min: 0,
  max: 1,
  step: 0.05,
  default: defaultTuning.fbrNewShare,
  source: 'assumed',
  group: GROUP,
};

export const fbrOldShare: ParameterInfo = {
  path: 'fbrOldShare',
  label: 'Old section',
  description: 'Share of FBR’s cache, at its bottom, from which the least counted page leaves.',
  unit: '0–1',
  kind: 'number',
  min: 0,
  max: 1,
  step: 0.05,
  default: defaultTuning.fbrOldShare,
  source: 'assumed',
  group: GROUP,
};

export const lrfuLambda: ParameterInfo = {
  path: 'lrfuLambda',
  label: 'λ of LRFU',
  description: 'How fast a reference loses its weight: 0 counts all alike (LFU), 1 only the last (LRU).',
  unit: '',
  kind: 'number',
  min: 0,
  max: 1,
  step: 0.0005,
  default: defaultTuning.lrfuLambda,
  source: 'assumed',
  group: GROUP,
};

/** what a scenario may leave out */
export const tuningParameters: readonly ParameterInfo[] = [
  lruK,
  correlatedReferences,
  fbrNewShare,
  fbrOldShare,
  lrfuLambda,
];
