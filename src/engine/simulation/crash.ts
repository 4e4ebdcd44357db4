/** A node's power is gone: whatever was in its memory is lost. */

import { loseInstance, settleHalts } from './instances.ts';
import { abortJob, goOn, loseJob } from './job.ts';
import { note } from './log.ts';
import type { Series } from './series.ts';
import { nodeName, type SimNode, type SimState, vmName } from './state.ts';

export function crashNode(sim: SimState, sink: Series | null, id: number, cause: 'crashed' | 'fenced'): void {
  const node = sim.nodes[id] as SimNode;
  if (node.state === 'crashed') return;
  node.state = 'crashed';
  node.mode = null;
  note(sim, `node-${cause}`, { node: nodeName(id) });
  sim.shots = sim.shots.filter((shot) => shot.by !== id);
  sim.waiting = sim.waiting.filter((waiting) => waiting.from !== id);
  const { job } = sim;
  // With the source's copy discarded the VM is only at the destination.
  const gone =
    job !== null && (job.from === id ? job.stage !== 'activate' : job.to === id && job.stage === 'activate');
  if (job !== null && gone) loseJob(sim, sink);
  else if (job?.to === id) abortJob(sim, sink, `${nodeName(id)} died while it received`);
  else if (job?.from === id) job.stalledUs = -1;
  for (const vm of sim.vms) {
    const arriving = sim.job?.vm === vm.id && sim.job.stage === 'activate';
    if (arriving) continue;
    if (loseInstance(sim, vm, id, 'lost'))
      note(sim, 'vm-lost', { vm: vmName(sim, vm.id), node: nodeName(id) });
  }
  settleHalts(sim);
  goOn(sim);
}
