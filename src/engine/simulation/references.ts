/** The guests' page references, one by one in the order of their times. */
import { PAGE_EVENT } from '../../base/columns.ts';
import type { Micros } from '../../base/units.ts';
import { referenceRate } from './caps.ts';
import { type SimEvent, simEvent } from './events.ts';
import { hasBegun, jobOf } from './jobs.ts';
import type { Series } from './series.ts';
import { isExecuting, type SimState, type SimVm } from './state.ts';

function intervalUs(sim: SimState, vm: SimVm): number {
  const rate = referenceRate(sim, vm);
  return rate > 0 ? 1e6 / rate : Number.POSITIVE_INFINITY;
}

/** Programs go on from now (start, resume, boot). */
export function startReferences(sim: SimState, vm: SimVm): void {
  const interval = intervalUs(sim, vm);
  if (!Number.isFinite(interval)) return;
  vm.referencesFromUs = sim.nowUs;
  vm.referencesMade = 0;
  if (vm.referencing) return;
  vm.referencing = true;
  sim.queue.push(simEvent({ kind: 'references', vm: vm.id, time: sim.nowUs + Math.floor(interval) }));
}

/** Continuing event: makes references until another event is due. */
export function onReferences(
  sim: SimState,
  sink: Series | null,
  event: SimEvent & { kind: 'references' },
  untilUs: Micros,
): void {
  const vm = sim.vms[event.vm] as SimVm;
  const interval = intervalUs(sim, vm);
  let time = event.time;
  for (;;) {
    if (!isExecuting(vm)) {
      vm.referencing = false;
      return;
    }
    // The first time may lie before a pause that is over by now: then it is a time of the old counting.
    const due = vm.referencesFromUs + Math.floor((vm.referencesMade + 1) * interval);
    if (due <= time) {
      vm.referencesMade += 1;
      refer(sim, sink, vm);
    }
    time = vm.referencesFromUs + Math.floor((vm.referencesMade + 1) * interval);
    if (time > untilUs || time >= sim.queue.nextTime) {
      sim.queue.putBack(event, time);
      return;
    }
    sim.nowUs = time;
  }
}

function refer(sim: SimState, sink: Series | null, vm: SimVm): void {
  const { workload, predictor } = vm;
  workload.next(vm.random);
  const { process, key, page } = workload;
  if (sink === null) predictor.reference(process, key, page);
  else referAndRecord(sim, sink, vm, process, key, page);
  if (!workload.write) return;
  vm.versions[page] = (vm.versions[page] as number) + 1;
  vm.writes += 1;
  const job = jobOf(sim, vm.id);
  if (job === null || !hasBegun(job)) return;
  if (job.transfer.write(page)) {
    sink?.pages.append(sim.nowUs, vm.id, page, PAGE_EVENT.written, job.transfer.round);
  }
}

function referAndRecord(
  sim: SimState,
  sink: Series,
  vm: SimVm,
  process: number,
  key: number,
  page: number,
): void {
  const tree = vm.predictor.treeOf(process);
  const before = tree === null ? null : tree.lastRotation;
  vm.predictor.reference(process, key, page);
  if (tree === null) return;
  sink.accesses.append(vm.id, process, key, sim.nowUs);
  const rotation = tree.lastRotation;
  if (rotation === null || rotation === before) return;
  const zigZag = rotation.case === 'zig-zag';
  sink.rotations.append(
    sim.nowUs,
    vm.id,
    process,
    zigZag ? 2 : 1,
    rotation.parentKey,
    rotation.childKey,
    zigZag ? (rotation.innerKey ?? -1) : rotation.childKey,
    rotation.inner,
    rotation.outer,
    rotation.sibling,
  );
}
