import type { ParameterInfo } from '../../../base/parameter.ts';

const percent = (
  path: string,
  label: string,
  description: string,
  [min, max]: readonly [number, number],
  preset: number,
): ParameterInfo => ({
  path,
  label,
  description,
  unit: '%',
  kind: 'number',
  min,
  max,
  default: preset,
  source: 'QEMU’s default',
  group: 'Auto-converge',
});

/** QEMU's help for guests that write faster than the wire takes away. */
export const autoConvergeParameters: readonly ParameterInfo[] = [
  {
    path: 'autoConverge',
    label: 'Auto-converge',
    description: 'Puts the guest’s CPU to sleep part of the time while it writes too fast.',
    unit: '',
    kind: 'switch',
    default: false,
    source: 'QEMU’s default',
    group: 'Auto-converge',
  },
  percent('throttleTriggerPercent', 'Trigger', 'Dirtied beyond this share of what was sent.', [1, 100], 50),
  percent(
    'throttleInitialPercent',
    'First throttle',
    'Share of the time the CPU sleeps at first.',
    [1, 99],
    20,
  ),
  percent('throttleIncrementPercent', 'Increment', 'Added each time it was not enough.', [1, 99], 10),
  percent('throttleMaxPercent', 'Most', 'It sleeps no more than this.', [1, 99], 99),
];

export const xbzrleCache: ParameterInfo = {
  path: 'xbzrleCacheMiB',
  label: 'XBZRLE cache',
  description: 'Memory for pages sent before, so that a page sent again goes as its difference.',
  unit: 'MiB',
  kind: 'number',
  min: 0.0625,
  max: 65_536,
  default: 'none',
  source: 'QEMU’s xbzrle-cache-size (64 MiB there)',
  group: 'Compression',
};
