/**
 * Memory the request handler of a guest has taken: paper A's `GET /increase_mem` and `GET /decrease_mem` (its module
 * memory_balloon, called by httperf). 10 MB a call, up or down; the response time follows, the host's CPU does not.
 */
import type { Millis } from '../../base/units.ts';
import { responseUnderCapMs } from './caps.ts';
import { note } from './log.ts';
import { isExecuting, nodeName, type SimState, type SimVm, vmName } from './state.ts';

/** MB (decimal) a call takes or gives back. Source: [A] */
export const MEMORY_STEP_MB = 10;
const BYTES_PER_MIB = 1_048_576;

export type MemoryCommand = { readonly kind: 'increase-mem' | 'decrease-mem'; readonly vm: string };

/** Response time of one request now; null where the guest serves none or stands still. */
export function responseNowMs(sim: SimState, vm: SimVm): Millis | null {
  const guest = sim.scenario.guests[vm.id];
  if (guest === undefined || guest.requestsPerSecond <= 0 || !isExecuting(vm)) return null;
  return responseUnderCapMs(sim.scenario, guest, vm.memoryInUseMB);
}

/** @returns one sentence where the call cannot be answered, else null */
export function memoryRefusal(sim: SimState, { kind, vm: name }: MemoryCommand): string | null {
  const vm = vmNamed(sim, name);
  if (vm === undefined) return `There is no guest "${name}"; name one of the cluster's guests.`;
  if ((sim.scenario.guests[vm.id]?.requestsPerSecond ?? 0) <= 0) {
    return `${name} answers no requests; give it some requests per second in the parameters first.`;
  }
  if (!isExecuting(vm)) return `${name} does not run now: nobody answers the request; wait until it does.`;
  if (kind === 'decrease-mem') {
    return vm.memoryInUseMB >= MEMORY_STEP_MB
      ? null
      : `${name} has only ${vm.memoryInUseMB} MB in use for requests; there are no ${MEMORY_STEP_MB} MB to give back.`;
  }
  const hasMB = Math.floor((vm.memoryMiB * BYTES_PER_MIB) / 1e6);
  return vm.memoryInUseMB + MEMORY_STEP_MB <= hasMB
    ? null
    : `${name} has ${vm.memoryInUseMB} MB in use of its ${hasMB} MB; no ${MEMORY_STEP_MB} MB more fit.`;
}

/** One call of httperf, answered. */
export function changeMemoryInUse(sim: SimState, { kind, vm: name }: MemoryCommand): void {
  const vm = vmNamed(sim, name);
  if (vm === undefined) return;
  vm.memoryInUseMB += kind === 'increase-mem' ? MEMORY_STEP_MB : -MEMORY_STEP_MB;
  note(sim, kind, {
    vm: vmName(sim, vm.id),
    node: nodeName(vm.node),
    mb: vm.memoryInUseMB,
    responseMs: responseNowMs(sim, vm) ?? Number.NaN,
  });
}

function vmNamed(sim: SimState, name: string): SimVm | undefined {
  return sim.vms.find((one) => vmName(sim, one.id) === name);
}
