import { downtimeLimit } from '../downtime-limit.ts';
import type { StopRule } from '../strategy.ts';

/**
 * QEMU's rule: stop when what is pending goes over the wire within the downtime limit, at the bandwidth measured in the
 * last window. It is asked not at the end of a round but whenever little enough is left; the driver does that.
 */
export const qemuStopRule: StopRule = {
  kind: 'qemu',
  name: 'QEMU',
  description: 'Stops when the pending pages fit into the downtime limit at the measured bandwidth.',
  source: 'QEMU 7.2 as measured: bursts of 100 ms, dirty log read at the threshold only',
  parameters: [downtimeLimit],
  rounds: 'by-threshold',
  pseudocode: [
    'before each window’s burst, and whenever nothing is listed',
    '  threshold ← what the last window sent a ms × downtime limit',
    '  if less than the threshold is pending',
    '    read the dirty log',
    '    if still less is pending: stop',
  ],
  stopBelowPages: null,
  check: () => null,
};
