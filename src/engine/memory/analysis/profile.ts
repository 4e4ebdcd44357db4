/** One pass over a workload's references, all its figures at once. The workload and its stream move on. */
import type { RandomStream } from '../../../base/random.ts';
import type { Pages } from '../../../base/units.ts';
import type { Workload } from '../workload.ts';
import { StackDistances } from './stack-distance.ts';
import { UniqueWrites } from './unique-writes.ts';
import { WorkingSetSizes } from './working-set-sizes.ts';

export interface WorkloadProfile {
  readonly distances: StackDistances;
  readonly writes: UniqueWrites;
  readonly workingSets: WorkingSetSizes;
}

export function emptyProfile(memoryPages: Pages, windowReferences: number): WorkloadProfile {
  return {
    distances: new StackDistances(memoryPages),
    writes: new UniqueWrites(memoryPages),
    workingSets: new WorkingSetSizes(memoryPages, windowReferences),
  };
}

/** May be called again and again: the figures go on. */
export function profileReferences(
  profile: WorkloadProfile,
  workload: Workload,
  random: RandomStream,
  references: number,
): void {
  for (let i = 0; i < references; i += 1) {
    workload.next(random);
    profile.distances.reference(workload.page);
    profile.writes.reference(workload.page, workload.write);
    profile.workingSets.reference(workload.page);
  }
}
