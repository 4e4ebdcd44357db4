import type { ParameterInfo } from '../../base/parameter.ts';

/** QEMU's bound, which its rounds and its post-copy phase compare with. */
export const downtimeLimit: ParameterInfo = {
  path: 'downtimeLimitMs',
  label: 'Downtime limit',
  description: 'How long the last copy may take.',
  unit: 'ms',
  kind: 'number',
  min: 1,
  max: 60_000,
  default: 300,
  source: 'QEMU’s default',
  group: 'Stop rule',
};
