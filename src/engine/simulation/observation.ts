/** What can be seen of a run at one moment, in records of human size. */
import { corruptBlocks } from '../cluster/disk.ts';
import { isPlugged } from '../cluster/lan.ts';
import { deadlineOf } from '../cluster/membership.ts';
import { freeMiB } from './capacity.ts';
import type { History, NodeSummary, VmSummary } from './history.ts';
import { jobById } from './jobs.ts';
import { timingOf } from './members.ts';
import { responseNowMs } from './memory-in-use.ts';
import { liveRecord } from './mover.ts';
import { HALT, isPresent, nodeName, type SimState, takesPart } from './state.ts';

/** History, VMs and nodes as they stand, the running round's numbers included. Looking changes nothing. */
export function historyOf(sim: SimState): History {
  return {
    revision: sim.revision,
    phases: sim.phases,
    migrations: sim.migrations.map((record) => {
      const job = jobById(sim, record.id);
      return job === null ? record : liveRecord(sim, job);
    }),
    events: sim.log,
    vms: vmSummaries(sim),
    nodes: nodeSummaries(sim),
    shots: sim.shots.map((shot) => ({ ...shot })),
    waiting: sim.waiting.map(({ vm }) => vm),
    surroundings: {
      heartbeatLoss: sim.lans.heartbeat.lossShare,
      dataLoss: sim.lans.data.lossShare,
      dataMbps: sim.slowMbps ?? sim.scenario.network.linkMbps,
      storageDown: sim.storage.down,
      storageSlow: sim.storage.slow,
    },
  };
}

export function vmSummaries(sim: SimState): VmSummary[] {
  return sim.vms.map((vm) => {
    const guest = sim.scenario.guests[vm.id];
    return {
      id: vm.id,
      name: guest?.name ?? '',
      os: guest?.os ?? '',
      role: guest?.role ?? '',
      memoryPages: vm.memoryPages,
      node: isPresent(vm) ? vm.node : -1,
      state: vm.state,
      belief: vm.belief,
      copyNode: vm.copy?.node ?? -1,
      copyBooting: vm.copy?.booting ?? false,
      halted: (vm.halted & HALT.host) !== 0 ? 'host' : vm.halted !== 0 ? 'disk' : null,
      corruptBlocks: corruptBlocks(vm.disk, sim.scenario.storage.writesPerSecond, sim.nowUs),
      memoryInUseMB: vm.memoryInUseMB,
      responseMs: responseNowMs(sim, vm),
    };
  });
}

function nodeSummaries(sim: SimState): NodeSummary[] {
  const timing = timingOf(sim);
  return sim.nodes.map((node) => ({
    id: node.id,
    name: nodeName(node.id),
    state: node.state,
    memoryMiB: sim.scenario.cluster.memoryMiB,
    freeMiB: freeMiB(sim, node.id),
    guests: sim.vms
      .filter((vm) => (vm.node === node.id && isPresent(vm)) || vm.copy?.node === node.id)
      .map((vm) => vm.id),
    reservedFor: sim.reservations.filter((r) => r.node === node.id).map((r) => r.vm),
    lastBeatUs: node.lastBeatUs,
    heartbeatPlugged: isPlugged(sim.lans.heartbeat, node.id),
    dataPlugged: isPlugged(sim.lans.data, node.id),
    peers: node.peers.map((peer) => {
      const deadline = deadlineOf(peer, timing);
      return {
        status: peer.status,
        heardUs: peer.heardUs,
        deadlineUs: Number.isFinite(deadline) && takesPart(node) ? deadline : null,
      };
    }),
    owners: node.owners.slice(),
    stopFailures: node.stopFailures,
    retry: node.retry === null ? null : { ...node.retry },
  }));
}
