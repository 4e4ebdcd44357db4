/**
 * One migration from its place in line to its activation: reserve ─► predict ─► rounds ─► stop-and-copy ─► activate.
 * The pages in between are the mover's business.
 */
import { PAGE_EVENT } from '../../base/columns.ts';
import { microsFromMillis } from '../../base/units.ts';
import { chooseTarget } from '../cluster/placement.ts';
import { predictWorkingSet } from '../memory/predictor.ts';
import { strategyOf } from '../migration/strategy-registry.ts';
import { Transfer } from '../migration/transfer.ts';
import { finishNode, resume } from './arrival.ts';
import { closeBatch } from './batches.ts';
import { placementNodes } from './capacity.ts';
import { referenceRate } from './caps.ts';
import type { JobStage } from './events.ts';
import { settleWriters } from './instances.ts';
import { isUnderWay, jobById, parallelLimit } from './jobs.ts';
import { beginPhase, note } from './log.ts';
import { keepRecord, pushStage, recordOf, startLastCopy, startRounds, suspend } from './mover.ts';
import { own } from './owners.ts';
import { share } from './pacing.ts';
import { PAGE_BYTES } from './page-size.ts';
import { startReferences } from './references.ts';
import type { Series } from './series.ts';
import { type Job, modeOf, nodeName, type SimNode, type SimState, type SimVm, vmName } from './state.ts';

const STALL_LOOK_US = 10_000;

/** Every guest still running on a draining node joins the line, and the line moves on. */
export function queueGuests(sim: SimState, node: number): void {
  for (const vm of sim.vms) {
    if (vm.node !== node || vm.state !== 'running') continue;
    if (isUnderWay(sim, vm.id)) continue;
    sim.waiting.push({ vm: vm.id, from: node });
    beginPhase(sim, vm, 'waiting');
    // Whoever finds a free place among those that move does not wait.
    const limit = parallelLimit(sim);
    const place = sim.jobs.length + sim.waiting.length - limit;
    if (place > 0) {
      const slots = { vm: vmName(sim, vm.id), place, limit, case: limit === 1 ? 'one' : 'more' };
      note(sim, 'migration-queued', slots);
    }
  }
  finishNode(sim, node);
  goOn(sim);
}

/** The line moves on: as many migrations as there are places for. */
export function goOn(sim: SimState): void {
  while (sim.jobs.length < parallelLimit(sim)) {
    const next = sim.waiting.shift();
    if (next === undefined) return;
    const vm = sim.vms[next.vm] as SimVm;
    if (vm.node !== next.from || vm.state !== 'running') continue;
    const places = placementNodes(sim);
    const wanted = next.to === undefined ? undefined : places[next.to];
    const fits = wanted?.online === true && wanted.freeMiB >= vm.memoryMiB;
    const to = fits && next.to !== undefined ? next.to : chooseTarget(places, vm.memoryMiB, next.from);
    // Whoever was on the way home and finds no room there stays where it is.
    const stays = next.to !== undefined && !fits;
    if (to >= 0 && !stays) {
      startJob(sim, vm, next.from, to);
      continue;
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
  const job: Job = {
    id,
    vm: vm.id,
    from,
    to,
    stage: 'reserve',
    transfer: new Transfer(vm.memoryPages),
    predicted: null,
    mbps: 0,
    heldBackBy: 'sender',
    pageUs: 0,
    clockUs: 0,
    clockRest: 0,
    setting: 0,
    periodUs: 0,
    streamFromUs: 0,
    batch: 0,
    batchStartUs: 0,
    batchSent: 0,
    batchFirst: 0,
    streamOn: false,
    copySent: 0,
    stalledUs: -1,
  };
  sim.jobs.push(job);
  sim.reservations.push({ vm: vm.id, node: to });
  if (modeOf(sim, from) === 'paper-script') vm.belief = { state: 'starting', node: to };
  beginPhase(sim, vm, 'reserve');
  note(sim, 'reserved', { vm: vmName(sim, vm.id), to: nodeName(to), mib: vm.memoryMiB });
  const reserveUs = Math.round(sim.random.timing.between(30_000, 50_000));
  pushStage(sim, job, strategy.predicts ? 'predict' : 'stream', reserveUs);
}

export function onStage(sim: SimState, sink: Series | null, jobId: number, stage: JobStage): void {
  const job = jobById(sim, jobId);
  if (job === null) return;
  // Nothing gets through: the next stage waits for the way to be free.
  if (job.stalledUs >= 0) {
    pushStage(sim, job, stage, STALL_LOOK_US);
    return;
  }
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
  const ahead = referencesInRoundOne(sim, vm);
  job.predicted = predictWorkingSet(vm.predictor, workingSetPages, vm.workload, vm.random, ahead);
  job.transfer.hold(job.predicted, hold === 'until-stop');
  recordOf(sim, job).heldPages = job.transfer.heldPages;
  if (sink !== null) {
    for (const page of job.predicted) sink.pages.append(sim.nowUs, vm.id, page, PAGE_EVENT.held, 0);
  }
  note(sim, 'predicted', { vm: vmName(sim, vm.id), pages: job.predicted.length, predictor });
}

/** as if every page of the memory went out at the pace asked for */
function referencesInRoundOne(sim: SimState, vm: SimVm): number {
  const { rateMbps } = sim.scenario.migration;
  const { linkMbps } = sim.scenario.network;
  const seconds = (vm.memoryPages * PAGE_BYTES * 8) / (Math.min(rateMbps, linkMbps) * 1e6);
  return Math.floor(seconds * referenceRate(sim, vm));
}

/** The destination has acknowledged the last page, so the source's copy may go. */
function discardSource(sim: SimState, job: Job): void {
  const vm = sim.vms[job.vm] as SimVm;
  job.stage = 'activate';
  share(sim);
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
  endJob(sim, job);
  const host = sim.nodes[job.to] as SimNode;
  if (host.state === 'crashed') {
    vm.state = 'lost';
    beginPhase(sim, vm, 'down');
    note(sim, 'vm-lost', { vm: vmName(sim, vm.id), node: nodeName(vm.node) });
    goOn(sim);
    return;
  }
  resume(sim, vm);
  own(sim, job.to, vm, job.to);
  const downtimeMs = (sim.nowUs - (record.suspendUs ?? sim.nowUs)) / 1000;
  note(sim, 'activated', { vm: vmName(sim, vm.id), to: nodeName(vm.node), downtimeMs });
  finishNode(sim, job.from);
  // It may have landed on a node that was stopped while it was being activated.
  if ((sim.nodes[job.to] as SimNode).state === 'draining') queueGuests(sim, job.to);
  else goOn(sim);
}

function endJob(sim: SimState, job: Job): void {
  sim.jobs = sim.jobs.filter((one) => one !== job);
  sim.reservations = sim.reservations.filter((reservation) => reservation.vm !== job.vm);
  share(sim);
}

/** Its record ends here, whatever has become of the VM. */
function endRecord(sim: SimState, sink: Series | null, job: Job): void {
  closeBatch(sim, sink, job);
  const record = keepRecord(sim, job);
  const round = record.rounds.at(-1);
  if (round !== undefined) round.endUs ??= sim.nowUs;
  record.outcome = 'aborted';
  record.endUs = sim.nowUs;
}

/** The VM is lost while it moves: with its source, with its destination, or by itself. */
export function loseJob(sim: SimState, sink: Series | null, job: Job): void {
  const vm = sim.vms[job.vm] as SimVm;
  endRecord(sim, sink, job);
  // It is lost with whoever loses it; until then it stands where its only copy is.
  if (job.stage === 'activate') vm.node = job.to;
  endJob(sim, job);
  vm.state = 'running';
  note(sim, 'migration-lost', { vm: vmName(sim, vm.id), from: nodeName(job.from), to: nodeName(job.to) });
}

/** Guests that started on this node, and run elsewhere, move back. */
export function queueHome(sim: SimState, home: number): void {
  for (const vm of sim.vms) {
    const away = (sim.scenario.guests[vm.id]?.node ?? 0) - 1 === home && vm.node !== home;
    if (!away || vm.state !== 'running' || vm.copy !== null) continue;
    if (isUnderWay(sim, vm.id)) continue;
    sim.waiting.push({ vm: vm.id, from: vm.node, to: home });
    note(sim, 'failback', { vm: vmName(sim, vm.id), to: nodeName(home) });
  }
  goOn(sim);
}

/** The receiving node goes away: the VMs run on at their sources and wait, before all others, for the next targets. */
export function abortJobs(sim: SimState, sink: Series | null, jobs: readonly Job[], reason: string): void {
  for (const job of jobs) abortJob(sim, sink, job, reason);
  sim.waiting.unshift(...jobs.map(({ vm, from }) => ({ vm, from })));
}

function abortJob(sim: SimState, sink: Series | null, job: Job, reason: string): void {
  const vm = sim.vms[job.vm] as SimVm;
  endRecord(sim, sink, job);
  const paused = vm.state === 'paused';
  vm.state = 'running';
  settleWriters(sim, vm);
  vm.belief = {
    state: modeOf(sim, job.from) === 'paper-script' ? 'stopped' : 'migrating',
    node: job.from,
  };
  endJob(sim, job);
  note(sim, 'aborted', {
    vm: vmName(sim, vm.id),
    from: nodeName(job.from),
    to: nodeName(job.to),
    reason,
  });
  beginPhase(sim, vm, 'waiting');
  if (paused) startReferences(sim, vm);
}
