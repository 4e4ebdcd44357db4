import type { ParameterInfo } from '../../../base/parameter.ts';
import type { Strategy } from '../strategy.ts';
import { autoConvergeParameters } from './live-parameters.ts';
import { paceParameters } from './pace-parameters.ts';

const compression = (draft: Omit<ParameterInfo, 'kind' | 'group'>): ParameterInfo => ({
  ...draft,
  kind: 'number',
  group: 'Compression',
});

/** Jin et al., MECOM: pre-copy whose pages go through a codec that suits what is in them, if that pays. */
export const compressedPreCopy: Strategy = {
  kind: 'compressed-pre-copy',
  name: 'Pre-copy, compressed',
  description:
    'Pre-copy that looks at what is in each page and compresses it where that is faster than sending it as it is.',
  source:
    'Jin et al. 2009 (MECOM), published, not re-checked: on average 69 % less data, 32 % less time and 27 % less downtime than Xen',
  parameters: [
    ...paceParameters,
    compression({
      path: 'similarRatio',
      label: 'Ratio',
      description: 'What a word-dictionary codec leaves of a page whose words resemble each other.',
      unit: '0–1',
      min: 0.01,
      max: 1,
      step: 0.05,
      default: 0.4,
      source: 'assumed',
    }),
    compression({
      path: 'compressBytesPerSecond',
      label: 'Codec',
      description: 'How fast one thread compresses.',
      unit: 'B/s',
      min: 1_000_000,
      max: 1e12,
      default: 500_000_000,
      source: 'assumed',
    }),
    compression({
      path: 'compressThreads',
      label: 'Threads',
      description: 'Cores that compress side by side.',
      unit: '',
      min: 1,
      max: 64,
      step: 1,
      default: 1,
      source: 'assumed',
    }),
    ...autoConvergeParameters,
  ],
  predicts: false,
  suspendsFirst: false,
  resumesEarly: false,
  adaptsRate: false,
  compresses: true,
  inCluster: false,
  pseudocode: [
    'list every page',
    'repeat',
    '  for each listed page, unless it was written again meanwhile',
    '    zero: send a mark',
    '    similar, and max(V / R, V · ratio / B) < V / B: send it compressed',
    '    else send it as it is',
    '  list the pages written since the list was made',
    'until the stop rule holds',
    'suspend the VM',
    'send what is listed in the same way, then the CPU state',
    'resume it at the destination',
  ],
};
