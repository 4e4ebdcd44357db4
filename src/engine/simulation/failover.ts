/**
 * What Heartbeat does about a controlled stop, and how its guests get elsewhere (paper A, section IV).
 *
 *   paper's script, stock migrating   stop ─► notice ─► [reserve ─► predict ─► rounds ─► stop-and-copy ─► activate] per guest
 *   stock, rebooting                  stop ─► shut down guest by guest ─► notice ─► boot elsewhere
 *
 * The paper's script answers "stopped" at once although the VM runs on: belief and truth part ways here.
 */
import { PAGE_EVENT } from '../../base/columns.ts';
import { type Micros, microsFromMillis } from '../../base/units.ts';
import { chooseTarget, haveRoom, type PlacementNode } from '../cluster/placement.ts';
import { strategyOf } from '../migration/strategy-registry.ts';
import { Transfer } from '../migration/transfer.ts';
import { type JobStage, simEvent } from './events.ts';
import { freshMemory } from './guests.ts';
import { beginPhase, note } from './log.ts';
import { closeBatch, keepRecord, pushStage, recordOf, startLastCopy, startRounds, suspend } from './mover.ts';
import { startReferences } from './references.ts';
import type { Series } from './series.ts';
import { type Job, nodeName, type SimNode, type SimState, type SimVm, vmName } from './state.ts';

/** 5 gratuitous ARPs, 200 ms apart (Heartbeat's IP takeover). */
const ARP_COUNT = 5;
const ARP_INTERVAL_US: Micros = 200_000;

export function freeMiB(sim: SimState, node: number): number {
  const { memoryMiB, dom0MiB } = sim.scenario.cluster;
  let free = memoryMiB - dom0MiB;
  for (const vm of sim.vms) {
    if (vm.node === node && vm.state !== 'stopped' && vm.state !== 'lost') free -= vm.memoryMiB;
  }
  for (const reservation of sim.reservations) {
    if (reservation.node === node) free -= (sim.vms[reservation.vm] as SimVm).memoryMiB;
  }
  return free;
}

function placementNodes(sim: SimState): PlacementNode[] {
  return sim.nodes.map((node) => ({ online: node.state === 'online', freeMiB: freeMiB(sim, node.id) }));
}

/** The node a VM is on, or has memory promised on. */
function placeOf(sim: SimState, vm: SimVm): number {
  return sim.reservations.find((reservation) => reservation.vm === vm.id)?.node ?? vm.node;
}

/** Guests that have to leave with a node: those on it and those on their way to it. */
function guestsToMove(sim: SimState, node: number): SimVm[] {
  return sim.vms.filter((vm) => vm.state !== 'lost' && placeOf(sim, vm) === node);
}

/** Guests of nodes stopped before that have no place elsewhere yet, the queue first. */
function guestsWithoutPlace(sim: SimState): SimVm[] {
  const inLine = (vm: SimVm): number => {
    const at = sim.waiting.findIndex((waiting) => waiting.vm === vm.id);
    return at < 0 ? sim.waiting.length : at;
  };
  return sim.vms
    .filter((vm) => vm.state !== 'lost' && sim.nodes[placeOf(sim, vm)]?.state !== 'online')
    .sort((a, b) => inLine(a) - inLine(b) || a.id - b.id);
}

/** The command "stop node": carried out, or refused with a sentence and no change. */
export function stopNode(sim: SimState, sink: Series | null, node: number): void {
  const refusal = whyNotStop(sim, node);
  note(sim, 'stop-command', { node: nodeName(node) });
  if (refusal !== null) {
    note(sim, 'stop-refused', { node: nodeName(node), text: refusal });
    return;
  }
  (sim.nodes[node] as SimNode).state = 'draining';
  if (sim.job !== null && sim.job.to === node && sim.job.stage !== 'activate') {
    abortJob(sim, sink, `${nodeName(node)} was stopped while it received`);
  }
  if (sim.scenario.failover === 'stock-rebooting') shutDownGuests(sim, node);
  else announce(sim, node);
}

function whyNotStop(sim: SimState, node: number): string | null {
  const target = sim.nodes[node];
  if (target === undefined) return `the cluster has only ${sim.nodes.length} nodes.`;
  if (target.state !== 'online') return 'it was stopped before; stop another node.';
  const own = guestsToMove(sim, node);
  const needed = [...guestsWithoutPlace(sim), ...own].map((vm) => vm.memoryMiB);
  if (haveRoom(placementNodes(sim), needed, node)) return null;
  return `the nodes left have no room for its ${own.length} guests; give the nodes more memory or keep it running.`;
}

function announce(sim: SimState, node: number): void {
  const lies = sim.scenario.failover === 'paper-script';
  for (const vm of sim.vms) {
    if (vm.node !== node || vm.state !== 'running') continue;
    beginPhase(sim, vm, 'stop-notice');
    vm.belief = { state: lies ? 'stopped' : 'migrating', node };
    if (lies) note(sim, 'script-says-stopped', { vm: vmName(sim, vm.id), node: nodeName(node) });
  }
  note(sim, 'stop-announced', { node: nodeName(node) });
  const noticeUs = Math.round(sim.random.timing.between(35_000, 55_000));
  sim.queue.push(simEvent({ kind: 'notice', node, time: sim.nowUs + noticeUs }));
}

/** The survivors know which VMs must move. */
export function onNotice(sim: SimState, node: number): void {
  if (sim.scenario.failover === 'stock-rebooting') {
    bootGuests(sim, node);
    return;
  }
  for (const vm of sim.vms) {
    if (vm.node !== node || vm.state !== 'running') continue;
    if (sim.waiting.some((waiting) => waiting.vm === vm.id) || sim.job?.vm === vm.id) continue;
    sim.waiting.push({ vm: vm.id, from: node });
    beginPhase(sim, vm, 'waiting');
    // The first in line does not wait.
    if (sim.job !== null || sim.waiting.length > 1) {
      note(sim, 'migration-queued', { vm: vmName(sim, vm.id) });
    }
  }
  finishNode(sim, node);
  startNextJob(sim);
}

function startNextJob(sim: SimState): void {
  if (sim.job !== null) return;
  for (;;) {
    const next = sim.waiting.shift();
    if (next === undefined) return;
    const vm = sim.vms[next.vm] as SimVm;
    const to = chooseTarget(placementNodes(sim), vm.memoryMiB, next.from);
    if (to >= 0) {
      startJob(sim, vm, next.from, to);
      return;
    }
    note(sim, 'no-room', { vm: vmName(sim, vm.id) });
    beginPhase(sim, vm, 'steady');
    vm.belief = { state: 'started', node: vm.node };
  }
}

function startJob(sim: SimState, vm: SimVm, from: number, to: number): void {
  const strategy = strategyOf(sim.scenario.migration.strategy);
  const id = sim.migrations.length;
  sim.migrations.push({
    id,
    vm: vm.id,
    from,
    to,
    strategy: strategy.kind,
    startUs: null,
    suspendUs: null,
    endUs: null,
    outcome: 'running',
    totalPages: vm.memoryPages,
    heldPages: 0,
    pagesSent: 0,
    bytesSent: 0,
    heldWritten: 0,
    dirtiedDistinct: 0,
    rounds: [],
  });
  sim.job = {
    id,
    vm: vm.id,
    from,
    to,
    stage: 'reserve',
    transfer: new Transfer(vm.memoryPages),
    predicted: null,
    pageUs: 0,
    periodUs: 0,
    streamFromUs: 0,
    batch: 0,
    batchStartUs: 0,
    batchSent: 0,
    batchFirst: 0,
    streamOn: false,
    copyFromUs: 0,
    copySent: 0,
  };
  sim.reservations.push({ vm: vm.id, node: to });
  if (sim.scenario.failover === 'paper-script') vm.belief = { state: 'starting', node: to };
  beginPhase(sim, vm, 'reserve');
  note(sim, 'reserved', { vm: vmName(sim, vm.id), to: nodeName(to), mib: vm.memoryMiB });
  const reserveUs = Math.round(sim.random.timing.between(30_000, 50_000));
  pushStage(sim, sim.job, strategy.predicts ? 'predict' : 'stream', reserveUs);
}

export function onStage(sim: SimState, sink: Series | null, jobId: number, stage: JobStage): void {
  const { job } = sim;
  if (job === null || job.id !== jobId) return;
  switch (stage) {
    case 'predict': {
      job.stage = 'predict';
      beginPhase(sim, sim.vms[job.vm] as SimVm, 'predict');
      pushStage(sim, job, 'stream', Math.round(sim.random.timing.between(30_000, 50_000)));
      return;
    }
    case 'stream':
      if (job.stage === 'predict') predict(sim, sink, job);
      if (strategyOf(sim.scenario.migration.strategy).suspendsFirst) suspend(sim, job);
      else startRounds(sim, job);
      return;
    case 'copy':
      startLastCopy(sim, job);
      return;
    case 'activate':
      discardSource(sim, job);
      return;
    case 'done':
      activate(sim, job);
      return;
    default:
  }
}

/** Pre-processing (paper B, operation 1): the working set as the trees and the cache see it at this moment. */
function predict(sim: SimState, sink: Series | null, job: Job): void {
  const vm = sim.vms[job.vm] as SimVm;
  const { workingSetPages, hold, predictor } = sim.scenario.prediction;
  job.predicted = vm.predictor.predict(workingSetPages, vm.workload);
  job.transfer.hold(job.predicted, hold === 'until-stop');
  recordOf(sim, job).heldPages = job.transfer.heldPages;
  if (sink !== null) {
    for (const page of job.predicted) sink.pages.append(sim.nowUs, vm.id, page, PAGE_EVENT.held, 0);
  }
  note(sim, 'predicted', { vm: vmName(sim, vm.id), pages: job.predicted.length, predictor });
}

/** The destination has acknowledged the last page, so the source's copy may go. */
function discardSource(sim: SimState, job: Job): void {
  const vm = sim.vms[job.vm] as SimVm;
  job.stage = 'activate';
  keepRecord(sim, job);
  assertNoLostWrite(sim, job);
  beginPhase(sim, vm, 'activate');
  note(sim, 'source-discarded', { vm: vmName(sim, vm.id), from: nodeName(job.from) });
  pushStage(sim, job, 'done', microsFromMillis(sim.scenario.migration.resumeMs));
}

function assertNoLostWrite(sim: SimState, job: Job): void {
  const { versions } = sim.vms[job.vm] as SimVm;
  const { destination } = job.transfer;
  for (let page = 0; page < versions.length; page += 1) {
    if (destination[page] !== (versions[page] as number) + 1) {
      throw new Error(
        `Lost write: page ${page} of ${vmName(sim, job.vm)} is at version ${versions[page]}, the destination has ${(destination[page] as number) - 1}.`,
      );
    }
  }
}

function activate(sim: SimState, job: Job): void {
  const vm = sim.vms[job.vm] as SimVm;
  const record = recordOf(sim, job);
  vm.node = job.to;
  record.outcome = 'completed';
  record.endUs = sim.nowUs;
  endJob(sim, vm);
  resume(sim, vm);
  const downtimeMs = (sim.nowUs - (record.suspendUs ?? sim.nowUs)) / 1000;
  note(sim, 'activated', { vm: vmName(sim, vm.id), to: nodeName(vm.node), downtimeMs });
  finishNode(sim, job.from);
  // It may have landed on a node that was stopped while it was being activated.
  if ((sim.nodes[job.to] as SimNode).state === 'draining') onNotice(sim, job.to);
  else startNextJob(sim);
}

/** It runs on where it is now, and the LAN is told. */
function resume(sim: SimState, vm: SimVm): void {
  vm.state = 'running';
  vm.belief = { state: 'started', node: vm.node };
  vm.activatedUs = sim.nowUs;
  beginPhase(sim, vm, 'recover');
  for (let number = 1; number <= ARP_COUNT; number += 1) {
    const time = sim.nowUs + (number - 1) * ARP_INTERVAL_US;
    sim.queue.push(simEvent({ kind: 'arp', vm: vm.id, number, time }));
  }
  startReferences(sim, vm);
}

function endJob(sim: SimState, vm: SimVm): void {
  sim.job = null;
  sim.reservations = sim.reservations.filter((reservation) => reservation.vm !== vm.id);
}

/** The receiving node goes away: the VM runs on at its source and waits for the next target. */
function abortJob(sim: SimState, sink: Series | null, reason: string): void {
  const { job } = sim;
  if (job === null) return;
  const vm = sim.vms[job.vm] as SimVm;
  closeBatch(sim, sink, job);
  const record = keepRecord(sim, job);
  const round = record.rounds.at(-1);
  if (round !== undefined) round.endUs ??= sim.nowUs;
  record.outcome = 'aborted';
  record.endUs = sim.nowUs;
  const paused = vm.state === 'paused';
  vm.state = 'running';
  vm.belief = {
    state: sim.scenario.failover === 'paper-script' ? 'stopped' : 'migrating',
    node: job.from,
  };
  endJob(sim, vm);
  note(sim, 'aborted', {
    vm: vmName(sim, vm.id),
    from: nodeName(job.from),
    to: nodeName(job.to),
    reason,
  });
  beginPhase(sim, vm, 'waiting');
  if (paused) startReferences(sim, vm);
  sim.waiting.unshift({ vm: vm.id, from: job.from });
}

function finishNode(sim: SimState, node: number): void {
  const state = sim.nodes[node] as SimNode;
  if (state.state !== 'draining') return;
  // One that is being activated here already has to come before it can leave.
  if (sim.job?.to === node) return;
  if (sim.vms.some((vm) => vm.node === node && vm.state !== 'stopped' && vm.state !== 'lost')) return;
  state.state = 'stopped';
  note(sim, 'node-empty', { node: nodeName(node) });
}

// Stock Heartbeat without migration: the resource agent shuts the guest down, another node boots it.

function shutDownGuests(sim: SimState, node: number): void {
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

function bootGuests(sim: SimState, node: number): void {
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
