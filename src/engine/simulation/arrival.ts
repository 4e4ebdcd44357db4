/** A VM runs on at a new place, and the node it left may be done. */
import type { Micros } from '../../base/units.ts';
import { simEvent } from './events.ts';
import { settleWriters } from './instances.ts';
import { beginPhase, note } from './log.ts';
import { sayGoodbye } from './owners.ts';
import { startReferences } from './references.ts';
import { nodeName, type SimNode, type SimState, type SimVm } from './state.ts';

/** 5 gratuitous ARPs, 200 ms apart (Heartbeat's IP takeover). */
const ARP_COUNT = 5;
const ARP_INTERVAL_US: Micros = 200_000;

/** It runs on where it is now, and the LAN is told. */
export function resume(sim: SimState, vm: SimVm): void {
  vm.state = 'running';
  vm.belief = { state: 'started', node: vm.node };
  vm.activatedUs = sim.nowUs;
  beginPhase(sim, vm, 'recover');
  announceHome(sim, vm, vm.node);
  startReferences(sim, vm);
  settleWriters(sim, vm);
}

/** The LAN is told where it lives: packets for it go there from now on. */
export function announceHome(sim: SimState, vm: SimVm, node: number): void {
  vm.answersAt = node;
  for (let number = 1; number <= ARP_COUNT; number += 1) {
    const time = sim.nowUs + (number - 1) * ARP_INTERVAL_US;
    sim.queue.push(simEvent({ kind: 'arp', vm: vm.id, number, time }));
  }
}

/** A draining node without guests is stopped. */
export function finishNode(sim: SimState, node: number): void {
  const state = sim.nodes[node] as SimNode;
  if (state.state !== 'draining') return;
  // One that is being activated here already has to come before it can leave.
  if (sim.jobs.some(({ to }) => to === node)) return;
  if (sim.vms.some((vm) => vm.node === node && vm.state !== 'stopped' && vm.state !== 'lost')) return;
  state.state = 'stopped';
  sayGoodbye(sim, node);
  note(sim, 'node-empty', { node: nodeName(node) });
}
