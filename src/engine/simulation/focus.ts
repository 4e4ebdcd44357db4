/** Whose memory the picture shows. */
import { hasBegun } from './jobs.ts';
import { isExecuting, type Job, pingedVm, type SimState, type SimVm, type Waiting } from './state.ts';

/**
 * The VM whose pages move or are about to, the pinged one before all others; where nothing moves the pinged one. Having
 * just left the same node, the pinged one keeps the picture until the next one's first page moves.
 */
export function focusVm(sim: SimState): SimVm {
  const pinged = pingedVm(sim);
  const job = leadingJob(sim, pinged);
  if (job !== null && hasBegun(job)) return sim.vms[job.vm] as SimVm;
  const next = job ?? nextToMove(sim, pinged);
  if (next === null) return pinged;
  const last = sim.migrations.findLast((record) => record.vm === pinged.id);
  const justLeft = last?.outcome === 'completed' && last.from === next.from && last.to === pinged.node;
  return justLeft ? pinged : (sim.vms[next.vm] as SimVm);
}

/** Of several: one whose pages move before one whose do not, the pinged VM's before others, the oldest before later ones. */
function leadingJob({ jobs }: SimState, { id }: SimVm): Job | null {
  const begun = jobs.filter(hasBegun);
  const among = begun.length > 0 ? begun : jobs;
  return among.find(({ vm }) => vm === id) ?? among[0] ?? null;
}

function nextToMove(sim: SimState, pinged: SimVm): Waiting | null {
  const first = sim.waiting[0];
  if (first !== undefined) return first;
  const draining = (vm: SimVm) => isExecuting(vm) && sim.nodes[vm.node]?.state === 'draining';
  const guest = draining(pinged) ? pinged : sim.vms.find(draining);
  return guest === undefined ? null : { vm: guest.id, from: guest.node };
}
