import type { ParameterInfo } from '../../../base/parameter.ts';
import type { Strategy } from '../strategy.ts';
import { autoConvergeParameters, xbzrleCache } from './live-parameters.ts';
import { maxBandwidth, stopRule, windowLength } from './pace-parameters.ts';

const rate = (path: string, label: string, description: string, preset: number): ParameterInfo => ({
  path,
  label,
  description,
  unit: 'B/s',
  kind: 'number',
  min: 1000,
  max: 1e12,
  default: preset,
  source: 'Clark et al. 2005',
  group: 'Pace',
});

/** Clark et al.: pre-copy that starts slowly and follows the guest's dirty rate. */
export const adaptivePreCopy: Strategy = {
  kind: 'adaptive-pre-copy',
  name: 'Pre-copy, adaptive rate',
  description: 'Pre-copy that starts at a low rate and follows how fast the guest dirties its memory.',
  source: 'Clark et al. 2005; the step published, not re-checked',
  parameters: [
    rate('minBandwidthBytesPerSecond', 'First pace', 'Rate of round 1, and the least of any.', 12_500_000),
    rate(
      'bandwidthStepBytesPerSecond',
      'Step',
      'Added to the last round’s dirty rate for the next one’s pace.',
      6_250_000,
    ),
    {
      ...maxBandwidth,
      label: 'Top pace',
      description: 'Highest rate of a live round; without it, 500 Mb/s.',
      default: 62_500_000,
      source: 'Clark et al. 2005',
    },
    windowLength,
    stopRule,
    ...autoConvergeParameters,
    xbzrleCache,
  ],
  predicts: false,
  suspendsFirst: false,
  resumesEarly: false,
  adaptsRate: true,
  compresses: false,
  inCluster: false,
  pseudocode: [
    'rate ← the first pace; list every page',
    'repeat',
    '  send each listed page at this rate, unless it was written again meanwhile',
    '  list the pages written since the list was made',
    '  rate ← their rate of arising + step, at most the top pace',
    'until the stop rule holds',
    'suspend the VM',
    'send what is listed, then the CPU state, at the wire’s rate',
    'resume it at the destination',
  ],
};
