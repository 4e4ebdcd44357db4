/**
 * Where a VM runs in truth: at most one machine should, two may. `SimVm.node` and `state` are the first one's, `copy` is
 * the second; whoever announced last that it lives with him gets the packets.
 */
import { corruptBlocks, setWriters } from '../cluster/disk.ts';
import { isPlugged } from '../cluster/lan.ts';
import { beginPhase, note } from './log.ts';
import { startReferences } from './references.ts';
import {
  HALT,
  isExecuting,
  isPresent,
  nodeName,
  type SimNode,
  type SimState,
  type SimVm,
  vmName,
} from './state.ts';

/** Why a machine on this node could not go on now, by HALT. */
function haltsOf(sim: SimState, node: number): number {
  const frozen = (sim.nodes[node] as SimNode).state === 'frozen' ? HALT.host : 0;
  // Its disk is on the data LAN.
  const diskless = sim.storage.down || !isPlugged(sim.lans.data, node) ? HALT.disk : 0;
  return frozen | diskless;
}

export function copyExecutes(sim: SimState, vm: SimVm): boolean {
  return vm.copy !== null && !vm.copy.booting && haltsOf(sim, vm.copy.node) === 0;
}

/** Whether anybody answers for it where packets for it go. */
export function answers(sim: SimState, vm: SimVm): boolean {
  if (!isPlugged(sim.lans.data, vm.answersAt)) return false;
  if (vm.answersAt === vm.node) return isExecuting(vm);
  return vm.copy?.node === vm.answersAt && copyExecutes(sim, vm);
}

/** Something changed under the machines: who stands still, who writes. */
export function settleHalts(sim: SimState): void {
  for (const vm of sim.vms) {
    const halted = isPresent(vm) ? haltsOf(sim, vm.node) : 0;
    if (halted !== vm.halted) {
      const before = vm.halted;
      vm.halted = halted;
      if (before === 0 && vm.state === 'running') beginPhase(sim, vm, 'halted');
      if (halted === 0 && vm.state === 'running') beginPhase(sim, vm, 'recover');
      if (halted === 0) startReferences(sim, vm);
    }
    settleWriters(sim, vm);
  }
}

/** Split brain begins or ends here, and it is always said. */
export function settleWriters(sim: SimState, vm: SimVm): void {
  const writers = (isExecuting(vm) ? 1 : 0) + (copyExecutes(sim, vm) ? 1 : 0);
  const was = vm.disk.writers;
  const begins = setWriters(vm.disk, writers, sim.nowUs);
  if (begins) {
    const other = nodeName(vm.copy?.node ?? -1);
    note(sim, 'split-brain', { vm: vmName(sim, vm.id), node: nodeName(vm.node), other });
  }
  if (was >= 2 && writers < 2) {
    const blocks = corruptBlocks(vm.disk, sim.scenario.storage.writesPerSecond, sim.nowUs);
    note(sim, 'split-brain-over', { vm: vmName(sim, vm.id), blocks });
  }
}

/** The machine on this node is gone with its memory. @returns true if there was one */
export function loseInstance(sim: SimState, vm: SimVm, node: number, state: 'lost' | 'stopped'): boolean {
  if (vm.copy?.node === node) {
    vm.copy = null;
    settleWriters(sim, vm);
    return true;
  }
  if (vm.node !== node || !isPresent(vm)) return false;
  vm.halted = 0;
  const { copy } = vm;
  if (copy !== null && !copy.booting) promoteCopy(sim, vm);
  else {
    vm.state = state;
    beginPhase(sim, vm, copy === null ? 'down' : 'boot');
    settleWriters(sim, vm);
  }
  return true;
}

/** The second machine is the only one from now on. */
export function promoteCopy(sim: SimState, vm: SimVm): void {
  const { copy } = vm;
  if (copy === null) return;
  vm.node = copy.node;
  vm.copy = null;
  vm.state = 'running';
  vm.halted = haltsOf(sim, vm.node);
  vm.versions.fill(0);
  beginPhase(sim, vm, vm.halted === 0 ? 'recover' : 'halted');
  startReferences(sim, vm);
  settleWriters(sim, vm);
}
