import type { Micros } from '../../../base/units.ts';
import type { HistoryEvent } from '../history.ts';
import { type SimState, vmName } from '../state.ts';
import { type Cause, cause } from './cause.ts';

/** What went wrong between the order and the notice: a stop script that failed, and what that came to. */
function whyLate(sim: SimState, before: Micros, stop: HistoryEvent): Cause[] {
  const since = (code: string) =>
    sim.log.filter(
      (event) =>
        event.code === code &&
        event.atUs >= stop.atUs &&
        event.atUs <= before &&
        event.slots.node === stop.slots.node,
    );
  const chain: Cause[] = [];
  const reboot = since('node-reboots').at(-1);
  const source = 'Heartbeat, ResourceManager';
  if (reboot !== undefined) {
    const { node = '' } = reboot.slots;
    chain.push(cause('self-reboot', { node, at: reboot.atUs }, { atUs: reboot.atUs, source }));
  }
  const failed = since('stop-script-failed');
  const last = failed.at(-1);
  if (last !== undefined) {
    const { node = '', vm = '' } = last.slots;
    const slots = { node, vm, times: failed.length, at: last.atUs };
    chain.push(cause('stop-retries', slots, { atUs: last.atUs, source }));
  }
  return chain;
}

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
  chain.push(...whyLate(sim, before, stop));
  chain.push(
    cause(
      'stop-command',
      { node, at: stop.atUs },
      { atUs: stop.atUs, source: '[A] /etc/init.d/heartbeat stop' },
    ),
  );
  return chain;
}
