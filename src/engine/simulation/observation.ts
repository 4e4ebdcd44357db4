/** What can be seen of a run at one moment, in records of human size. */
import { responseTimeMs } from '../cluster/response-time.ts';
import { freeMiB } from './capacity.ts';
import type { History, NodeSummary, VmSummary } from './history.ts';
import { liveRecord } from './mover.ts';
import { isExecuting, nodeName, type SimState } from './state.ts';

/** History, VMs and nodes as they stand, the running round's numbers included. Looking changes nothing. */
export function historyOf(sim: SimState): History {
  const { job } = sim;
  return {
    revision: sim.revision,
    phases: sim.phases,
    migrations: sim.migrations.map((record) => (job?.id === record.id ? liveRecord(sim, job) : record)),
    events: sim.log,
    vms: vmSummaries(sim),
    nodes: nodeSummaries(sim),
  };
}

export function vmSummaries(sim: SimState): VmSummary[] {
  return sim.vms.map((vm) => {
    const guest = sim.scenario.guests[vm.id];
    const serves = guest !== undefined && guest.requestsPerSecond > 0 && isExecuting(vm);
    return {
      id: vm.id,
      name: guest?.name ?? '',
      os: guest?.os ?? '',
      role: guest?.role ?? '',
      memoryPages: vm.memoryPages,
      node: vm.state === 'stopped' || vm.state === 'lost' ? -1 : vm.node,
      state: vm.state,
      belief: vm.belief,
      responseMs: serves ? responseTimeMs(guest.memoryInUseMB, true) : null,
    };
  });
}

function nodeSummaries(sim: SimState): NodeSummary[] {
  return sim.nodes.map((node) => ({
    id: node.id,
    name: nodeName(node.id),
    state: node.state,
    memoryMiB: sim.scenario.cluster.memoryMiB,
    freeMiB: freeMiB(sim, node.id),
    guests: sim.vms
      .filter((vm) => vm.node === node.id && vm.state !== 'stopped' && vm.state !== 'lost')
      .map((vm) => vm.id),
    reservedFor: sim.reservations.filter((r) => r.node === node.id).map((r) => r.vm),
    lastBeatUs: node.lastBeatUs,
  }));
}
