import type { ParameterInfo } from '../../../base/parameter.ts';

/** Settings of every strategy whose VM runs at the destination before its pages are there. */
export const postcopyPace: ParameterInfo = {
  path: 'postcopyBandwidthBytesPerSecond',
  label: 'Pace after the switch',
  description: 'Mean rate once the VM runs at the destination: 0 = the wire’s; without it, the pace before.',
  unit: 'B/s',
  kind: 'number',
  min: 0,
  max: 1e12,
  default: 'the pace before',
  source: 'QEMU’s max-postcopy-bandwidth',
  group: 'Post-copy',
};

export const switchMs: ParameterInfo = {
  path: 'switchMs',
  label: 'Switch-over',
  description: 'What suspending, the CPU state and resuming take, without the wire’s latency.',
  unit: 'ms',
  kind: 'number',
  min: 0,
  max: 60_000,
  default: 1.5,
  source: 'measured on QEMU 7.2: 1 to 2 ms',
  group: 'Post-copy',
};

export const selfBallooning: ParameterInfo = {
  path: 'selfBallooning',
  label: 'Self-ballooning',
  description: 'The guest gives back the pages it does not use before it moves, so they are never sent.',
  unit: '',
  kind: 'switch',
  default: false,
  source: 'Hines and Gopalan 2009, dynamic self-ballooning',
  group: 'Post-copy',
};
