/** Nodes that find each other again. */
import { microsFromMillis } from '../../base/units.ts';
import { reaches } from '../cluster/lan.ts';
import { simEvent } from './events.ts';
import { loseInstance, settleHalts } from './instances.ts';
import { abortJobs, goOn, loseJob, queueHome } from './job.ts';
import { jobOf } from './jobs.ts';
import { note } from './log.ts';
import type { Series } from './series.ts';
import { isPresent, nodeName, type SimNode, type SimState, vmName } from './state.ts';

/** after a partition each Heartbeat waits so long before it starts again */
const RESTART_MS = 2000;

/** Whoever was thought dead beats on: nobody can say who owns what, so both sides give everything up and begin anew. */
export function leaveTogether(sim: SimState, sink: Series | null, a: number, b: number): void {
  giveUp(sim, sink, a);
  if (reaches(sim.lans.heartbeat, a, b)) giveUp(sim, sink, b);
}

function giveUp(sim: SimState, sink: Series | null, id: number): void {
  const node = sim.nodes[id] as SimNode;
  if (node.state !== 'online' && node.state !== 'draining') return;
  node.state = 'starting';
  node.mode = null;
  node.retry = null;
  note(sim, 'gives-up', { node: nodeName(id) });
  sim.waiting = sim.waiting.filter((waiting) => waiting.from !== id);
  sim.shots = sim.shots.filter((shot) => shot.by !== id);
  const open = sim.jobs.filter(({ stage }) => stage !== 'activate');
  for (const job of open) if (job.from === id) loseJob(sim, sink, job);
  const arriving = open.filter(({ to }) => to === id);
  abortJobs(sim, sink, arriving, `${nodeName(id)} gave its resources up`);
  for (const vm of sim.vms) {
    if (jobOf(sim, vm.id) !== null) continue;
    if (loseInstance(sim, vm, id, 'stopped')) {
      note(sim, 'vm-stopped', { vm: vmName(sim, vm.id), node: nodeName(id) });
    }
  }
  settleHalts(sim);
  goOn(sim);
  startNode(sim, id, RESTART_MS);
}

/** Its Heartbeat begins after so long. */
export function startNode(sim: SimState, id: number, inMs: number): void {
  const node = sim.nodes[id] as SimNode;
  node.state = 'starting';
  node.start += 1;
  const time = sim.nowUs + microsFromMillis(inMs);
  sim.queue.push(simEvent({ kind: 'node-up', node: id, start: node.start, time }));
}

/** A node hears another for the first time: who has been there longer tells who runs what. */
export function rejoin(sim: SimState, node: SimNode, from: number): void {
  const other = sim.nodes[from] as SimNode;
  // One that has just started runs nothing but what it says.
  for (const vm of sim.vms) {
    const runsThere = isPresent(vm) && vm.node === from;
    if (node.owners[vm.id] === from && !runsThere && vm.copy?.node !== from && !other.informed) {
      node.owners[vm.id] = -1;
    }
  }
  if (!node.informed && other.informed) {
    // What runs on it, it knows better.
    node.owners = other.owners.map((owner, vm) => (node.owners[vm] === node.id ? node.id : owner));
    node.informed = true;
  }
  if (node.informed && sim.scenario.heartbeat.autoFailback) queueHome(sim, from);
}
