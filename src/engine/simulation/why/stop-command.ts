import type { Micros } from '../../../base/units.ts';
import { type SimState, vmName } from '../state.ts';
import { type Cause, cause } from './cause.ts';

/** The stop a moment goes back to, and the script's answer about this VM where it was the paper's. */
export function whyStopped(sim: SimState, before: Micros, vm: number): Cause[] {
  const stop = sim.log.findLast((event) => event.code === 'stop-command' && event.atUs <= before);
  if (stop === undefined) return [];
  const chain: Cause[] = [];
  const script = sim.log.findLast(
    (event) =>
      event.code === 'script-says-stopped' && event.atUs <= before && event.slots.vm === vmName(sim, vm),
  );
  if (script !== undefined) {
    chain.push(
      cause('script', { vm: script.slots.vm ?? '' }, { atUs: script.atUs, source: '[A] section IV' }),
    );
  }
  const node = stop.slots.node ?? '';
  chain.push(
    cause(
      'stop-command',
      { node, at: stop.atUs },
      { atUs: stop.atUs, source: '[A] /etc/init.d/heartbeat stop' },
    ),
  );
  return chain;
}
