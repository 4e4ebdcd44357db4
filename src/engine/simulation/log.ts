/** Writing history: phases, events, and the revision that tells observers that something of human size changed. */
import type { PhaseName } from './history.ts';
import type { SimState, SimVm } from './state.ts';

export function note(sim: SimState, code: string, slots: Record<string, string | number>): void {
  sim.log.push({ atUs: sim.nowUs, code, slots });
  sim.revision += 1;
}

export function beginPhase(sim: SimState, vm: SimVm, name: PhaseName): void {
  const running = sim.phases[vm.phase];
  if (running !== undefined && running.endUs === null) {
    // A phase that would have lasted no time at all never was.
    if (running.startUs === sim.nowUs) {
      running.name = name;
      sim.revision += 1;
      return;
    }
    running.endUs = sim.nowUs;
  }
  vm.phase = sim.phases.length;
  sim.phases.push({ vm: vm.id, name, startUs: sim.nowUs, endUs: null });
  sim.revision += 1;
}
