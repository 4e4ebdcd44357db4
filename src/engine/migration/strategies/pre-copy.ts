import type { Strategy } from '../strategy.ts';
import { autoConvergeParameters, xbzrleCache } from './live-parameters.ts';
import { paceParameters } from './pace-parameters.ts';

/** Round 1 sends every page, each later round what was written during the one before. */
export const preCopy: Strategy = {
  kind: 'pre-copy',
  name: 'Pre-copy',
  description: 'Sends all memory while the VM runs, then what was written meanwhile, until little is left.',
  source: 'Clark et al. 2005; [B] section 2',
  parameters: [...paceParameters, ...autoConvergeParameters, xbzrleCache],
  predicts: false,
  suspendsFirst: false,
  resumesEarly: false,
  adaptsRate: false,
  compresses: false,
  inCluster: true,
  pseudocode: [
    'list every page',
    'repeat',
    '  send each listed page, unless it was written again meanwhile',
    '  list the pages written since the list was made',
    'until the stop rule holds',
    'suspend the VM',
    'send what is listed, then the CPU state',
    'resume it at the destination',
  ],
};
