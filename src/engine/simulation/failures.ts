/** Commands that hurt something, and those that heal it. Each is carried out, or refused with a sentence and no change. */
import { microsFromMillis } from '../../base/units.ts';
import { crashNode } from './crash.ts';
import { simEvent } from './events.ts';
import { loseInstance, settleHalts } from './instances.ts';
import { goOn, loseJob } from './job.ts';
import { jobOf } from './jobs.ts';
import { note } from './log.ts';
import { startBeating } from './members.ts';
import { changeMemoryInUse, memoryRefusal } from './memory-in-use.ts';
import { startNode } from './rejoin.ts';
import type { Command } from './scenario.ts';
import type { Series } from './series.ts';
import { settleStall } from './stall.ts';
import { isPresent, nodeName, type SimNode, type SimState, takesPart, vmName } from './state.ts';

type Failure = Exclude<Command, { kind: 'stop-node' }>;

export function applyFailure(sim: SimState, sink: Series | null, command: Failure): void {
  const refusal = refusalOf(sim, command);
  if (refusal !== null) {
    note(sim, 'command-refused', { text: refusal });
    return;
  }
  carryOut(sim, sink, command);
  settleHalts(sim);
  settleStall(sim, sink);
}

function carryOut(sim: SimState, sink: Series | null, command: Failure): void {
  const { heartbeat, data } = sim.lans;
  switch (command.kind) {
    case 'crash-node':
      crashNode(sim, sink, command.node - 1, 'crashed');
      return;
    case 'freeze-node':
      (sim.nodes[command.node - 1] as SimNode).state = 'frozen';
      note(sim, 'node-frozen', { node: nodeName(command.node - 1) });
      return;
    case 'thaw-node':
      thaw(sim, command.node - 1);
      return;
    case 'power-node':
      note(sim, 'node-powered', { node: nodeName(command.node - 1) });
      startNode(sim, command.node - 1, sim.scenario.heartbeat.nodeBootMs);
      return;
    case 'fail-stop-script':
      breakStopScript(sim, command.node - 1, Math.ceil(command.times));
      return;
    case 'mend-stop-script':
      (sim.nodes[command.node - 1] as SimNode).stopFailures = 0;
      note(sim, 'mend-stop-script', { node: nodeName(command.node - 1) });
      return;
    case 'cut-heartbeat':
    case 'heal-heartbeat':
      heartbeat.unplugged[command.node - 1] = command.kind === 'cut-heartbeat';
      note(sim, command.kind, { node: nodeName(command.node - 1) });
      return;
    case 'cut-data':
    case 'heal-data':
      data.unplugged[command.node - 1] = command.kind === 'cut-data';
      note(sim, command.kind, { node: nodeName(command.node - 1) });
      return;
    case 'lossy-heartbeat':
      heartbeat.lossShare = command.lossShare;
      note(sim, 'lossy-heartbeat', { share: command.lossShare });
      return;
    case 'lossy-data':
      data.lossShare = command.lossShare;
      note(sim, 'lossy-data', { share: command.lossShare });
      return;
    case 'slow-data':
      sim.slowMbps = command.mbps >= sim.scenario.network.linkMbps ? null : command.mbps;
      note(sim, 'slow-data', { mbps: Math.min(command.mbps, sim.scenario.network.linkMbps) });
      return;
    case 'stop-storage':
    case 'start-storage':
      sim.storage.down = command.kind === 'stop-storage';
      note(sim, command.kind, {});
      return;
    case 'slow-storage':
      sim.storage.slow = command.factor;
      note(sim, 'slow-storage', { factor: command.factor });
      return;
    case 'drop-ping':
      sim.dropPing = true;
      note(sim, 'drop-ping', {});
      return;
    case 'crash-vm':
      crashVm(sim, sink, command.vm);
      return;
    case 'increase-mem':
    case 'decrease-mem':
      changeMemoryInUse(sim, command);
  }
}

/** Beats that came while it hung have been kept by its network card, so it takes nobody for dead. */
function thaw(sim: SimState, id: number): void {
  const node = sim.nodes[id] as SimNode;
  node.state = 'online';
  note(sim, 'node-thawed', { node: nodeName(id) });
  for (const peer of node.peers) if (peer.status === 'up') peer.heardUs = sim.nowUs;
  startBeating(sim, node, sim.nowUs);
}

function breakStopScript(sim: SimState, id: number, times: number): void {
  (sim.nodes[id] as SimNode).stopFailures = times;
  note(sim, 'fail-stop-script', { node: nodeName(id), times });
}

function crashVm(sim: SimState, sink: Series | null, name: string): void {
  const vm = sim.vms.find((one) => vmName(sim, one.id) === name);
  if (vm === undefined) return;
  sim.waiting = sim.waiting.filter((waiting) => waiting.vm !== vm.id);
  const job = jobOf(sim, vm.id);
  if (job !== null) loseJob(sim, sink, job);
  loseInstance(sim, vm, vm.node, 'lost');
  note(sim, 'vm-crashed', { vm: name, node: nodeName(vm.node) });
  goOn(sim);
  const { monitorMs } = sim.scenario.heartbeat;
  if (monitorMs <= 0) return;
  const inUs = Math.round(sim.random.failures.uniform() * microsFromMillis(monitorMs));
  sim.powering += 1;
  sim.queue.push(simEvent({ kind: 'monitor', vm: vm.id, time: sim.nowUs + inUs }));
}

function refusalOf(sim: SimState, command: Failure): string | null {
  if ('node' in command) {
    const node = sim.nodes[command.node - 1];
    const name = nodeName(command.node - 1);
    if (node === undefined) return `The cluster has only ${sim.nodes.length} nodes; name one of them.`;
    switch (command.kind) {
      case 'crash-node':
        return node.state === 'crashed' ? `${name} is off already; switch it on first.` : null;
      case 'freeze-node':
        return node.state === 'online'
          ? null
          : `${name} is ${node.state}; only a node that is online can hang.`;
      case 'thaw-node':
        return node.state === 'frozen' ? null : `${name} does not hang; there is nothing to go on from.`;
      case 'power-node':
        return node.state === 'crashed' || node.state === 'stopped'
          ? null
          : `${name} is ${node.state}; only a node that is off or stopped can be switched on.`;
      case 'mend-stop-script':
        return node.stopFailures > 0
          ? null
          : `The stop scripts of ${name} do not fail; there is nothing to mend.`;
      case 'fail-stop-script':
        return takesPart(node)
          ? null
          : `${name} is ${node.state}; only where Heartbeat runs can it be told to stop.`;
      case 'cut-heartbeat':
        return unpluggedProblem(sim.lans.heartbeat.unplugged[command.node - 1] === true, true, name);
      case 'heal-heartbeat':
        return unpluggedProblem(sim.lans.heartbeat.unplugged[command.node - 1] === true, false, name);
      case 'cut-data':
        return unpluggedProblem(sim.lans.data.unplugged[command.node - 1] === true, true, name);
      case 'heal-data':
        return unpluggedProblem(sim.lans.data.unplugged[command.node - 1] === true, false, name);
    }
  }
  if (command.kind === 'increase-mem' || command.kind === 'decrease-mem') return memoryRefusal(sim, command);
  if (command.kind === 'crash-vm') {
    const vm = sim.vms.find((one) => vmName(sim, one.id) === command.vm);
    if (vm === undefined) return `There is no guest "${command.vm}"; name one of the cluster's guests.`;
    return isPresent(vm) ? null : `${command.vm} does not run; there is nothing to crash.`;
  }
  return null;
}

function unpluggedProblem(is: boolean, wanted: boolean, name: string): string | null {
  if (is !== wanted) return null;
  return wanted
    ? `The cable of ${name} is pulled already; plug it in first.`
    : `The cable of ${name} is plugged in; pull it first.`;
}
