/** Settings of predictors and of what is done with their guess, as every registry and control tells them. */
import type { ParameterInfo } from '../../base/parameter.ts';

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
