/** Who has room, and for whom it is needed. */
import { isPlugged } from '../cluster/lan.ts';
import type { PlacementNode } from '../cluster/placement.ts';
import { isPresent, type SimState, type SimVm } from './state.ts';

export function freeMiB(sim: SimState, node: number): number {
  const { memoryMiB, dom0MiB } = sim.scenario.cluster;
  let free = memoryMiB - dom0MiB;
  for (const vm of sim.vms) {
    if (vm.node === node && isPresent(vm)) free -= vm.memoryMiB;
    if (vm.copy?.node === node) free -= vm.memoryMiB;
  }
  for (const reservation of sim.reservations) {
    if (reservation.node === node) free -= (sim.vms[reservation.vm] as SimVm).memoryMiB;
  }
  return free;
}

export function placementNodes(sim: SimState): PlacementNode[] {
  return sim.nodes.map((node) => ({
    // Without its disk no guest can run there.
    online: node.state === 'online' && isPlugged(sim.lans.data, node.id),
    freeMiB: freeMiB(sim, node.id),
  }));
}

/** The node a VM is on, or has memory promised on. */
function placeOf(sim: SimState, vm: SimVm): number {
  return sim.reservations.find((reservation) => reservation.vm === vm.id)?.node ?? vm.node;
}

/** Guests that have to leave with a node: those on it and those on their way to it. */
export function guestsToMove(sim: SimState, node: number): SimVm[] {
  return sim.vms.filter((vm) => vm.state !== 'lost' && placeOf(sim, vm) === node);
}

/** Guests of nodes stopped before that have no place elsewhere yet, the queue first. */
export function guestsWithoutPlace(sim: SimState): SimVm[] {
  const inLine = (vm: SimVm): number => {
    const at = sim.waiting.findIndex((waiting) => waiting.vm === vm.id);
    return at < 0 ? sim.waiting.length : at;
  };
  return sim.vms
    .filter((vm) => vm.state !== 'lost' && sim.nodes[placeOf(sim, vm)]?.state !== 'online')
    .sort((a, b) => inLine(a) - inLine(b) || a.id - b.id);
}
