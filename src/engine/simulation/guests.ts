/** Makes the guests of a scenario. */
import { RandomStream } from '../../base/random.ts';
import { newDisk } from '../cluster/disk.ts';
import { defaultTuning } from '../memory/predictor-parameters.ts';
import { predictorEntry } from '../memory/predictor-registry.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import { defaultPhases } from '../memory/workload.ts';
import { type WorkloadInput, workloadEntry } from '../memory/workload-registry.ts';
import { PAGES_PER_MIB } from './page-size.ts';
import type { GuestSpec, Scenario } from './scenario.ts';
import type { SimState, SimVm } from './state.ts';

/** The hot region of a synthetic workload begins an eighth into memory: not at its very start, as in real guests. */
export function workloadInput(guest: GuestSpec, library: TraceLibrary): WorkloadInput {
  const memoryPages = guest.memoryMiB * PAGES_PER_MIB;
  return {
    library,
    processes: guest.workload.processes,
    memoryPages,
    hotStart: Math.floor(memoryPages / 8),
    hotPages: guest.workload.hotSetPages,
    coldPages: 0,
    coldFraction: 0,
    writeShare: guest.workload.writeShare,
    exponent: guest.workload.exponent,
    hotFraction: guest.workload.hotFraction,
    hotShare: guest.workload.hotShare,
    phaseReferences: guest.workload.phaseReferences ?? defaultPhases.phaseReferences,
    growSteps: guest.workload.growSteps ?? defaultPhases.growSteps,
  };
}

export function createGuest(scenario: Scenario, library: TraceLibrary, id: number): SimVm {
  const guest = scenario.guests[id] as GuestSpec;
  const memoryPages = guest.memoryMiB * PAGES_PER_MIB;
  const entry = workloadEntry(guest.workload.kind);
  const layout = new RandomStream(scenario.seed, `layout ${guest.name}`);
  const workload = entry.create(workloadInput(guest, library), layout);
  return {
    id,
    memoryPages,
    memoryMiB: guest.memoryMiB,
    node: guest.node - 1,
    state: 'running',
    belief: { state: 'started', node: guest.node - 1 },
    versions: new Uint32Array(memoryPages),
    workload,
    predictor: createPredictor(scenario, memoryPages, workload.processes),
    random: new RandomStream(scenario.seed, `references ${guest.name}`),
    referencesFromUs: 0,
    referencesMade: 0,
    referencing: false,
    writes: 0,
    activatedUs: -1,
    halted: 0,
    copy: null,
    disk: newDisk(),
    answersAt: guest.node - 1,
    memoryInUseMB: guest.memoryInUseMB,
    phase: -1,
  };
}

function createPredictor(scenario: Scenario, memoryPages: number, processes: number): SimVm['predictor'] {
  const { prediction } = scenario;
  return predictorEntry(prediction.predictor).create({
    ...defaultTuning,
    ...prediction,
    memoryPages,
    processes,
  });
}

/** After a boot nothing of the old memory is left. */
export function freshMemory(sim: SimState, vm: SimVm): void {
  vm.versions.fill(0);
  vm.memoryInUseMB = sim.scenario.guests[vm.id]?.memoryInUseMB ?? 0;
  vm.predictor = createPredictor(sim.scenario, vm.memoryPages, vm.workload.processes);
}
