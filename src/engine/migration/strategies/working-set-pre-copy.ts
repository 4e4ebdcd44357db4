import {
  cachePages,
  correlatedReferences,
  fbrNewShare,
  fbrOldShare,
  hold,
  lrfuLambda,
  lruK,
  workingSetPages,
} from '../../memory/predictor-parameters.ts';
import type { Strategy } from '../strategy.ts';
import { autoConvergeParameters, xbzrleCache } from './live-parameters.ts';
import { paceParameters } from './pace-parameters.ts';

/** a single migration may have up to 64 GiB */
const ANY_MEMORY = 16_777_216;

/** Paper B: pre-copy whose first round leaves out the predicted working set. */
export const workingSetPreCopy: Strategy = {
  kind: 'working-set-pre-copy',
  name: 'Working-set pre-copy',
  description: 'Pre-copy that predicts which pages are hot and holds them back from round 1.',
  source: '[B] section 4',
  parameters: [
    ...paceParameters,
    {
      path: 'predictor',
      label: 'Predictor',
      description: 'Who guesses the working set before round 1.',
      unit: '',
      kind: 'text',
      default: 'lazy-counting',
      source: '[B] section 5',
      group: 'Prediction',
    },
    { ...workingSetPages, max: ANY_MEMORY },
    { ...cachePages, max: ANY_MEMORY },
    hold,
    lruK,
    correlatedReferences,
    fbrNewShare,
    fbrOldShare,
    lrfuLambda,
    {
      path: 'warmUpMs',
      label: 'Warm-up',
      description: 'How long the predictor watches before a single migration begins.',
      unit: 'ms',
      kind: 'number',
      min: 0,
      max: 600_000,
      default: 2000,
      source: 'assumed',
      group: 'Prediction',
    },
    ...autoConvergeParameters,
    xbzrleCache,
  ],
  predicts: true,
  suspendsFirst: false,
  resumesEarly: false,
  adaptsRate: false,
  compresses: false,
  inCluster: true,
  pseudocode: [
    'hold back the pages predicted to be written soon',
    'list every other page',
    'repeat',
    '  send each listed page, unless it was written again meanwhile',
    '  list the pages written since, and the held ones after round 1 (or not before the stop)',
    'until the stop rule holds',
    'suspend the VM',
    'send what is listed and held, then the CPU state',
    'resume it at the destination',
  ],
};
