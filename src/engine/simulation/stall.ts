/**
 * A migration through which nothing gets: an end of it hangs or is cut off. TCP waits; whoever started it waits as
 * long as a migration may take (the Xen resource agent's limit) and then gives it up.
 */
import type { Micros } from '../../base/units.ts';
import { isPlugged } from '../cluster/lan.ts';
import { closeBatch } from './batches.ts';
import { simEvent } from './events.ts';
import { abortJobs, goOn } from './job.ts';
import { jobById } from './jobs.ts';
import { note } from './log.ts';
import { paceAnew, setShares } from './pacing.ts';
import type { Series } from './series.ts';
import { type Job, nodeName, type SimNode, type SimState, vmName } from './state.ts';

/** migrate_to and migrate_from of the Xen resource agent */
const PATIENCE_US: Micros = 120_000_000;

function isStalled(sim: SimState, job: Job): boolean {
  return [job.from, job.to].some(
    (id) => (sim.nodes[id] as SimNode).state === 'frozen' || !isPlugged(sim.lans.data, id),
  );
}

/** Something changed on the way: migrations under way stop or go on, at the pace there is now. */
export function settleStall(sim: SimState, sink: Series | null): void {
  const woken: Job[] = [];
  for (const job of sim.jobs) {
    const stalled = isStalled(sim, job);
    if (stalled && job.stalledUs < 0) {
      closeBatch(sim, sink, job);
      job.stalledUs = sim.nowUs;
      note(sim, 'migration-stalled', { vm: vmName(sim, job.vm), to: nodeName(job.to) });
      sim.queue.push(
        simEvent({ kind: 'stalled', job: job.id, sinceUs: sim.nowUs, time: sim.nowUs + PATIENCE_US }),
      );
    } else if (!stalled && job.stalledUs >= 0) {
      note(sim, 'migration-goes-on', { vm: vmName(sim, job.vm) });
      job.stalledUs = -1;
      woken.push(job);
    }
  }
  setShares(sim);
  for (const job of sim.jobs) paceAnew(sim, sink, job, woken.includes(job));
}

export function onStalled(sim: SimState, sink: Series | null, id: number, sinceUs: Micros): void {
  const job = jobById(sim, id);
  if (job === null || job.stalledUs !== sinceUs) return;
  abortJobs(sim, sink, [job], 'nothing got through for two minutes');
  goOn(sim);
}
