/** What measures a run: pings, samples of writes and pages left, CPU, heartbeats. */
import { microsFromMillis } from '../../base/units.ts';
import { cpuLoad, guestShare, movingPercent } from '../cluster/cpu.ts';
import { pingParts, tailShare } from '../network/ping.ts';
import { layersNow } from './caps.ts';
import { simEvent } from './events.ts';
import { focusVm } from './focus.ts';
import { answers, copyExecutes } from './instances.ts';
import { jobOf } from './jobs.ts';
import { startBeating } from './members.ts';
import { pingWaitMs } from './port-queues.ts';
import type { GuestSpec } from './scenario.ts';
import type { Series } from './series.ts';
import { isExecuting, pingedVm, type SimNode, type SimState, type SimVm } from './state.ts';

const SAMPLE_US = 10_000;
const CPU_US = 100_000;

export function startObserving(sim: SimState): void {
  sim.queue.push(simEvent({ kind: 'ping', time: 0 }));
  sim.queue.push(simEvent({ kind: 'sample', time: SAMPLE_US }));
  sim.queue.push(simEvent({ kind: 'cpu', time: CPU_US }));
  const keepalive = microsFromMillis(sim.scenario.heartbeat.keepaliveMs);
  for (const node of sim.nodes) {
    // Nodes were started at different moments: their beats are not in step.
    const offset = Math.floor(sim.random.timing.uniform() * keepalive);
    startBeating(sim, node, offset);
  }
}

export function tailNow(sim: SimState, vm: SimVm): number {
  if (vm.activatedUs < 0) return 0;
  const { tailShare: initial, tailMs } = sim.scenario.migration;
  return tailShare(initial, tailMs * sim.storage.slow, sim.nowUs - vm.activatedUs);
}

export function onPing(sim: SimState, sink: Series | null): void {
  const vm = pingedVm(sim);
  const { pings } = sim;
  pings.sent += 1;
  pings.lastSentUs = sim.nowUs;
  const queueMs = pingWaitMs(sim, vm.answersAt);
  const dropped = sim.dropPing;
  sim.dropPing = false;
  const { lossShare } = sim.lans.data;
  const lost = lossShare > 0 && sim.random.failures.uniform() < lossShare;
  if (answers(sim, vm) && !dropped && !lost) {
    const tailMs = tailNow(sim, vm) * sim.queueDelayMs;
    const parts = pingParts(sim.scenario.network, queueMs, tailMs, sim.random.rtt);
    pings.lastMs = parts.rttMs;
    pings.sumMs += parts.rttMs;
    const batch = queueMs > 0 ? sim.batches : -1;
    sink?.pings.append(sim.nowUs, parts.rttMs, parts.queueMs, parts.tailMs, parts.noiseMs, batch);
  } else {
    pings.lost += 1;
    pings.lastMs = Number.NaN;
    sink?.pings.append(sim.nowUs, Number.NaN, 0, 0, 0, -1);
  }
  const interval = microsFromMillis(sim.scenario.network.pingIntervalMs);
  sim.queue.push(simEvent({ kind: 'ping', time: sim.nowUs + interval }));
}

export function onSample(sim: SimState, sink: Series | null): void {
  const vm = focusVm(sim);
  const before = sim.sampledVm === vm.id ? sim.writesAtSample : vm.writes;
  const transfer = jobOf(sim, vm.id)?.transfer ?? null;
  const left = transfer === null ? Number.NaN : transfer.remaining;
  const dirty = transfer === null ? 0 : transfer.dirtiedInRound;
  sink?.progress.append(sim.nowUs, vm.id, vm.writes - before, left, dirty);
  sim.writesAtSample = vm.writes;
  sim.sampledVm = vm.id;
  sim.queue.push(simEvent({ kind: 'sample', time: sim.nowUs + SAMPLE_US }));
}

export function onCpu(sim: SimState, sink: Series | null): void {
  const { cluster, guests, migration } = sim.scenario;
  const { cpuFactor } = layersNow(sim.scenario);
  for (const node of sim.nodes) {
    const running = sim.vms
      .filter(
        (vm) =>
          (vm.node === node.id && isExecuting(vm)) || (vm.copy?.node === node.id && copyExecutes(sim, vm)),
      )
      .map((vm) => guests[vm.id] as GuestSpec);
    const bits = node.movedBits.reduce((sum, part) => sum + part, 0);
    const load = cpuLoad(running, bits, CPU_US, migration.dom0CoresPerGbps, cluster.cores, cpuFactor);
    sink?.cpu.append(sim.nowUs, node.id, load.percent, load.dom0Percent);
    if (sink !== null) writeShares(sim, sink, node, running);
    node.movedBits.fill(0);
  }
  sim.queue.push(simEvent({ kind: 'cpu', time: sim.nowUs + CPU_US }));
}

/** Who the node works for: one row for each guest that causes any work there. */
function writeShares(sim: SimState, sink: Series, node: SimNode, running: readonly GuestSpec[]): void {
  const { cluster, guests, migration } = sim.scenario;
  const { cpuFactor } = layersNow(sim.scenario);
  guests.forEach((guest, vm) => {
    const runs = running.includes(guest);
    const { ownPercent, requestPercent } = runs
      ? guestShare(guest, cpuFactor)
      : { ownPercent: 0, requestPercent: 0 };
    const bits = node.movedBits[vm] ?? 0;
    const moving = movingPercent(bits, CPU_US, migration.dom0CoresPerGbps, cluster.cores);
    if (ownPercent + requestPercent + moving > 0) {
      sink.shares.append(sim.nowUs, node.id, vm, ownPercent, requestPercent, moving);
    }
  });
}
