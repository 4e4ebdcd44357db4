/**
 * How fast the pages of each job leave.
 *
 *   share   what the ports give it while a batch of it is on: equal shares of every port it goes through (fair-shares)
 *   pace    what its script allows in the mean: batches and gaps alternate to hold it
 *   Dom0    may be capped; then the jobs at either end share what it can move
 *
 * A job that comes or goes changes the shares of the others in the middle of their pages: what of a page has left by
 * then has left, the rest goes on at the new share. So no port ever carries more than it can.
 */
import type { Micros } from '../../base/units.ts';
import { fairShares } from '../network/fair-shares.ts';
import { batchPeriodMicros, pageTimeMicros } from '../network/transmit-port.ts';
import { closeBatch, openBatch } from './batches.ts';
import { batchPagesNow, dom0Mbps } from './caps.ts';
import { simEvent } from './events.ts';
import { isSending, usesPorts } from './jobs.ts';
import { PAGE_BYTES } from './page-size.ts';
import type { Series } from './series.ts';
import { type Job, modeOf, type SimState } from './state.ts';

/** Stock Heartbeat knows no pace; the paper's script holds the rate R. Mb/s of a job that is alone. */
export function paceMbps(sim: SimState, from: number): number {
  return Math.min(wantedMbps(sim, from), dom0Mbps(sim));
}

function wantedMbps(sim: SimState, from: number): number {
  return modeOf(sim, from) === 'paper-script'
    ? sim.scenario.migration.rateMbps
    : sim.scenario.network.linkMbps;
}

/** What the data LAN gives now, in Mb/s a port; lost packets go again. */
function linkMbpsNow(sim: SimState): number {
  return (sim.slowMbps ?? sim.scenario.network.linkMbps) * (1 - sim.lans.data.lossShare);
}

/** Jobs that keep a Dom0 of this one's busy, itself included: the more of its two ends counts. Asked for every page. */
function besideAtDom0(sim: SimState, job: Job): number {
  let atSource = 0;
  let atDestination = 0;
  for (const one of sim.jobs) {
    if (one !== job && !usesPorts(one)) continue;
    if (one.from === job.from || one.to === job.from) atSource += 1;
    if (one.from === job.to || one.to === job.to) atDestination += 1;
  }
  return Math.max(atSource, atDestination);
}

/** Mb/s its Dom0s can move for it. */
function dom0Share(sim: SimState, job: Job): number {
  return dom0Mbps(sim) / besideAtDom0(sim, job);
}

/** Mean Mb/s it may reach at most, by its script and its Dom0s. */
export function jobPaceMbps(sim: SimState, job: Job): number {
  return Math.min(wantedMbps(sim, job.from), dom0Share(sim, job));
}

/** Pages of one batch of it. */
export function jobBatchPages(sim: SimState, job: Job): number {
  return batchPagesNow(sim, PAGE_BYTES, besideAtDom0(sim, job));
}

/** When its next page will have left, as its clock stands. */
export function nextPageUs(job: Job): Micros {
  return job.clockUs + Math.floor(job.clockRest + (pagesOfClock(job) + 1) * job.pageUs);
}

/** Pages since its clock was set. */
function pagesOfClock(job: Job): number {
  return job.stage === 'copy' ? job.copySent : job.batchSent;
}

/** Its clock as if it had been set at a moment between two microseconds: many settings must not add up to a gain. */
export function setClock(job: Job, exactUs: number): void {
  job.clockUs = Math.floor(exactUs);
  job.clockRest = exactUs - job.clockUs;
}

/** Nothing paces the last copy but a capped Dom0, which makes the pause longer. */
function setPace(sim: SimState, job: Job): void {
  const wireUs = pageTimeMicros(job.mbps, PAGE_BYTES);
  const dom0Us = (PAGE_BYTES * 8) / dom0Share(sim, job);
  job.pageUs = job.stage === 'copy' ? Math.max(wireUs, dom0Us) : wireUs;
  job.periodUs = batchPeriodMicros(
    linkMbpsNow(sim),
    jobPaceMbps(sim, job),
    jobBatchPages(sim, job),
    PAGE_BYTES,
  );
}

/** What the ports give each now. */
export function setShares(sim: SimState): void {
  const sending = sim.jobs.filter(usesPorts);
  const shares = fairShares(sending, linkMbpsNow(sim));
  sending.forEach((job, i) => {
    const share = shares[i];
    if (share === undefined) return;
    job.mbps = share.amount;
    job.heldBackBy = share.heldBackBy;
  });
}

/** Its first page goes under way now. */
export function joinPorts(sim: SimState, job: Job): void {
  share(sim, job);
  setPace(sim, job);
  openBatch(job, sim.nowUs);
  pushPage(sim, job, sim.nowUs + Math.floor(job.pageUs));
}

/** Somebody has come or gone: the others go on with what is left to them. @param except paced by its caller */
export function share(sim: SimState, except: Job | null = null): void {
  setShares(sim);
  for (const job of sim.jobs) if (job !== except && isSending(job)) adapt(sim, job);
}

function adapt(sim: SimState, job: Job): void {
  const { pageUs, periodUs } = job;
  const dueUs = job.clockUs + job.clockRest + (pagesOfClock(job) + 1) * pageUs;
  const plannedUs = job.streamFromUs + Math.floor(job.batch * periodUs);
  setPace(sim, job);
  if (job.periodUs !== periodUs) {
    job.streamFromUs = plannedUs;
    job.batch = 0;
  }
  if (job.pageUs === pageUs || !job.streamOn) return;
  // The part of the page that has not left yet, at the new share.
  const rest = Math.min(1, Math.max(0, (dueUs - sim.nowUs) / pageUs));
  setClock(job, sim.nowUs + (rest - pagesOfClock(job) - 1) * job.pageUs);
  pushPage(sim, job, Math.max(sim.nowUs, nextPageUs(job)));
}

/** The LAN is another one, or the way is free again: pages go on under way at once. @param anew nothing was under way before */
export function paceAnew(sim: SimState, sink: Series | null, job: Job, anew: boolean): void {
  if (!isSending(job)) return;
  const before = job.pageUs;
  setPace(sim, job);
  if (!anew && before === job.pageUs) return;
  closeBatch(sim, sink, job);
  openBatch(job, sim.nowUs);
  job.batch = 0;
  job.streamFromUs = sim.nowUs;
  if (job.stage === 'copy') setClock(job, sim.nowUs - Math.floor(job.copySent * job.pageUs));
  pushPage(sim, job, sim.nowUs + Math.floor(job.pageUs));
}

/** From now on only this event sends pages of the job; one pushed before finds its clock set anew. */
function pushPage(sim: SimState, job: Job, time: Micros): void {
  job.setting += 1;
  sim.queue.push(simEvent({ kind: 'stream', job: job.id, setting: job.setting, time }));
}
