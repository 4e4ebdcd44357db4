/** The turning points of a story: the moments at which the VM it is about enters a new phase. */
import type { Micros } from '../base/units.ts';
import type { History, Phase } from '../protocol/model.ts';

/** The VM the story is about: the pinged one once it has moved or been told to, else whichever moved first. */
export function leadVm(history: History, pingedVm: string): number {
  const pinged = history.vms.find((vm) => vm.name === pingedVm)?.id ?? 0;
  const moved = history.phases.filter((phase) => phase.name !== 'steady');
  return moved.some((phase) => phase.vm === pinged) ? pinged : (moved[0]?.vm ?? pinged);
}

/** The phase a VM is in at a moment, or null before its first. */
export function phaseAt(history: History, vm: number, atUs: Micros): Phase | null {
  let found: Phase | null = null;
  for (const phase of history.phases) {
    if (phase.vm === vm && phase.startUs <= atUs && (!found || phase.startUs >= found.startUs)) found = phase;
  }
  return found;
}

/** Beginnings of the lead VM's phases, and of the first round of each VM that follows it, in order of time. */
export function turningPoints(history: History, pingedVm: string): Phase[] {
  const lead = leadVm(history, pingedVm);
  return history.phases
    .filter((phase) => phase.startUs > 0 && (phase.vm === lead || phase.name === 'round-1'))
    .sort((a, b) => a.startUs - b.startUs);
}
