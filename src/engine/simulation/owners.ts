/** What the nodes tell each other over the heartbeat LAN beside their beats. */
import { reaches } from '../cluster/lan.ts';
import { onGoodbye, type Peer } from '../cluster/membership.ts';
import { type SimState, type SimVm, takesPart } from './state.ts';

/** Who runs a VM is told to everybody within reach of the teller. */
export function own(sim: SimState, teller: number, vm: SimVm, owner: number): void {
  for (const node of sim.nodes) {
    if (node.id === teller || reaches(sim.lans.heartbeat, teller, node.id)) node.owners[vm.id] = owner;
  }
}

/** A node says goodbye to those it reaches: from now on its silence means nothing to them. */
export function sayGoodbye(sim: SimState, id: number): void {
  for (const node of sim.nodes) {
    if (node.id === id || !takesPart(node) || !reaches(sim.lans.heartbeat, id, node.id)) continue;
    onGoodbye(node.peers[id] as Peer);
  }
}
