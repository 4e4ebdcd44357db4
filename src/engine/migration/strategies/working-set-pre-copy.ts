import type { Strategy } from '../strategy.ts';

/** Paper B: pre-copy whose first round leaves out the predicted working set. */
export const workingSetPreCopy: Strategy = {
  kind: 'working-set-pre-copy',
  name: 'Working-set pre-copy',
  description: 'Pre-copy that predicts which pages are hot and holds them back from round 1.',
  source: '[B] section 4',
  parameters: [],
  predicts: true,
  suspendsFirst: false,
};
