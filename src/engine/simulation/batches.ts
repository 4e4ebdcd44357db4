/** Batches of a migration's stream: when one leaves the port, and its row in the recording when it has left. */
import type { Micros } from '../../base/units.ts';
import type { Series } from './series.ts';
import type { Job, SimState } from './state.ts';

export function openBatch(job: Job, at: Micros): void {
  job.streamOn = true;
  job.batchStartUs = at;
  job.clockUs = at;
  job.clockRest = 0;
  job.batchSent = 0;
  job.batchFirst = job.transfer.totalSent;
}

export function closeBatch(sim: SimState, sink: Series | null, job: Job): void {
  if (!job.streamOn) return;
  job.streamOn = false;
  sim.batches += 1;
  sink?.batches.append(
    job.batchStartUs,
    sim.nowUs,
    job.vm,
    job.transfer.round,
    job.batchFirst,
    job.batchSent,
  );
}
