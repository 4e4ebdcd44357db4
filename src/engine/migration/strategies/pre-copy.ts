import type { Strategy } from '../strategy.ts';
import { paceParameters } from './pace-parameters.ts';

/** Round 1 sends every page, each later round what was written during the one before. */
export const preCopy: Strategy = {
  kind: 'pre-copy',
  name: 'Pre-copy',
  description: 'Sends all memory while the VM runs, then what was written meanwhile, until little is left.',
  source: 'Clark et al. 2005; [B] section 2',
  parameters: paceParameters,
  predicts: false,
  suspendsFirst: false,
};
