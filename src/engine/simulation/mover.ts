/**
 * Drives the transfer of a job over the source's transmit port (how fast: pacing.ts).
 *
 *   batch k      ████████········████████········        ████ on: one page each pageUs
 *   starts at    S + ⌊k·period⌋                          ···· off, to hold the pace
 *
 * Batches run on through round borders. The last copy, with the VM paused, goes without a pace.
 */
import { PAGE_EVENT } from '../../base/columns.ts';
import { type Bytes, type Micros, microsFromMillis } from '../../base/units.ts';
import { stopRuleOf } from '../migration/strategy-registry.ts';
import { pageTimeMicros } from '../network/transmit-port.ts';
import { closeBatch, openBatch } from './batches.ts';
import { type SimEvent, simEvent } from './events.ts';
import type { MigrationRecord, RoundRecord } from './history.ts';
import { settleWriters } from './instances.ts';
import { isSending, jobById } from './jobs.ts';
import { beginPhase, note } from './log.ts';
import { jobBatchPages, joinPorts, nextPageUs, setClock, share } from './pacing.ts';
import { PAGE_BYTES } from './page-size.ts';
import type { Series } from './series.ts';
import { type Job, nodeName, type SimNode, type SimState, type SimVm, vmName } from './state.ts';

/** registers and device state that go with the last copy (assumed, of the order of a Xen save record) */
const CPU_STATE_BYTES: Bytes = 65_536;

export function recordOf(sim: SimState, job: Job): MigrationRecord {
  return sim.migrations[job.id] as MigrationRecord;
}

export function startRounds(sim: SimState, job: Job): void {
  job.stage = 'stream';
  job.streamFromUs = sim.nowUs;
  recordOf(sim, job).startUs = sim.nowUs;
  (sim.vms[job.vm] as SimVm).state = 'migrating';
  beginRound(sim, job);
  joinPorts(sim, job);
}

function beginRound(sim: SimState, job: Job): void {
  job.transfer.beginRound();
  const { round, listed } = job.transfer;
  openRecord(sim, job, false);
  beginPhase(sim, sim.vms[job.vm] as SimVm, `round-${round}`);
  note(sim, 'round-started', { vm: vmName(sim, job.vm), round, pages: listed });
}

function openRecord(sim: SimState, job: Job, final: boolean): void {
  const { round, listed } = job.transfer;
  recordOf(sim, job).rounds.push({
    round,
    final,
    startUs: sim.nowUs,
    endUs: null,
    pagesToSend: listed,
    pagesSent: 0,
    pagesSkipped: 0,
    bytesSent: 0,
    pagesDirtied: 0,
    remainingPages: job.transfer.remaining,
    stop: null,
  });
}

/** The job's record as of now: a copy, so that looking never changes the state. */
export function liveRecord(sim: SimState, job: Job): MigrationRecord {
  const { transfer } = job;
  const stored = recordOf(sim, job);
  const record: MigrationRecord = {
    ...stored,
    pagesSent: transfer.totalSent,
    bytesSent: transfer.totalSent * PAGE_BYTES + (job.stage === 'activate' ? CPU_STATE_BYTES : 0),
    heldWritten: transfer.heldWritten,
    dirtiedDistinct: transfer.dirtiedDistinct,
    rounds: [...stored.rounds],
  };
  const last = record.rounds.at(-1);
  if (last === undefined || last.endUs !== null) return record;
  record.rounds[record.rounds.length - 1] = {
    ...last,
    pagesSent: transfer.sentInRound,
    pagesSkipped: transfer.skippedInRound,
    bytesSent: transfer.sentInRound * PAGE_BYTES,
    pagesDirtied: transfer.dirtiedInRound,
    remainingPages: transfer.remaining,
  };
  return record;
}

/** Writes the live record down. */
export function keepRecord(sim: SimState, job: Job): MigrationRecord {
  const record = liveRecord(sim, job);
  sim.migrations[job.id] = record;
  return record;
}

/** Continuing event: one page after another until another event is due. */
export function onStream(
  sim: SimState,
  sink: Series | null,
  event: SimEvent & { kind: 'stream' },
  untilUs: Micros,
): void {
  for (;;) {
    const job = jobById(sim, event.job);
    if (job === null || job.setting !== event.setting || !isSending(job)) return;
    const next = job.stage === 'copy' ? copyStep(sim, sink, job) : liveStep(sim, sink, job);
    if (next < 0) return;
    if (next > untilUs || next >= sim.queue.nextTime) {
      sim.queue.putBack(event, next);
      return;
    }
    sim.nowUs = next;
  }
}

/** One page, or the start of a batch. @returns time of the next step, −1 when the live rounds are over */
function liveStep(sim: SimState, sink: Series | null, job: Job): Micros {
  if (!job.streamOn) {
    openBatch(job, sim.nowUs);
  } else if (!sendNext(sim, sink, job)) {
    if (endRound(sim, sink, job)) return -1;
  } else {
    job.batchSent += 1;
    const over = job.transfer.nextPage(skipLogger(sim, sink, job)) < 0;
    if (over && endRound(sim, sink, job)) return -1;
    if (job.batchSent >= jobBatchPages(sim, job)) {
      closeBatch(sim, sink, job);
      job.batch += 1;
      const start = job.streamFromUs + Math.floor(job.batch * job.periodUs);
      if (start > sim.nowUs) return start;
      const endedUs = job.clockUs + job.clockRest + job.batchSent * job.pageUs;
      openBatch(job, sim.nowUs);
      // What others on the port kept it from sending in time is not made up for.
      if (sim.nowUs - start > job.pageUs) {
        job.streamFromUs = sim.nowUs;
        job.batch = 0;
        setClock(job, endedUs);
      }
    }
  }
  return nextPageUs(job);
}

function skipLogger(sim: SimState, sink: Series | null, job: Job): ((page: number) => void) | null {
  if (sink === null) return null;
  return (page) => sink.pages.append(sim.nowUs, job.vm, page, PAGE_EVENT.skipped, job.transfer.round);
}

/** @returns false if the round has no page left */
function sendNext(sim: SimState, sink: Series | null, job: Job): boolean {
  const { transfer } = job;
  const page = transfer.nextPage(skipLogger(sim, sink, job));
  if (page < 0) return false;
  const vm = sim.vms[job.vm] as SimVm;
  transfer.send(page, vm.versions[page] as number);
  for (const id of [job.from, job.to]) {
    const { movedBits } = sim.nodes[id] as SimNode;
    movedBits[job.vm] = (movedBits[job.vm] ?? 0) + PAGE_BYTES * 8;
  }
  sink?.pages.append(sim.nowUs, job.vm, page, PAGE_EVENT.sent, transfer.round);
  return true;
}

function closeRound(sim: SimState, job: Job): RoundRecord {
  const record = keepRecord(sim, job).rounds.at(-1) as RoundRecord;
  record.endUs = sim.nowUs;
  return record;
}

/** @returns true if that was the last live round */
function endRound(sim: SimState, sink: Series | null, job: Job): boolean {
  const { transfer } = job;
  const record = closeRound(sim, job);
  note(sim, 'round-ended', {
    vm: vmName(sim, job.vm),
    round: transfer.round,
    sent: transfer.sentInRound,
    skipped: transfer.skippedInRound,
    dirtied: transfer.dirtiedInRound,
  });
  const reason = stopRuleOf('xen').check({
    round: transfer.round,
    sent: transfer.sentInRound,
    skipped: transfer.skippedInRound,
    previousSent: transfer.sentInPreviousRound,
    totalSent: transfer.totalSent,
    memoryPages: transfer.pages,
    listed: transfer.listed,
    left: transfer.dirtiedInRound,
    pageBytes: PAGE_BYTES,
    atTopRate: true,
  });
  if (reason === null) {
    beginRound(sim, job);
    return false;
  }
  record.stop = { rule: reason.rule, operands: { ...reason.operands } };
  note(sim, 'stop-rule', { vm: vmName(sim, job.vm), rule: reason.rule, ...reason.operands });
  closeBatch(sim, sink, job);
  suspend(sim, job);
  return true;
}

/** From here on the VM does not run anywhere until it is activated. */
export function suspend(sim: SimState, job: Job): void {
  const vm = sim.vms[job.vm] as SimVm;
  const record = recordOf(sim, job);
  job.stage = 'suspend';
  share(sim);
  vm.state = 'paused';
  settleWriters(sim, vm);
  record.suspendUs = sim.nowUs;
  record.startUs ??= sim.nowUs;
  beginPhase(sim, vm, 'stop-and-copy');
  note(sim, 'suspended', { vm: vmName(sim, job.vm), node: nodeName(job.from) });
  pushStage(sim, job, 'copy', microsFromMillis(sim.scenario.migration.suspendMs));
}

export function startLastCopy(sim: SimState, job: Job): void {
  job.stage = 'copy';
  job.transfer.beginLastCopy();
  openRecord(sim, job, true);
  job.copySent = 0;
  joinPorts(sim, job);
}

function copyStep(sim: SimState, sink: Series | null, job: Job): Micros {
  if (sendNext(sim, sink, job)) {
    job.copySent += 1;
    job.batchSent += 1;
    return nextPageUs(job);
  }
  const { copySent } = job;
  closeBatch(sim, sink, job);
  closeRound(sim, job);
  note(sim, 'copied', { vm: vmName(sim, job.vm), pages: copySent });
  const rest = pageTimeMicros(job.mbps, CPU_STATE_BYTES) + microsFromMillis(sim.scenario.network.wireRttMs);
  job.stage = 'acknowledge';
  pushStage(sim, job, 'activate', Math.ceil(rest));
  return -1;
}

export function pushStage(sim: SimState, job: Job, stage: Job['stage'], inUs: Micros): void {
  sim.queue.push(simEvent({ kind: 'stage', job: job.id, stage, time: sim.nowUs + inUs }));
}
