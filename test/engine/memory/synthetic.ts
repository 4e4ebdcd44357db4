import { RandomStream } from '../../../src/base/random.ts';
import type { Workload } from '../../../src/engine/memory/workload.ts';
import { type WorkloadInput, workloadEntry } from '../../../src/engine/memory/workload-registry.ts';

/** A synthetic workload of 64 pages that all references write, or with settings of its own. */
export function syntheticWorkload(kind: string, own: Partial<WorkloadInput> = {}, seed = 1): Workload {
  const input: WorkloadInput = {
    library: { traces: [] },
    processes: 1,
    memoryPages: 64,
    hotStart: 0,
    hotPages: 64,
    coldPages: 0,
    coldFraction: 0,
    writeShare: 1,
    exponent: 1,
    hotFraction: 0.9,
    hotShare: 0.1,
    phaseReferences: 250,
    growSteps: 5,
    ...own,
  };
  return workloadEntry(kind).create(input, new RandomStream(seed, 'layout'));
}
