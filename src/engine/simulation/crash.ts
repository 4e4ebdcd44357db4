/** A node's power is gone: whatever was in its memory is lost. */

import { loseInstance, settleHalts } from './instances.ts';
import { abortJobs, goOn, loseJob } from './job.ts';
import { note } from './log.ts';
import type { Series } from './series.ts';
import { type Job, nodeName, type SimNode, type SimState, vmName } from './state.ts';

export function crashNode(
  sim: SimState,
  sink: Series | null,
  id: number,
  cause: 'crashed' | 'fenced' | 'rebooted',
): void {
  const node = sim.nodes[id] as SimNode;
  if (node.state === 'crashed') return;
  node.state = 'crashed';
  node.mode = null;
  node.retry = null;
  note(sim, `node-${cause}`, { node: nodeName(id) });
  sim.shots = sim.shots.filter((shot) => shot.by !== id);
  sim.waiting = sim.waiting.filter((waiting) => waiting.from !== id);
  // With the source's copy discarded the VM is only at the destination.
  const activating = ({ stage }: Job) => stage === 'activate';
  const gone = (job: Job) => (job.from === id ? !activating(job) : job.to === id && activating(job));
  for (const job of sim.jobs.filter(gone)) loseJob(sim, sink, job);
  const arriving = sim.jobs.filter(({ to }) => to === id);
  abortJobs(sim, sink, arriving, `${nodeName(id)} died while it received`);
  for (const job of sim.jobs) if (job.from === id) job.stalledUs = -1;
  for (const vm of sim.vms) {
    if (sim.jobs.some((job) => job.vm === vm.id && activating(job))) continue;
    if (loseInstance(sim, vm, id, 'lost'))
      note(sim, 'vm-lost', { vm: vmName(sim, vm.id), node: nodeName(id) });
  }
  settleHalts(sim);
  goOn(sim);
}
