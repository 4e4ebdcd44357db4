/** Stock Heartbeat without migration: the resource agent shuts the guest down, another node boots it. */
import { chooseTarget } from '../cluster/placement.ts';
import { finishNode, resume } from './arrival.ts';
import { placementNodes } from './capacity.ts';
import { simEvent } from './events.ts';
import { freshMemory } from './guests.ts';
import { beginPhase, note } from './log.ts';
import { nodeName, type SimNode, type SimState, type SimVm, vmName } from './state.ts';

export function shutDownGuests(sim: SimState, node: number): void {
  let at = sim.nowUs;
  let last = at;
  for (const vm of sim.vms) {
    if (vm.node !== node || vm.state !== 'running') continue;
    beginPhase(sim, vm, 'shutdown');
    note(sim, 'vm-shutdown', { vm: vmName(sim, vm.id), node: nodeName(node) });
    at += Math.round(sim.random.timing.between(3e6, 8e6));
    last = at;
    sim.powering += 1;
    sim.queue.push(simEvent({ kind: 'power', vm: vm.id, what: 'down', time: at }));
  }
  sim.queue.push(simEvent({ kind: 'notice', node, time: last + 50_000 }));
}

export function bootGuests(sim: SimState, node: number): void {
  note(sim, 'stop-announced', { node: nodeName(node) });
  for (const vm of sim.vms) {
    if (vm.node === node && vm.state === 'stopped') bootElsewhere(sim, vm);
  }
  finishNode(sim, node);
}

function bootElsewhere(sim: SimState, vm: SimVm): void {
  const to = chooseTarget(placementNodes(sim), vm.memoryMiB, vm.node);
  if (to < 0) {
    note(sim, 'no-room', { vm: vmName(sim, vm.id) });
    return;
  }
  vm.node = to;
  sim.reservations.push({ vm: vm.id, node: to });
  vm.belief = { state: 'starting', node: to };
  beginPhase(sim, vm, 'boot');
  note(sim, 'boot-started', { vm: vmName(sim, vm.id), to: nodeName(to) });
  const bootUs = Math.round(sim.random.timing.between(30e6, 45e6));
  sim.powering += 1;
  sim.queue.push(simEvent({ kind: 'power', vm: vm.id, what: 'up', time: sim.nowUs + bootUs }));
}

export function onPower(sim: SimState, vmId: number, what: 'down' | 'up'): void {
  const vm = sim.vms[vmId] as SimVm;
  sim.powering -= 1;
  if (what === 'down') {
    vm.state = 'stopped';
    vm.belief = { state: 'stopped', node: vm.node };
    note(sim, 'vm-stopped', { vm: vmName(sim, vm.id), node: nodeName(vm.node) });
    return;
  }
  sim.reservations = sim.reservations.filter((reservation) => reservation.vm !== vm.id);
  // The node it booted on may have been stopped meanwhile: then it has to boot once more elsewhere.
  if ((sim.nodes[vm.node] as SimNode).state !== 'online') {
    bootElsewhere(sim, vm);
    return;
  }
  freshMemory(sim, vm);
  resume(sim, vm);
  note(sim, 'booted', { vm: vmName(sim, vm.id), to: nodeName(vm.node) });
}
