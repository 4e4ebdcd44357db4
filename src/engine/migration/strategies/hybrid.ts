import { downtimeLimit } from '../downtime-limit.ts';
import type { Strategy } from '../strategy.ts';
import { autoConvergeParameters, xbzrleCache } from './live-parameters.ts';
import { maxBandwidth, windowLength } from './pace-parameters.ts';
import { postcopyPace, selfBallooning, switchMs } from './post-copy-parameters.ts';

/** QEMU's postcopy mode, as measured: one pass of pre-copy, then the VM moves and the rest follows. */
export const hybrid: Strategy = {
  kind: 'hybrid',
  name: 'Hybrid',
  description:
    'Sends all memory once while the VM runs, then moves the VM and lets the pages written meanwhile follow it.',
  source: 'QEMU 7.2’s postcopy mode as measured; [B] section 2',
  parameters: [
    maxBandwidth,
    windowLength,
    {
      ...downtimeLimit,
      path: 'stopRule.downtimeLimitMs',
      description:
        'Less than goes over the wire in this is little enough: it stops as pre-copy, or finishes without a pace.',
    },
    postcopyPace,
    selfBallooning,
    switchMs,
    ...autoConvergeParameters,
    xbzrleCache,
  ],
  predicts: false,
  suspendsFirst: false,
  resumesEarly: true,
  adaptsRate: false,
  compresses: false,
  inCluster: false,
  pseudocode: [
    'list every page',
    'send listed pages until little enough or nothing is left',
    'read the dirty log; if little enough is left now, finish as pre-copy does',
    'at the next window: suspend the VM and read the dirty log again',
    'send the CPU state, resume the VM at the destination',
    'each window, while pages are missing',
    '  send its quota: what the VM asked for first, then onwards from there',
    '  once less than the threshold is left, the next request lets all of the rest go',
  ],
};
