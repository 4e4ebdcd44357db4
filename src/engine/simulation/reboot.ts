/** Stock Heartbeat without migration: the resource agent shuts the guest down, another node boots it. */
import { chooseTarget } from '../cluster/placement.ts';
import { announceHome, finishNode, resume } from './arrival.ts';
import { placementNodes } from './capacity.ts';
import { simEvent } from './events.ts';
import { freshMemory } from './guests.ts';
import { promoteCopy, settleHalts, settleWriters } from './instances.ts';
import { beginPhase, note } from './log.ts';
import { own } from './owners.ts';
import { isPresent, nodeName, type SimNode, type SimState, type SimVm, vmName } from './state.ts';

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
  own(sim, to, vm, to);
  bootOn(sim, vm, to);
}

/** How long a guest takes from its disk to its services. */
function bootUs(sim: SimState): number {
  return Math.round(sim.random.timing.between(30e6, 45e6));
}

/** A second machine of a VM that still is somewhere else, where its starter cannot see it. */
export function bootCopy(sim: SimState, vm: SimVm, to: number): void {
  if (vm.copy !== null || vm.node === to) return;
  vm.copy = { node: to, booting: true };
  vm.belief = { state: 'starting', node: to };
  note(sim, 'boot-started', { vm: vmName(sim, vm.id), to: nodeName(to) });
  sim.powering += 1;
  sim.queue.push(simEvent({ kind: 'power', vm: vm.id, what: 'copy-up', time: sim.nowUs + bootUs(sim) }));
}

/** A VM that is nowhere starts from its disk. */
export function bootOn(sim: SimState, vm: SimVm, to: number): void {
  vm.state = 'stopped';
  vm.node = to;
  sim.reservations.push({ vm: vm.id, node: to });
  vm.belief = { state: 'starting', node: to };
  beginPhase(sim, vm, 'boot');
  note(sim, 'boot-started', { vm: vmName(sim, vm.id), to: nodeName(to) });
  sim.powering += 1;
  sim.queue.push(simEvent({ kind: 'power', vm: vm.id, what: 'up', time: sim.nowUs + bootUs(sim) }));
}

/** From here on it may run twice. */
function copyIsUp(sim: SimState, vm: SimVm): void {
  const { copy } = vm;
  if (copy === null) return;
  const host = sim.nodes[copy.node] as SimNode;
  // Whoever was to run it has left meanwhile.
  if (host.state !== 'online') {
    vm.copy = null;
    if (!isPresent(vm) && host.state !== 'crashed' && host.state !== 'starting') bootElsewhere(sim, vm);
    return;
  }
  copy.booting = false;
  vm.belief = { state: 'started', node: copy.node };
  note(sim, 'booted', { vm: vmName(sim, vm.id), to: nodeName(copy.node) });
  announceHome(sim, vm, copy.node);
  if (!isPresent(vm)) promoteCopy(sim, vm);
  settleWriters(sim, vm);
}

export function onPower(sim: SimState, vmId: number, what: 'down' | 'up' | 'copy-up'): void {
  const vm = sim.vms[vmId] as SimVm;
  sim.powering -= 1;
  if (what === 'copy-up') {
    copyIsUp(sim, vm);
    return;
  }
  if (what === 'down') {
    // Its node died while it shut down.
    if (vm.state !== 'running') return;
    vm.state = 'stopped';
    vm.belief = { state: 'stopped', node: vm.node };
    note(sim, 'vm-stopped', { vm: vmName(sim, vm.id), node: nodeName(vm.node) });
    return;
  }
  sim.reservations = sim.reservations.filter((reservation) => reservation.vm !== vm.id);
  // It came up in another way meanwhile.
  if (isPresent(vm)) return;
  const host = sim.nodes[vm.node] as SimNode;
  if (host.state === 'crashed' || host.state === 'starting') {
    vm.state = 'lost';
    beginPhase(sim, vm, 'down');
    return;
  }
  // The node it booted on may have been stopped meanwhile: then it has to boot once more elsewhere.
  if ((sim.nodes[vm.node] as SimNode).state !== 'online') {
    bootElsewhere(sim, vm);
    return;
  }
  freshMemory(sim, vm);
  resume(sim, vm);
  settleHalts(sim);
  note(sim, 'booted', { vm: vmName(sim, vm.id), to: nodeName(vm.node) });
}

/** The look at a guest that died: it is started anew where it was. */
export function onMonitor(sim: SimState, vmId: number): void {
  const vm = sim.vms[vmId] as SimVm;
  sim.powering -= 1;
  const node = sim.nodes[vm.node] as SimNode;
  // Another side is at it already.
  if (vm.state !== 'lost' || node.state !== 'online' || vm.copy !== null) return;
  note(sim, 'monitor-failed', { vm: vmName(sim, vm.id), node: nodeName(node.id) });
  bootOn(sim, vm, node.id);
}
