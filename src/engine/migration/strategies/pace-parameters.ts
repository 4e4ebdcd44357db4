import type { ParameterInfo } from '../../../base/parameter.ts';

export const maxBandwidth: ParameterInfo = {
  path: 'maxBandwidthBytesPerSecond',
  label: 'Pace',
  description: 'Mean rate of the live rounds; without it, the wire’s.',
  unit: 'B/s',
  kind: 'number',
  min: 1000,
  max: 1e12,
  default: 'the wire’s',
  source: 'QEMU’s max-bandwidth',
  group: 'Pace',
};

export const windowLength: ParameterInfo = {
  path: 'windowMs',
  label: 'Window',
  description: 'The pace is kept by one burst a window.',
  unit: 'ms',
  kind: 'number',
  min: 0.1,
  max: 10_000,
  default: 100,
  source: 'measured on QEMU 7.2',
  group: 'Pace',
};

export const stopRule: ParameterInfo = {
  path: 'stopRule',
  label: 'Stop rule',
  description: 'When the live rounds end; an object with its kind, see stopRules.',
  unit: '',
  kind: 'text',
  default: 'xen',
  source: 'Clark et al. 2005',
  group: 'Pace',
};

/** Settings of every strategy that sends while the VM runs. */
export const paceParameters: readonly ParameterInfo[] = [maxBandwidth, windowLength, stopRule];
